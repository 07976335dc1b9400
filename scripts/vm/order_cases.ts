import type { Expression } from "./s_expression.ts";
import { isNode, type Node } from "./wat.ts";

/** One case of a `switch`: the code behind the block that it is named by. */
interface Case {
  readonly label: string;
  /** The word, name and result of that block. */
  readonly block: Expression[];
  /** The list whose code begins with that block, or with what takes its value. */
  readonly list: Node;
  /** Where the block stands in it. */
  readonly hole: { readonly node: Node; readonly at: number };
}

/** Instructions that go on to no other. */
const LEAVES_FOR_GOOD = ["br", "br_table", "return", "unreachable"];

/**
 * Puts some cases of a function's big `switch` before all others; nothing else
 * changes. What falls through stays before what it falls into, and what other
 * cases branch to comes behind all of them: soon, where that is a place among
 * the first.
 *
 * Compilers write a `switch` as blocks that stand in one another, with the
 * branch that chooses in the innermost, and the code of a case behind each.
 *
 * @param targets how many targets the branch that chooses has
 * @param first numbers of those targets, in the order their code shall have
 */
export function orderCases(
  func: Node,
  { targets, first }: {
    readonly targets: number;
    readonly first: readonly number[];
  },
): void {
  const path = pathTo(func, targets);
  const branch = path.at(-1)!;
  const cases = readCases(path);
  const labels = branch.slice(1, -1) as string[];
  const places = labels.map((label) =>
    cases.findIndex((one) => one.label === label)
  );
  if (places.includes(-1)) throw new TypeError("the branch leads elsewhere");
  const order = orderOf(cases, first.map((target) => places[target]!));
  // Each list as it is, but with the block of its new neighbour in the hole.
  const outermost = cases.at(-1)!.list;
  const headOf = (list: Node) => list.slice(0, headLength(list));
  const codeOf = (list: Node) => list.slice(headLength(list));
  let code = codeOf(path.at(-2)!);
  for (const index of order) {
    const { block, list, hole } = cases[index]!;
    hole.node[hole.at] = [...block, ...code];
    code = codeOf(list);
  }
  outermost.splice(0, Infinity, ...headOf(outermost), ...code);
}

/** The nodes around the branch that chooses, the function first. */
function pathTo(func: Node, targets: number): Node[] {
  const paths: Node[][] = [];
  const walk = (node: Expression, path: readonly Node[]) => {
    if (typeof node === "string") return;
    const here = [...path, node];
    if (isNode(node, "br_table") && node.length - 2 === targets) {
      paths.push(here);
    }
    for (const item of node) walk(item, here);
  };
  walk(func, []);
  if (paths.length !== 1) {
    throw new TypeError(`${paths.length} branches have ${targets} targets`);
  }
  return paths[0]!;
}

/** The cases from the innermost block on. */
function readCases(path: readonly Node[]): Case[] {
  const cases: Case[] = [];
  let block: Node | undefined;
  let hole: Case["hole"] | undefined;
  for (let at = path.length - 2; at > 0; at--) {
    const node = path[at]!;
    const child = path[at + 1]!;
    if (block === child) hole = { node, at: node.indexOf(child) };
    if (isList(node)) {
      if (block && hole) {
        cases.push({
          label: block[1] as string,
          block: block.slice(0, headLength(block)),
          list: node,
          hole,
        });
      }
      block = node;
    }
    // Only what begins with the switch can have its code behind it changed.
    const before = node.slice(headLength(node), node.indexOf(child));
    if (before.length > 0 || isNode(node, "loop")) break;
  }
  if (cases.length === 0) throw new TypeError("the branch stands in no block");
  return cases;
}

/** A block with a name, or a loop: others are but brackets. */
function isList(node: Node): boolean {
  return isNode(node, "loop") ||
    isNode(node, "block") && typeof node[1] === "string";
}

/** How many items of a node come before its code: word, name, result. */
function headLength(node: Node): number {
  const head = node.findIndex((item, index) =>
    index > 0 && typeof item !== "string" && !isNode(item, "result")
  );
  return head < 0 ? node.length : head;
}

/** @param first indexes of cases */
function orderOf(cases: readonly Case[], first: readonly number[]): number[] {
  const falls = cases.map(({ list }) => {
    const last = list.at(-1)!;
    return typeof last === "string" ||
      !LEAVES_FOR_GOOD.includes(last[0] as string);
  });
  if (falls.at(-1)) {
    throw new TypeError("the switch goes on behind its last case");
  }
  const groups: number[][] = [];
  const groupOf: number[][] = [];
  for (const index of cases.keys()) {
    if (index > 0 && falls[index - 1]) groups.at(-1)!.push(index);
    else groups.push([index]);
    groupOf.push(groups.at(-1)!);
  }
  const targetsOf = cases.map((one) => branchesOf(one));
  const after = (group: readonly number[]) =>
    group.flatMap((index) =>
      cases.keys().filter((other) => targetsOf[index]!.has(cases[other]!.label))
        .map((other) => groupOf[other]!).filter((other) => other !== group)
        .toArray()
    );
  const before = (group: number[]) =>
    groups.filter((other) => after(other).includes(group));

  const ordered = new Set<number[]>();
  const place = (group: number[]) => {
    if (ordered.has(group)) return;
    before(group).forEach(place);
    ordered.add(group);
    for (const next of after(group)) {
      if (before(next).every((other) => ordered.has(other))) place(next);
    }
  };
  for (const index of first) place(groupOf[index]!);
  groups.forEach(place);
  return [...ordered].flat();
}

/** The labels that the code of a case branches to. */
function branchesOf({ list, hole }: Case): Set<string> {
  const labels = new Set<string>();
  const inner = hole.node[hole.at]!;
  const walk = (node: Expression) => {
    if (typeof node === "string" || node === inner) return;
    if (["br", "br_if", "br_table"].includes(node[0] as string)) {
      for (const label of node) {
        if (typeof label === "string") labels.add(label);
      }
    }
    node.forEach(walk);
  };
  walk(list);
  return labels;
}
