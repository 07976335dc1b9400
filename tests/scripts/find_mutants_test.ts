import assert from "node:assert/strict";
import { findMutants } from "../../scripts/mutate/find_mutants.ts";

const all = () => (_index: number) => true;

/** Every change of a text, as `before -> after`. */
function changes(text: string): string[] {
  return findMutants("x.ts", text, 1, all).mutants
    .map(({ before, after }) => `${before} -> ${after}`);
}

for (
  const [text, expected] of [
    ["export const a = b < c;", ["b < c -> b <= c"]],
    ["export const a = b && c;", ["b && c -> b || c"]],
    ["export const a = !b;", ["!b -> b"]],
    ["export const a = 5;", ["5 -> 5 + 1"]],
    ["export const a = [true, false];", ["true -> false", "false -> true"]],
    ["f();", ["f(); -> "]],
    ["if (a) f();", ["if (a) f(); -> ", "f(); -> "]],
    ['throw x("y");', ['throw x("y"); -> ']],
    [
      'export const a = { code: "x", severity: "error", other: "error" };',
      ['"x" -> "usage"', '"error" -> "warning"'],
    ],
    // Names and types run nothing.
    ["export const { 0: a } = b;", []],
    ["export const a = { 0: b };", []],
    ["export type A = 5 | true;", []],
    ['import a from "b";', []],
  ] as const
) {
  Deno.test(`findMutants: ${text}`, () => {
    assert.deepEqual(changes(text), expected);
  });
}

const PROGRAM = `
const limit = 3;
export function check(n: number): string {
  if (n < 0) throw new RangeError("negative");
  if (n > limit) record("much");
  else record("little");
  return words.join() + (n === 2 && limit > 2 ? "two" : "");
}
const words: string[] = [];
function record(word: string) { words.push(word); }
`;

Deno.test("findMutants: with none switched on the program does what it did, with one it does not", async () => {
  const { mutants, text } = findMutants("x.ts", PROGRAM, 1, all);
  const folder = await Deno.makeTempDir();
  const shared = globalThis as unknown as Record<string, unknown>;
  try {
    const run = async (active: number | undefined) => {
      shared.__isMutant = (id: number) => id === active;
      const path = `${folder}/${active ?? "none"}.ts`;
      await Deno.writeTextFile(path, text);
      const { check } = await import(path);
      return [0, 2, 3, 4, -1].map((n) => {
        try {
          return check(n);
        } catch (error) {
          return String(error);
        }
      });
    };
    const expected = await run(undefined);
    assert.equal(expected.at(-1), "RangeError: negative");
    const noticed: string[] = [];
    for (const { id, before, after } of mutants) {
      const got = await run(id);
      if (JSON.stringify(got) !== JSON.stringify(expected)) {
        noticed.push(`${before} -> ${after}`);
      }
    }
    // `limit > 2` is always true, so `>=` changes nothing.
    assert.deepEqual(
      mutants.map(({ before, after }) => `${before} -> ${after}`)
        .filter((change) => !noticed.includes(change)),
      ["limit > 2 -> limit >= 2"],
    );
  } finally {
    delete shared.__isMutant;
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("findMutants: takes as many as are wanted, and counts on", () => {
  const { mutants } = findMutants(
    "x.ts",
    "f(); g(); h();",
    7,
    (found) => (index) => index === found - 1,
  );
  const [one, ...others] = mutants.map(({ key: _, ...mutant }) => mutant);
  assert.deepEqual(one, {
    id: 7,
    file: "x.ts",
    line: 1,
    before: "h();",
    after: "",
  });
  assert.deepEqual(others, []);
});

Deno.test("findMutants: a key is a mutant's own, whichever are taken, until the text changes", () => {
  const keys = (text: string, keep = all) =>
    findMutants("x.ts", text, 1, keep).mutants.map(({ key }) => key);
  const of = keys("f(); g(); if (true) f();");
  assert.equal(new Set(of).size, of.length);
  assert.deepEqual(
    keys("f(); g(); if (true) f();", () => (index) => index === 1),
    [of[1]],
  );
  assert.notDeepEqual(keys("f(); g(); if (true) g();")[0], of[0]);
});
