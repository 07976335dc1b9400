/**
 * Fills the generated parts of the documentation: outputs are what the program
 * really prints, tables come from its own tables. `--check` changes nothing
 * and fails when a document is not up to date.
 *
 * @module
 */
import { fillDocument, type Sources } from "./docs/fill_document.ts";
import {
  builtinModels,
  builtinProfiles,
  builtinProviders,
} from "./docs/made_builtins.ts";
import {
  commandEntries,
  commandIndex,
  commonFlags,
  exitCodes,
} from "./docs/made_commands.ts";
import { errorEntries, errorIndex } from "./docs/made_errors.ts";
import { sectionFields } from "./docs/made_fields.ts";
import {
  compactionPresets,
  memoryPresets,
  qualities,
  toolPolicies,
} from "./docs/made_presets.ts";
import { type Files, HOME, runCommand } from "./docs/run_command.ts";
import { formatText } from "./format_text.ts";
import { listFiles } from "./list_files.ts";

const FIXTURES = "docs/fixtures";

/** What is asked for with `<!-- made: NAME -->`, beside `fields of SECTION`. */
const MADE: Readonly<Record<string, () => string | Promise<string>>> = {
  "builtin models": builtinModels,
  "builtin profiles": builtinProfiles,
  "builtin providers": builtinProviders,
  "command entries": commandEntries,
  "command index": commandIndex,
  "common flags": commonFlags,
  "compact presets": compactionPresets,
  "error entries": async () => await errorEntries(await errorsToml()),
  "error index": async () => errorIndex(await errorsToml()),
  "exit codes": exitCodes,
  "memory presets": memoryPresets,
  "quality": qualities,
  "tool policies": async () =>
    await toolPolicies(await Deno.readTextFile("resources/lua/tools.lua")),
};

const errorsToml = () => Deno.readTextFile("resources/errors.toml");

/** The world of the commands: `shop` and `home` of the fixtures. */
async function fixtureFiles(): Promise<Files> {
  const files: Record<string, string> = {};
  for (const path of await listFiles(Deno.cwd(), [FIXTURES])) {
    const inside = path.slice(FIXTURES.length + 1).replace(/^home\//, "");
    files[`${HOME}/${inside}`] = await Deno.readTextFile(path);
  }
  return files;
}

async function documents(): Promise<string[]> {
  const files = await listFiles(Deno.cwd(), ["README.md", "docs"]);
  return files.filter((file) =>
    file.endsWith(".md") && !file.startsWith(FIXTURES)
  );
}

/** Every document as it should be, by path. */
async function fillAll(): Promise<Record<string, string>> {
  const fixtures = await fixtureFiles();
  const sources: Sources = {
    run: (command) => runCommand(command, fixtures),
    file: async (path) =>
      fixtures[`${HOME}/${path}`] ?? await Deno.readTextFile(path),
    made: async (name) => {
      const section = /^fields of (\w+)$/.exec(name)?.[1];
      if (section !== undefined) return sectionFields(section);
      if (!Object.hasOwn(MADE, name)) throw new Error(`nothing makes ${name}`);
      return await MADE[name]();
    },
  };
  const filled: Record<string, string> = {};
  for (const path of await documents()) {
    filled[path] = await fillDocument(await Deno.readTextFile(path), sources);
  }
  return filled;
}

if (import.meta.main) {
  const isCheck = Deno.args.includes("--check");
  let stale = 0;
  for (const [path, text] of Object.entries(await fillAll())) {
    const wanted = await formatText(text, "md");
    if (wanted === await Deno.readTextFile(path)) continue;
    stale++;
    if (isCheck) console.error(`${path} is not up to date: deno task docs`);
    else await Deno.writeTextFile(path, wanted);
  }
  Deno.exit(isCheck && stale > 0 ? 1 : 0);
}
