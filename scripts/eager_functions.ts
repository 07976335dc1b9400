/**
 * Rewrites a bundle so that V8 compiles the functions that a usual start calls
 * together with their file.
 *
 * V8 compiles a function when it is first called, and forgets the result with
 * the process: what Deno keeps of a file between runs is what was compiled with
 * the file. A function in parentheses is (V8 takes it for one that is called at
 * once). So the bundle is run on usual jobs, and every function that was called
 * is put in parentheses; nothing else of the program changes.
 *
 * @module
 */
import { pinnedDeno, runOrFail } from "./pinned_deno.ts";
import { repositoryPath } from "./repository_path.ts";

/** What people start the program for. */
const USUAL_JOBS: readonly (readonly string[])[] = [
  ["default", "--pod-name", "demo"],
  [
    repositoryPath("scripts/bench/fixtures/coder.lua"),
    "--pod-name",
    "demo",
    "--workspace",
    repositoryPath("scripts/bench/fixtures"),
  ],
];

/** A stretch of a file: a function. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Rewrites the files of a bundle.
 *
 * @param folder absolute path of the bundle
 * @param entry the file it starts with
 */
export async function makeFunctionsEager(
  folder: string,
  entry: string,
): Promise<void> {
  for (const [path, called] of await calledFunctions(folder, entry)) {
    const code = await Deno.readTextFile(path);
    await Deno.writeTextFile(path, withEagerFunctions(code, called));
  }
}

/** The functions of each file that a usual job calls, in the order of the file. */
async function calledFunctions(
  folder: string,
  entry: string,
): Promise<ReadonlyMap<string, readonly Range[]>> {
  const called = new Map<string, Map<string, Range>>();
  for (const job of USUAL_JOBS) {
    const coverage = await Deno.makeTempDir();
    try {
      await runOrFail(pinnedDeno(), [
        "run",
        "--quiet",
        "--no-config",
        "--allow-all",
        `--coverage=${coverage}`,
        entry,
        ...job,
      ], folder);
      for await (const { name } of Deno.readDir(coverage)) {
        const text = await Deno.readTextFile(`${coverage}/${name}`);
        const { url, functions }: ScriptCoverage = JSON.parse(text);
        const path = decodeURIComponent(new URL(url).pathname);
        const ranges = called.get(path) ?? new Map<string, Range>();
        called.set(path, ranges);
        for (const { ranges: [whole] } of functions) {
          const { startOffset: start, endOffset: end, count } = whole;
          // The first function is the module.
          if (count === 0 || whole === functions[0]!.ranges[0]) continue;
          ranges.set(`${start}-${end}`, { start, end });
        }
      }
    } finally {
      await Deno.remove(coverage, { recursive: true });
    }
  }
  return new Map(
    [...called].map(([path, ranges]) => [
      path,
      [...ranges.values()].sort((a, b) => a.start - b.start || b.end - a.end),
    ]),
  );
}

interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly {
    /** The first is all of the function. */
    readonly ranges: readonly [{
      readonly startOffset: number;
      readonly endOffset: number;
      readonly count: number;
    }];
  }[];
}

/**
 * The same program with some of its functions in parentheses.
 *
 * @param code a module
 * @param functions in the order of the module, outer ones before inner ones
 *
 * @example
 * ```ts
 * import { withEagerFunctions } from "./eager_functions.ts";
 * import assert from "node:assert/strict";
 * const code = "function one(){return 1}var two=()=>2;";
 * const ranges = [{ start: 0, end: 24 }, { start: 32, end: 37 }];
 * assert.equal(
 *   withEagerFunctions(code, ranges),
 *   "var one=(function one(){return 1});\n;var two=(()=>2);",
 * );
 * ```
 */
export function withEagerFunctions(
  code: string,
  functions: readonly Range[],
): string {
  const hoisted: string[] = [];
  /** A stretch of the module with the functions in it rewritten. */
  function render(
    all: Range,
    inner: readonly Range[],
    isModule = false,
  ): string {
    let text = "";
    let offset = all.start;
    for (const [at, range] of inner.entries()) {
      // Inside the one before, and so done already.
      if (range.start < offset) continue;
      text += code.slice(offset, range.start);
      offset = range.end;
      const within = inner.slice(at + 1).filter(({ end }) => end <= range.end);
      const body = render(range, within);
      const name = declaredName(code, range);
      if (name === undefined) {
        text += isExpression(code, range) ? `(${body})` : body;
      } else if (isModule) {
        // A declaration is there before the module runs: so is what replaces it.
        hoisted.push(`var ${name}=(${body});\n`);
        text += ";";
      } else text += body;
    }
    return text + code.slice(offset, all.end);
  }
  const module = { start: 0, end: code.length };
  const rest = render(module, functions, true);
  return hoisted.join("") + rest;
}

/** The name of a function that is a statement of its own. */
function declaredName(code: string, { start, end }: Range): string | undefined {
  const [, name] = /^(?:async )?function\*? ?([\w$]+)\(/
    .exec(code.slice(start, end)) ?? [];
  return /(?:^|[;}{\n])$/.test(code.slice(0, start)) ? name : undefined;
}

/** Whether a function may be put in parentheses: methods may not. */
function isExpression(code: string, { start, end }: Range): boolean {
  try {
    // Only read, never called; what stands for itself in a module alone is named otherwise.
    new Function(
      `return async()=>(${
        code.slice(start, end).replaceAll("import.meta", "meta")
      })`,
    );
    return true;
  } catch {
    return false;
  }
}
