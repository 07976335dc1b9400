import { createHash } from "node:crypto";
import ts from "npm:typescript@5.9.3";

/** One small change of the code that a test should notice. */
export interface Mutant {
  /** Counts through all files. */
  readonly id: number;
  /** The same in every run, as long as the file's text is. */
  readonly key: string;
  /** Relative to the repository. */
  readonly file: string;
  readonly line: number;
  /** What is changed, as short as it can be told. */
  readonly before: string;
  readonly after: string;
}

/** A change that can be made at a node. */
interface Change {
  readonly node: ts.Node;
  /** The node's text with the change. */
  readonly after: string;
  readonly kind: "expression" | "statement";
}

const COMPARISONS: ReadonlyMap<string, string> = new Map([
  ["===", "!=="],
  ["!==", "==="],
  ["<", "<="],
  ["<=", "<"],
  [">", ">="],
  [">=", ">"],
  ["&&", "||"],
  ["||", "&&"],
  ["-", "+"],
  ["*", "/"],
]);

/** Swapped for one another where a property has the name. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  severity: ["error", "warning"],
};

/** A code that leads to another exit code than every code of a profile. */
const OTHER_CODE = "usage";

/**
 * Finds the places of a file where a change is worth a test, and writes the
 * file so that each change can be switched on: `__mutant(7) ? changed : as it is`.
 *
 * @param text TypeScript
 * @param keep which of the changes, in the order of the file, to take
 * @param firstId what the first is numbered
 */
export function findMutants(
  file: string,
  text: string,
  firstId: number,
  keep: (found: number) => (index: number) => boolean,
): { readonly mutants: readonly Mutant[]; readonly text: string } {
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
  );
  const all: Change[] = [];
  const look = (node: ts.Node): void => {
    if (isPassedOver(node)) return;
    const change = changeOf(node);
    if (change) all.push(change);
    ts.forEachChild(node, look);
  };
  look(source);
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 12);
  const isKept = keep(all.length);
  const changes = new Map(
    all.filter((_, index) => isKept(index))
      .map((
        change,
        index,
      ) => [change.node, { ...change, id: firstId + index }]),
  );
  return {
    mutants: [...changes.values()].map(({ id, node, after, kind }) => ({
      id,
      key: `${file} ${digest} ${node.getStart()} ${kind} ${short(after)}`,
      file,
      line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      before: short(node.getText()),
      after: kind === "statement" ? "" : short(after),
    })),
    text: `${SWITCH}${written(source, changes)}`,
  };
}

/** Hoisted, because modules that import one another run in any order. */
const SWITCH =
  "function __mutant(id: number): boolean { return (globalThis as any).__isMutant?.(id) ?? false }\n";

function written(
  node: ts.Node,
  changes: ReadonlyMap<ts.Node, Change & { readonly id: number }>,
): string {
  const source = node.getSourceFile();
  let text = "";
  let at = node.kind === ts.SyntaxKind.SourceFile ? 0 : node.getStart();
  ts.forEachChild(node, (child) => {
    const start = child.getStart();
    if (start < at) return;
    text += source.text.slice(at, start) + written(child, changes);
    at = child.getEnd();
  });
  text += source.text.slice(at, node.getEnd());
  const change = changes.get(node);
  if (!change) return text;
  return change.kind === "statement"
    // In braces, or an `else` behind it would be another's.
    ? `{ if (!__mutant(${change.id})) { ${text} } }`
    : `(__mutant(${change.id}) ? (${change.after}) : (${text}))`;
}

/** Types, imports and names run nothing. */
function isPassedOver(node: ts.Node): boolean {
  return ts.isTypeNode(node) || ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) || ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node);
}

function changeOf(node: ts.Node): Change | undefined {
  const expression = (after: string): Change => ({
    node,
    after,
    kind: "expression",
  });
  if (ts.isBinaryExpression(node)) {
    const { left, right, operatorToken } = node;
    const other = COMPARISONS.get(operatorToken.getText());
    return other === undefined
      ? undefined
      : expression(`${left.getText()} ${other} ${right.getText()}`);
  }
  if (
    ts.isPrefixUnaryExpression(node) &&
    node.operator === ts.SyntaxKind.ExclamationToken
  ) return expression(node.operand.getText());
  if (ts.isNumericLiteral(node) && isValue(node)) {
    return expression(`${node.getText()} + 1`);
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return expression("false");
  if (node.kind === ts.SyntaxKind.FalseKeyword) return expression("true");
  if (ts.isStringLiteral(node)) {
    const other = otherWord(node);
    return other === undefined ? undefined : expression(`"${other}"`);
  }
  return isDroppable(node) ? { node, after: "", kind: "statement" } : undefined;
}

/** Not the name of a property. */
function isValue(node: ts.Node): boolean {
  const { parent } = node;
  return !(ts.isPropertyAssignment(parent) && parent.name === node) &&
    !(ts.isBindingElement(parent) && parent.propertyName === node);
}

function otherWord(node: ts.StringLiteral): string | undefined {
  const { parent, text } = node;
  if (!ts.isPropertyAssignment(parent) || parent.initializer !== node) return;
  const name = parent.name.getText();
  if (name === "code") return OTHER_CODE;
  const [one, two] = WORDS[name] ?? [];
  return text === one ? two : text === two ? one : undefined;
}

function isDroppable(node: ts.Node): boolean {
  if (ts.isThrowStatement(node)) return true;
  if (ts.isIfStatement(node)) {
    return !(ts.isIfStatement(node.parent) &&
      node.parent.elseStatement === node);
  }
  return ts.isExpressionStatement(node) && !/^super\(/.test(node.getText());
}

const MOST_SHOWN = 100;

function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1)}…` : line;
}
