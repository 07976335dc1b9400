/**
 * Changes the code in hundreds of small ways, one at a time, and tells which
 * changes no test notices. Not a part of the gate: it takes long.
 *
 * ```sh
 * deno task mutate                        # some of every file
 * deno task mutate lib/registry tests/registry --per-file 1000
 * deno task mutate --progress mutants.jsonl           # goes on where it ended
 * deno task mutate --progress mutants.jsonl --again   # survivors once more
 * ```
 *
 * What survives and changes nothing that could be noticed stands in
 * `mutate/accepted.ts`, each with its reason.
 *
 * @module
 */
import { setPriority } from "node:os";
import { parseArgs } from "node:util";
import { listFiles } from "./list_files.ts";
import { ACCEPTED } from "./mutate/accepted.ts";
import type { Mutant } from "./mutate/find_mutants.ts";
import { makeCopy } from "./mutate/make_copy.ts";
import { meetTests } from "./mutate/meet_tests.ts";
import { openProgress, type Progress } from "./mutate/progress.ts";
import { repositoryPath } from "./repository_path.ts";

/** What is mutated when nobody says: where a mistake would be everybody's. */
const FOLDERS = [
  "lib/manifest",
  "lib/profile",
  "lib/registry",
  "lib/source",
  "lib/trust",
];

/** Tests that can run many times in one process, without the slowest of the command line. */
const TEST_FOLDERS = [
  "tests/api",
  "tests/base",
  "tests/cases",
  "tests/catalog",
  "tests/cli/resolve_test.ts",
  "tests/cli/check/check_test.ts",
  "tests/cli/list_test.ts",
  "tests/cli/workspace_as_test.ts",
  "tests/cli/arguments/short_flags_test.ts",
  "tests/document",
  "tests/host_modules",
  "tests/locate",
  "tests/manifest",
  "tests/profile",
  "tests/registry",
  "tests/schema",
  "tests/selector",
  "tests/source",
  "tests/trust",
];

/** Whoever else works on the machine comes first. */
const LEAST_PRIORITY = 19;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    allowPositionals: true,
    options: {
      "per-file": { type: "string", default: "4" },
      /** A file of what became of each, that a later run goes on with. */
      "progress": { type: "string" },
      "again": { type: "boolean", default: false },
      /** Says which tests are left out, and survivors as they are found. */
      "verbose": { type: "boolean", default: false },
    },
  });
  setPriority(LEAST_PRIORITY);
  const root = repositoryPath("").replace(/[\\/]$/, "");
  const named = async (folder: string, otherwise: readonly string[]) => {
    const given = positionals.filter((path) => path.startsWith(folder));
    return await listFiles(root, given.length > 0 ? given : otherwise);
  };
  const files = (await named("lib/", FOLDERS))
    .filter((file) => /(?<!\.generated)\.ts$/.test(file));
  const testFiles = (await named("tests/", TEST_FOLDERS))
    .filter((file) => file.endsWith("_test.ts"));
  const folder = await Deno.makeTempDir({ prefix: "mutants" });
  try {
    const mutants = await makeCopy(folder, files, Number(values["per-file"]));
    console.log(`${mutants.length} mutants in ${filesOf(mutants)} files`);
    const progress = await openProgress(
      values.progress ?? `${folder}/progress.jsonl`,
      { again: values.again },
    );
    const { verbose } = values;
    await meetTests({ folder, mutants, testFiles, progress, verbose });
    return report(mutants, progress);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const filesOf = (mutants: readonly Mutant[]) =>
  new Set(mutants.map(({ file }) => file)).size;

const isAccepted = (mutant: Mutant) =>
  ACCEPTED.some(({ file, before, after }) =>
    file === mutant.file && before === mutant.before && after === mutant.after
  );

function report(mutants: readonly Mutant[], progress: Progress): number {
  const survivors = mutants.filter((mutant) =>
    progress.of(mutant)?.killedBy === undefined
  );
  const unexplained = survivors.filter((mutant) => !isAccepted(mutant));
  for (const mutant of unexplained) {
    const { file, line, before, after } = mutant;
    console.log(
      `survives: ${file}:${line} (${progress.of(mutant)?.tests} tests)\n` +
        `  ${before}\n  -> ${after || "(dropped)"}`,
    );
  }
  const killed = mutants.length - survivors.length;
  const share = Math.floor(1000 * killed / mutants.length) / 10;
  console.log(
    `${mutants.length} mutants in ${filesOf(mutants)} files: ` +
      `${killed} killed (${share} %), ` +
      `${survivors.length - unexplained.length} survivors explained, ` +
      `${unexplained.length} not`,
  );
  return unexplained.length === 0 ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main());
