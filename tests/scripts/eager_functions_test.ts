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
      "var f=(function f(){return 1});var a=f();export{f};",
    ],
    [
      "declarations of other kinds",
      "x();«async function f(){}»«function*g(){}»",
      "var f=(async function f(){});var g=(function*g(){});x();",
    ],
    [
      "functions in functions",
      "«function f(){return «()=>«y=>y»»}»",
      "var f=(function f(){return (()=>(y=>y))});",
    ],
    [
      "declarations in a function, which are there before it runs",
      "«function f(a){«function g(){return «()=>1»}»if(a){h();«function h(){}»}return g()}»",
      "var f=(function f(a){let g=(function g(){return (()=>1)});if(a){let h=(function h(){});h();}return g()});",
    ],
    [
      "methods of an object",
      "var o={«a(b){return «()=>b»}»,«*d(){}»,«['e'](){}»,f:1};",
      "var o={a:(function(b){return (()=>b)}),d:(function*(){}),['e']:(function(){}),f:1};",
    ],
    [
      "an asynchronous method and a name in quotes",
      "var o={«async c(){}»,«'x-y'(){}»};",
      "var o={c:(async function(){}),'x-y':(function(){})};",
    ],
    [
      "accessors, which are no functions to be put in parentheses",
      "var o={get «a(){return «()=>1»}»,set «b(c){}»};",
      "var o={get a(){return (()=>1)},set b(c){}};",
    ],
    [
      "what begins and ends with another",
      "var a=«()=>()=>1»;var b=()=>«()=>1»;",
      "var a=(()=>()=>1);var b=()=>(()=>1);",
    ],
    [
      "functions among patterns, templates and defaults",
      "var {a,b=«()=>1»}=c,d=`x${«()=>a»}y`;«function f({g=«()=>2»}){}»",
      "var f=(function f({g=(()=>2)}){});var {a,b=(()=>1)}=c,d=`x${(()=>a)}y`;",
    ],
    [
      "methods of classes, which cannot be in parentheses",
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
