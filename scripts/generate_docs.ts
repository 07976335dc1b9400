/**
 * Fills the generated parts of the documentation: outputs are what the program
 * really prints, tables come from its own tables. `--check` changes nothing
 * and fails when a document is not up to date.
 *
 * @module
 */
import { runtimeRows } from "./docs/made_runtime.ts";
import { MODELS } from "../lib/catalog/models_schema.ts";
import { PROVIDERS } from "../lib/catalog/providers_schema.ts";
import { REGISTRY } from "../lib/registry/registry_schema.ts";
import { MANIFEST } from "../lib/schema/field_table.ts";
import { fillDocument } from "./docs/fill_document.ts";
import {
  builtinModels,
  builtinNotes,
  builtinProfiles,
  builtinProviders,
  builtinRetired,
} from "./docs/made_builtins.ts";
import {
  commandEntries,
  commandIndex,
  commonFlags,
  exitCodes,
} from "./docs/made_commands.ts";
import { errorEntries, errorIndex } from "./docs/made_errors.ts";
import {
  documentFields,
  profileFields,
  sectionFields,
} from "./docs/made_fields.ts";
import { licenceTable } from "./docs/made_licences.ts";
import {
  compactionPresets,
  memoryPresets,
  qualities,
  toolPolicies,
} from "./docs/made_presets.ts";
import { memorySystem } from "../lib/system/memory_system.ts";
import type { System } from "../lib/system/system.ts";
import { type Files, HOME, runCommand, runIn } from "./docs/run_command.ts";
import { formatText } from "./format_text.ts";
import { listFiles } from "./list_files.ts";

const FIXTURES = "docs/fixtures";
const PROFILES = "resources/profiles";

/** Who follows a document that begins with nothing, and where. */
const NEWCOMER = "/home/sam";
const NEW_FOLDER = `${NEWCOMER}/team`;

/** Everything that the documents are made of. */
interface Texts {
  /** Path to text, of the documents themselves. */
  readonly documents: Files;
  /** The world of the commands: `shop` and `home` of the fixtures. */
  readonly fixtures: Files;
  /** Path to text, of files of the repository that can be shown. */
  readonly shown: Files;
}

async function readTexts(): Promise<Texts> {
  const documents =
    (await listFiles(".", ["README.md", "THIRD_PARTY.md", "docs"]))
      .filter((path) => path.endsWith(".md") && !path.startsWith(FIXTURES));
  const fixtures: Record<string, string> = {};
  for (const [path, text] of Object.entries(await read([FIXTURES]))) {
    const inside = path.slice(FIXTURES.length + 1).replace(/^home\//, "");
    fixtures[`${HOME}/${inside}`] = text;
  }
  return {
    documents: await read(documents),
    fixtures,
    shown: await read(["resources/errors.toml", "resources/lua", PROFILES]),
  };
}

async function read(paths: readonly string[]): Promise<Files> {
  const texts: Record<string, string> = {};
  for (const path of await listFiles(".", paths)) {
    texts[path] = await Deno.readTextFile(path);
  }
  return texts;
}

/** What can be asked for with `<!-- made: NAME -->`. */
function makers(shown: Files): Record<string, () => string | Promise<string>> {
  const errors = shown["resources/errors.toml"]!;
  return {
    "builtin models": builtinModels,
    "notes on builtin models": builtinNotes,
    "retired builtin models": builtinRetired,
    "what the runtime does not read": runtimeRows,
    "builtin profiles": builtinProfiles,
    "builtin providers": builtinProviders,
    "command entries": commandEntries,
    "command index": commandIndex,
    "common flags": commonFlags,
    "compact presets": compactionPresets,
    "error entries": () => errorEntries(errors),
    "error index": () => errorIndex(errors),
    "exit codes": exitCodes,
    "licences": licenceTable,
    "memory presets": memoryPresets,
    "quality": qualities,
    "tool policies": () => toolPolicies(shown["resources/lua/tools.lua"]!),
    ...Object.fromEntries(
      [...MANIFEST.fields.keys()]
        .map((name) => [`fields of ${name}`, () => sectionFields(name)]),
    ),
    "fields beyond the manifest": profileFields,
    "fields of providers.toml": () => documentFields(PROVIDERS.input),
    "fields of models.toml": () => documentFields(MODELS.input),
    "fields of profiles.toml": () => documentFields(REGISTRY.input),
  };
}

/** Every document as it should be, by path. */
async function fillAll({ documents, fixtures, shown }: Texts): Promise<Files> {
  const made = makers(shown);
  const filled: Record<string, string> = {};
  for (const [path, text] of Object.entries(documents)) {
    const worlds = new Map<string, System>();
    filled[path] = await fillDocument(text, {
      run: (command, world) => {
        if (world === undefined) return runCommand(command, fixtures);
        const system = worlds.get(world) ?? newWorld(world, fixtures);
        worlds.set(world, system);
        return runIn(system, command);
      },
      file: (path) => fixtures[`${HOME}/${path}`] ?? shown[path],
      made: (name) => made[name]?.(),
    });
  }
  return filled;
}

/** A home that holds one folder of the fixtures, beside a new and empty one. */
function newWorld(name: string, fixtures: Files): System {
  const folder = `${HOME}/${name}/`;
  const files = Object.fromEntries(
    Object.entries(fixtures)
      .filter(([path]) => path.startsWith(folder))
      .map(([path, text]) => [
        `${NEWCOMER}/${name}/${path.slice(folder.length)}`,
        text,
      ]),
  );
  return memorySystem({
    files,
    directories: [NEW_FOLDER],
    cwd: NEW_FOLDER,
    env: { HOME: NEWCOMER },
  });
}

async function main(isCheck: boolean): Promise<boolean> {
  const filled = await fillAll(await readTexts());
  let isCurrent = true;
  for (const [path, text] of Object.entries(filled)) {
    const wanted = await formatText(text, "md");
    if (wanted === await Deno.readTextFile(path)) continue;
    isCurrent = false;
    if (!isCheck) await Deno.writeTextFile(path, wanted);
    console.log(`${isCheck ? "not up to date" : "written"}: ${path}`);
  }
  return isCurrent || !isCheck;
}

if (import.meta.main) {
  Deno.exit(await main(Deno.args.includes("--check")) ? 0 : 1);
}
