/**
 * Rewrites a bundle so that V8 compiles the functions that a usual start calls
 * together with their file.
 *
 * V8 compiles a function when it is first called, and forgets the result with
 * the process: what Deno keeps of a file between runs is what was compiled with
 * the file. A function in parentheses is (V8 takes it for one that is called at
 * once). So the bundle is run on usual jobs, and every function that was called
 * is put in parentheses: declarations become variables at the beginning of the
 * block they are in, methods of objects become properties. Those of classes stay
 * as they are. Nothing that the program does changes.
 *
 * @module
 */
import * as acorn from "npm:acorn@8.19.0";
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
  ["pod", "resume", "demo"],
  ["check", repositoryPath("scripts/bench/fixtures/coder.lua")],
];

/** What makes the Pod that is resumed; no usual job itself. */
const STORED_POD = ["pod", "create", "default", "--pod-name", "demo"];

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

/** The functions of each file that a usual job calls. */
async function calledFunctions(
  folder: string,
  entry: string,
): Promise<ReadonlyMap<string, readonly Range[]>> {
  const called = new Map<string, Map<string, Range>>();
  const store = await Deno.makeTempDir();
  const env = { INSOMNIA_DATA_DIR: store };
  const run = (...args: readonly string[]) =>
    runOrFail(
      pinnedDeno(),
      ["run", "--quiet", "--no-config", "--allow-all", ...args],
      folder,
      env,
    );
  await run(entry, ...STORED_POD);
  await writeAsRuntime(`${store}/pods/demo/metadata.json`);
  for (const job of USUAL_JOBS) {
    const coverage = await Deno.makeTempDir();
    try {
      await run(`--coverage=${coverage}`, entry, ...job);
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
  await Deno.remove(store, { recursive: true });
  return new Map(
    [...called].map(([path, ranges]) => [path, [...ranges.values()]]),
  );
}

/** As the runtime leaves a Pod's file: what is unset is `null`. */
async function writeAsRuntime(file: string): Promise<void> {
  const metadata = JSON.parse(await Deno.readTextFile(file));
  metadata.resolved_manifest_snapshot.pod.prompt_pack = null;
  await Deno.writeTextFile(file, JSON.stringify(metadata));
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
 * @param functions what V8 says of where they are
 *
 * @example
 * ```ts
 * import { withEagerFunctions } from "./eager_functions.ts";
 * import assert from "node:assert/strict";
 * const code = "function one(){return 1}var two=()=>2;";
 * const ranges = [{ start: 0, end: 24 }, { start: 32, end: 37 }];
 * assert.equal(
 *   withEagerFunctions(code, ranges),
 *   "var one=(function one(){return 1});var two=(()=>2);",
 * );
 * ```
 */
export function withEagerFunctions(
  code: string,
  functions: readonly Range[],
): string {
  const called = new Set(functions.map(({ start, end }) => `${start}-${end}`));
  const wasCalled = (end: number, ...starts: readonly number[]) =>
    starts.some((start) => called.has(`${start}-${end}`));

  /** The text of a node with the functions in it rewritten. */
  function render(node: AnyNode): string {
    if (node.type === "Program" || node.type === "BlockStatement") {
      return renderBlock(node);
    }
    if (
      node.type === "Property" && node.method &&
      wasCalled(node.end, node.start, node.value.start)
    ) return renderMethod(node);
    const text = renderParts(node);
    return isExpression(node) && wasCalled(node.end, node.start)
      ? `(${text})`
      : text;
  }

  function renderParts(node: AnyNode): string {
    const method = methodIn(node);
    let text = "";
    let at = node.start;
    for (const child of childrenOf(node)) {
      text += code.slice(at, child.start) +
        (child === method ? renderParts(child) : render(child));
      at = child.end;
    }
    return text + code.slice(at, node.end);
  }

  /** A declaration is there before its block runs: so is what replaces it. */
  function renderBlock(block: acorn.Program | acorn.BlockStatement): string {
    const [open, keyword] = block.type === "Program"
      ? ["", "var"]
      : ["{", "let"];
    let declared = "";
    let text = "";
    let at = block.start + open.length;
    for (const child of childrenOf(block)) {
      text += code.slice(at, child.start);
      at = child.end;
      if (
        child.type === "FunctionDeclaration" && child.id &&
        wasCalled(child.end, child.start)
      ) {
        declared += `${keyword} ${child.id.name}=(${renderParts(child)});`;
      } else text += render(child);
    }
    return open + declared + text + code.slice(at, block.end);
  }

  /** `name(a){…}` as `name:(function(a){…})`: nothing here says `super`. */
  function renderMethod({ key, value, computed }: acorn.Property): string {
    const method = value as acorn.FunctionExpression;
    const name = computed ? `[${render(key)}]` : code.slice(key.start, key.end);
    const kind = `${method.async ? "async " : ""}function${
      method.generator ? "*" : ""
    }`;
    return `${name}:(${kind}${renderParts(method)})`;
  }

  return render(
    acorn.parse(code, { ecmaVersion: "latest", sourceType: "module" }),
  );
}

type AnyNode = acorn.AnyNode;

function isExpression({ type }: AnyNode): boolean {
  return type === "FunctionExpression" || type === "ArrowFunctionExpression";
}

/** What begins at the parentheses behind a name, and so is no expression. */
function methodIn(node: AnyNode): AnyNode | undefined {
  if (node.type === "MethodDefinition") return node.value;
  if (node.type !== "Property") return undefined;
  return node.method || node.kind !== "init" ? node.value : undefined;
}

/** The nodes directly in one, in the order of the program. */
function childrenOf(node: AnyNode): AnyNode[] {
  const children = Object.values(node).flat().filter(isNode);
  // In `{ a }` the name is the value, too.
  return [...new Map(children.map((child) => [child.start, child])).values()]
    .sort((a, b) => a.start - b.start);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value &&
    "start" in value;
}
