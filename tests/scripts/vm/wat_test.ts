import assert from "node:assert/strict";
import { addData, addressOf } from "../../../scripts/vm/data.ts";
import { readWasm, writeWasm } from "../../../scripts/vm/binaryen.ts";
import {
  parseExpressions,
  printExpressions,
} from "../../../scripts/vm/s_expression.ts";
import {
  functionNamed,
  insertAtEntry,
  replaceIn,
} from "../../../scripts/vm/wat.ts";
import { exportsOf, moduleOf } from "./instance_of.ts";

Deno.test("parseExpressions reads brackets, strings and words, and passes over remarks", () => {
  const text = `(data (i32.const 8) "a (b) \\" ;; \\00") ;; (a remark
    (nop)`;
  const expressions = parseExpressions(text);
  assert.deepEqual(expressions, [
    ["data", ["i32.const", "8"], `"a (b) \\" ;; \\00"`],
    ["nop"],
  ]);
  assert.deepEqual(
    parseExpressions(printExpressions(expressions)),
    expressions,
  );
  for (const wrong of ["(a", "a)", "(a))"]) {
    assert.throws(() => parseExpressions(wrong), SyntaxError);
  }
});

Deno.test("readWasm and writeWasm keep a module as it is", () => {
  const module = moduleOf(`(memory 1 2)
    (func $twice (export "twice") (param $x f64) (result f64)
      (f64.add (local.get $x) (local.get $x)))`);
  const bytes = writeWasm(module);
  assert.deepEqual(writeWasm(readWasm(bytes)), bytes);
  const { twice } = exportsOf<{ twice(x: number): number }>(readWasm(bytes));
  assert.equal(twice(-0.1), -0.2);
  assert.throws(() => writeWasm(moduleOf("(func (result i32) (f64.const 1))")));
});

const SAMPLE = `(func $f (export "f") (param $x i32) (result i32)
  (local.set $x (i32.add (local.get $x) (i32.const 1)))
  (drop (i32.const 7))
  (if (local.get $x) (then (drop (i32.const 7)) (nop)))
  (local.get $x))`;

Deno.test("replaceIn replaces what follows one another, wherever it stands, so many times", () => {
  const module = moduleOf(SAMPLE);
  const func = functionNamed(module, "$f");
  const more = "(local.set $x (i32.mul (local.get $x) (i32.const 3)))";
  replaceIn(func, "(drop (i32.const 7))", `${more} (drop (i32.const 7))`, {
    times: 2,
  });
  assert.equal(exportsOf<{ f(x: number): number }>(module).f(1), 18);
  for (const times of [0, 1, 3]) {
    const other = functionNamed(moduleOf(SAMPLE), "$f");
    assert.throws(
      () => replaceIn(other, "(i32.const 7)", "(i32.const 8)", { times }),
      /2 places, not/,
    );
  }
  assert.throws(() => functionNamed(module, "$g"), /no function \$g/);
});

Deno.test("insertAtEntry puts code behind parameters and locals", () => {
  const module = moduleOf(SAMPLE);
  insertAtEntry(
    functionNamed(module, "$f"),
    "(local.set $x (i32.const 40))",
  );
  assert.equal(exportsOf<{ f(x: number): number }>(module).f(1), 41);
});

Deno.test("addressOf finds a text of static data, whatever is escaped in it", () => {
  const module = moduleOf(`(memory 1)
    (data (i32.const 100) "one\\00t\\77o %s: \\"x\\"\\t\\00")
    (data (i32.const 200) "twice\\00twice\\00")`);
  assert.equal(addressOf(module, "one"), 100);
  assert.equal(addressOf(module, `two %s: "x"\t`), 104);
  assert.throws(() => addressOf(module, "twice"), /2 texts/);
  assert.throws(() => addressOf(module, "none"), /0 texts/);
  addData(module, 300, new TextEncoder().encode("né\0"));
  assert.equal(addressOf(module, "n\u00c3\u00a9"), 300);
});
