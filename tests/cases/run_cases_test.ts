/**
 * Runs every case folder `tests/cases/<topic>/<name>/`:
 *
 * - `case.json`: `args`, and what else there is of `env`, `cwd`, `stdin` (the
 *   name of a file), `examples` (whether `tests/examples` is there as well)
 * - `input/`: the files of the folder it is run in
 * - `expected/`: `exit`, and `stdout` and `stderr` where they are not empty
 *
 * `$DIR` stands for the folder, in `env` and in what is expected. A case needs
 * no code: write `case.json` and `input/`, run `deno task cases --update`, and
 * read what it wrote.
 *
 * @module
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { parseArguments } from "../../lib/cli/arguments/parse_arguments.ts";
import {
  folderWith,
  GIVEN_BUNDLE,
  type Run,
  runCli,
  type RunOptions,
  runSource,
} from "../cli/run_cli.ts";
import { RIGHTS, runHere } from "../cli/run_here.ts";

const CASES = fileURLToPath(new URL("./", import.meta.url));
const EXAMPLES = fileURLToPath(new URL("../examples/", import.meta.url));
const UPDATE = Deno.args.includes("--update");

interface Case {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly stdin?: string;
  readonly examples?: boolean;
}

const KNOWN = ["args", "env", "cwd", "stdin", "examples"];

function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}

/** Every file below a folder with its text; nothing where there is no folder. */
function filesBelow(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  let entries: Deno.DirEntry[];
  try {
    entries = [...Deno.readDirSync(folder)];
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return {};
    throw error;
  }
  for (const { name, isDirectory } of entries) {
    if (!isDirectory) {
      files[name] = Deno.readTextFileSync(`${folder}/${name}`);
      continue;
    }
    // A module cache that a run of an example left behind.
    if (name === ".cache") continue;
    for (
      const [path, text] of Object.entries(filesBelow(`${folder}/${name}`))
    ) {
      files[`${name}/${path}`] = text;
    }
  }
  return files;
}

function readCase(folder: string): Case {
  return JSON.parse(Deno.readTextFileSync(`${folder}/case.json`));
}

/** A way to run the command line. */
type Start = (args: readonly string[], options: RunOptions) => Promise<Run>;

/** What a run gave, as files, the same on every machine. */
async function run(
  folder: string,
  start: Start,
): Promise<Record<string, string>> {
  const input = filesBelow(`${folder}/input`);
  const given = readCase(folder);
  assert.deepEqual(
    Object.keys(given).filter((key) => !KNOWN.includes(key)),
    [],
    "case.json has fields that nobody reads",
  );
  const { args, env = {}, cwd = ".", stdin, examples } = given;
  const dir = folderWith({ ...examples ? filesBelow(EXAMPLES) : {}, ...input });
  const { code, out, error } = await start(args, {
    cwd: cwd === "." ? dir : `${dir}/${cwd}`,
    env: Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, here(value, dir)]),
    ),
    stdin: stdin === undefined ? undefined : input[stdin],
  });
  const files: Record<string, string> = { exit: `${code}\n` };
  if (out !== "") files.stdout = anyRuntime(portable(out, dir));
  if (error !== "") files.stderr = portable(error, dir);
  return files;
}

function here(text: string, dir: string): string {
  return text.replaceAll("$DIR", dir);
}

/** An executable may be made of another runtime than that of the source. */
function anyRuntime(text: string): string {
  return text.replace(/\(deno \d+\.\d+\.\d+,/, "(deno $DENO,");
}

/** The sum of a manifest that names the folder is another in every folder. */
function portable(text: string, dir: string): string {
  if (!text.includes(dir)) return text;
  return text.replaceAll(dir, "$DIR")
    .replace(/("?digest"?[ :=]+"sha256:)[0-9a-f]{64}"/g, '$1$DIGEST"');
}

async function update(
  folder: string,
  files: Record<string, string>,
): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  await Deno.remove(folder, { recursive: true });
  await Deno.mkdir(folder);
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
}

/**
 * Every case is run in this process, and a few of each command as processes of
 * their own. An executable that is to be tested runs all of them.
 */
const PROCESSES_OF_A_COMMAND = 3;
const isAlwaysProcess = UPDATE || Deno.env.has("INSOMNIA_PROFILE_BIN");

const casesOf = new Map<string, number>();

/** How a case is run, each with what is said of it in the test's name. */
function waysOf(folder: string): readonly (readonly [Start, said: string])[] {
  if (isAlwaysProcess) return [[runCli, ""]];
  const { command } = parseArguments(readCase(folder).args);
  const number = casesOf.get(command) ?? 0;
  casesOf.set(command, number + 1);
  if (number >= PROCESSES_OF_A_COMMAND) return [[runHere, ""]];
  return [
    [runHere, ""],
    [runCli, ", as a process"],
    ...GIVEN_BUNDLE ? [[runSource, ", from source"] as const] : [],
  ];
}

const topics = namesIn(CASES).filter((name) => name !== "run_cases_test.ts");
for (const topic of topics) {
  for (const name of namesIn(CASES + topic)) {
    const folder = `${CASES}${topic}/${name}`;
    for (const [start, said] of waysOf(folder)) {
      Deno.test(`case ${topic}/${name}${said}`, {
        permissions: start === runHere ? RIGHTS : "inherit",
      }, async () => {
        assert.deepEqual(
          namesIn(folder).filter((name) =>
            !["case.json", "input", "expected"].includes(name)
          ),
          [],
          "the folder has files that nobody reads",
        );
        const expected = filesBelow(`${folder}/expected`);
        const files = await run(folder, start);
        if (UPDATE) await update(`${folder}/expected`, files);
        // Whole: a file that nothing writes any more is a difference as well.
        else assert.deepEqual(files, expected);
      });
    }
  }
}

Deno.test("cases: there are some of every topic", () => {
  assert.ok(topics.length > 0);
  for (const topic of topics) assert.ok(namesIn(CASES + topic).length > 0);
});
