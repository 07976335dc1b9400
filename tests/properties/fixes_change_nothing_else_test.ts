import assert from "node:assert/strict";
import { readErrorGuide } from "../../scripts/docs/error_guide.ts";
import { HOME, WORKSPACE } from "../../scripts/docs/run_command.ts";
import {
  applyFixes,
  type Diagnostic,
  discoverProfiles,
  loadCatalog,
  memorySystem,
  ProfileError,
  resolveManifestFile,
  resolveProfile,
  type SourceEdit,
  type System,
} from "../../mod.ts";
import { readCorpus } from "../corpus/corpus_case.ts";
import { FAILING_PROGRAMS } from "../locate/advice/failing_programs.ts";
import { BROKEN_PROFILES, unmarked } from "../locate/broken_profiles.ts";
import { MENDED } from "../locate/mended_texts.ts";

// Every broken text that the tests know, mended as `check --fix` mends it.

type Files = Readonly<Record<string, string>>;

/** As many rounds as `check --fix` has patience for. */
const MOST_ROUNDS = 20;

/** What is not ASCII, and line ends of every kind, around what is mended. */
const FRAMES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `\uFEFF-- é 😀\r\n${text.replaceAll("\n", "\r\n")}\r\n-- ü`,
];

const INPUTS: readonly (readonly [name: string, files: Files])[] = [
  ...BROKEN_PROFILES.map(([criterion, given]) =>
    [
      criterion,
      Object.fromEntries(
        Object.entries(typeof given === "string" ? { "p.lua": given } : given)
          .map(([file, marked]) => [file, unmarked(file, marked).text]),
      ),
    ] as const
  ),
  ...FAILING_PROGRAMS.flatMap(([broken]) =>
    FRAMES.map((frame) => [broken, { "p.lua": frame(broken) }] as const)
  ),
  ...MENDED.map(([path, wrong]) => [wrong, { [path]: wrong }] as const),
  ...readErrorGuide(Deno.readTextFileSync("resources/errors.toml"))
    .flatMap(({ code, wrong }) =>
      wrong && wrong.language !== "sh" ? [[code, wrong.files] as const] : []
    ),
  ...readCorpus().filter(({ category }) => category !== "dos")
    .map(({ id, files }) => [id, files] as const),
];

/** What is said of a file, whatever it is. */
async function saidOf(
  path: string,
  workspace: string,
  system: System,
): Promise<readonly Diagnostic[]> {
  // What never ends is no more mended after the usual number of steps.
  const launch = { podName: "demo", workspace, system, maxSteps: 5_000_000 };
  try {
    if (path.endsWith("/profiles.toml")) {
      return (await discoverProfiles({ system, workspace })).problems;
    }
    if (/\/(?:models|providers)\.toml$/.test(path)) {
      await loadCatalog({ system });
      return [];
    }
    const { warnings } = /\/pod\.\w+$/.test(path)
      ? await resolveManifestFile({ ...launch, path })
      : await resolveProfile({ ...launch, selector: `path:${path}` });
    return warnings;
  } catch (error) {
    if (error instanceof ProfileError) return error.diagnostics;
    throw error;
  }
}

/** The bytes with the edits made, found in another way than the program's. */
function edited(bytes: Uint8Array, edits: readonly SourceEdit[]): string {
  // One letter a byte, so that a place in it is a place in the bytes.
  const text = asLetters(bytes);
  const ends = [...text.matchAll(/\r\n|\n\r|[\r\n]/g)];
  const starts = [0, ...ends.map(({ 0: end, index }) => index + end.length)];
  const sorted = edits.toSorted((a, b) =>
    a.line - b.line || a.column - b.column
  );
  let result = "";
  let taken = 0;
  for (const { line, column, length, text: put } of sorted) {
    const start = starts[line - 1]!;
    const mark = line === 1 && text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    const units = new TextDecoder("utf-8", { ignoreBOM: true })
      .decode(bytes.subarray(start + mark));
    const sizeOf = (part: string) => new TextEncoder().encode(part).length;
    const from = start + mark + sizeOf(units.slice(0, column - 1));
    const cut = sizeOf(units.slice(column - 1, column - 1 + length));
    result += text.slice(taken, from) +
      asLetters(new TextEncoder().encode(put));
    taken = from + cut;
  }
  return result + text.slice(taken);
}

function asLetters(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

Deno.test("applyFixes changes what its edits say and nothing else, and is done then", async (t) => {
  let changes = 0;
  for (const [name, files] of INPUTS) {
    await t.step(name.slice(0, 60), async () => {
      const paths = Object.keys(files).map((path) =>
        path.startsWith("/") ? path : `/ws/${path}`
      );
      const workspace = paths.some((path) => path.startsWith(WORKSPACE))
        ? WORKSPACE
        : "/ws";
      const system = memorySystem({
        cwd: workspace,
        env: { HOME },
        directories: [workspace],
        files: Object.fromEntries(
          Object.values(files).map((text, at) => [paths[at]!, text]),
        ),
      });
      for (let round = 0;; round++) {
        const said = (await Promise.all(
          paths.map((path) => saidOf(path, workspace, system)),
        )).flat();
        const before = await Promise.all(
          paths.map((path) => system.readFile(path)),
        );
        const made = await applyFixes(said, system);
        changes += made.length;
        for (const [at, path] of paths.entries()) {
          const edits = made.filter(({ file }) => file === path);
          assert.equal(
            asLetters(await system.readFile(path)),
            edited(before[at]!, edits),
            JSON.stringify(edits),
          );
        }
        if (made.length === 0) break;
        assert.ok(round < MOST_ROUNDS, "the changes undo one another");
      }
    });
  }
  assert.ok(changes > 100, String(changes));
});
