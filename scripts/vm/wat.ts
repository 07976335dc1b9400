import type { WasmModule } from "./binaryen.ts";
import {
  type Expression,
  isSameExpression,
  parseExpressions,
} from "./s_expression.ts";

/** Expressions written in WebAssembly's text format. */
export const wat = parseExpressions;

/** A list that begins with the word of what it is. */
export type Node = Expression[];

/** Whether an expression is, for instance, a `call`. */
export function isNode(
  expression: Expression | undefined,
  word: string,
): expression is Node {
  return typeof expression === "object" && expression[0] === word;
}

/** What the module defines of one kind, in its order. */
export function definitions(module: WasmModule, word: string): Node[] {
  return module.filter((item) => isNode(item, word)) as Node[];
}

/** A function by its name. */
export function functionNamed(module: WasmModule, name: string): Node {
  const found = definitions(module, "func").find(([, own]) => own === name);
  if (!found) throw new TypeError(`no function ${name}`);
  return found;
}

/** What stands in a function before its code. */
const HEAD = ["export", "type", "param", "result", "local"];

/** Where the code begins in the list of a function. */
export function codeStart(func: Node): number {
  const start = func.findIndex((item, index) =>
    index > 1 && !HEAD.some((word) => isNode(item, word))
  );
  return start < 0 ? func.length : start;
}

/** Puts instructions at the entry of a function, behind its locals. */
export function insertAtEntry(func: Node, code: string): void {
  func.splice(codeStart(func), 0, ...wat(code));
}

/** Adds locals to a function: `(local $left i32)`. */
export function addLocals(func: Node, locals: string): void {
  func.splice(codeStart(func), 0, ...wat(locals));
}

/** Adds functions, globals or exports to a module. */
export function addDefinitions(module: WasmModule, text: string): void {
  module.push(...wat(text));
}

/** Every list in an expression, itself first; what is in a list may be changed. */
export function* nodesIn(expression: Expression): Generator<Node> {
  if (typeof expression === "string") return;
  yield expression;
  for (const item of [...expression]) yield* nodesIn(item);
}

/**
 * Replaces instructions that follow one another, wherever they stand in a
 * function.
 *
 * @param times how many places there are; another number means other code
 */
export function replaceIn(
  func: Node,
  from: string,
  to: string,
  { times }: { readonly times: number },
): void {
  const wanted = wat(from);
  const replacement = wat(to);
  let found = 0;
  // All of them first: what is put in may have the same in it.
  for (const list of [...nodesIn(func)]) {
    for (let at = 0; at + wanted.length <= list.length; at++) {
      const isHere = wanted.every((item, index) =>
        isSameExpression(item, list[at + index]!)
      );
      if (!isHere) continue;
      found++;
      list.splice(at, wanted.length, ...structuredClone(replacement));
      at += replacement.length - 1;
    }
  }
  if (found !== times) {
    throw new TypeError(`${func[1]}: ${found} places, not ${times}: ${from}`);
  }
}
