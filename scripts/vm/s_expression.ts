/** A word, a number, a string with its quotes, or a list of them in brackets. */
export type Expression = string | Expression[];

/** Brackets, strings, remarks, words. */
const TOKEN = /[()]|"(?:[^"\\]|\\.)*"|;;.*|[^\s()"]+/g;

/** Reads the expressions of a text, as WebAssembly's text format has them. */
export function parseExpressions(text: string): Expression[] {
  const top: Expression[] = [];
  const open: Expression[][] = [];
  let list = top;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "(") {
      const inner: Expression[] = [];
      list.push(inner);
      open.push(list);
      list = inner;
    } else if (token === ")") {
      const outer = open.pop();
      if (!outer) throw new SyntaxError("a bracket closes that was not opened");
      list = outer;
    } else if (!token.startsWith(";;")) {
      list.push(token);
    }
  }
  if (open.length > 0) throw new SyntaxError("a bracket is not closed");
  return top;
}

/** Writes expressions as text. */
export function printExpressions(expressions: readonly Expression[]): string {
  const words: string[] = [];
  const print = (expression: Expression) => {
    if (typeof expression === "string") words.push(expression);
    else {
      words.push("(");
      expression.forEach(print);
      words.push(")");
    }
  };
  expressions.forEach(print);
  return words.join(" ");
}

/** Whether two expressions say the same. */
export function isSameExpression(a: Expression, b: Expression): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  return a.length === b.length &&
    a.every((item, index) => isSameExpression(item, b[index]!));
}
