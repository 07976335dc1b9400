import assert from "node:assert/strict";
import { withEagerFunctions } from "../../scripts/eager_functions.ts";

/** Where the functions begin and end that are marked with `«` and `»`. */
function marked(text: string): [string, { start: number; end: number }[]] {
  const ranges: { start: number; end: number }[] = [];
  const open: number[] = [];
  let code = "";
  for (const char of text) {
    if (char === "«") {
      open.push(ranges.push({ start: code.length, end: -1 }) - 1);
    } else if (char === "»") ranges[open.pop()!]!.end = code.length;
    else code += char;
  }
  return [code, ranges];
}

for (
  const [what, before, after] of [
    ["an arrow", "var a=«x=>x+1»;", "var a=(x=>x+1);"],
    [
      "an arrow in an argument",
      "f(«async(x)=>{await x}»,1);",
      "f((async(x)=>{await x}),1);",
    ],
    [
      "a declaration, which is there before the module runs",
      "var a=f();«function f(){return 1}»export{f};",
      "var f=(function f(){return 1});\nvar a=f();;export{f};",
    ],
    [
      "declarations of other kinds",
      "x();«async function f(){}»«function*g(){}»",
      "var f=(async function f(){});\nvar g=(function*g(){});\nx();;;",
    ],
    [
      "functions in functions",
      "«function f(){return «()=>«y=>y»»}»",
      "var f=(function f(){return (()=>(y=>y))});\n;",
    ],
    [
      "a function of a function's own, which stays where it is",
      "«function f(){return g();«function g(){return «()=>1»}»}»",
      "var f=(function f(){return g();function g(){return (()=>1)}});\n;",
    ],
    [
      "methods, which cannot be in parentheses",
      "class A{«b(c){return «()=>c»}»«async d(){}»«get e(){return 1}»}",
      "class A{b(c){return (()=>c)}async d(){}get e(){return 1}}",
    ],
    [
      "a late import",
      "var l=«()=>import(import.meta.resolve('./x.js'))»;",
      "var l=(()=>import(import.meta.resolve('./x.js')));",
    ],
    ["nothing that was not called", "var a=()=>1;", "var a=()=>1;"],
  ] as const
) {
  Deno.test(`withEagerFunctions: ${what}`, () => {
    assert.equal(withEagerFunctions(...marked(before)), after);
  });
}
