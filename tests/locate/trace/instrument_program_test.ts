import assert from "node:assert/strict";
import { evaluate } from "../../lua/evaluator.ts";
import fc from "../../fast_check.ts";
import type { SourcePlace } from "../../../lib/base/diagnostic.ts";
import {
  type FieldPath,
  printFieldPath,
} from "../../../lib/base/field_path.ts";
import { instrumentProgram } from "../../../lib/locate/trace/instrument_program.ts";
import { tracePlaces } from "../../../lib/locate/trace/trace_places.ts";
import { traceText } from "../../../lib/resources/builtin_resources.ts";
import { readCorpus } from "../../corpus/corpus_case.ts";
import { OPTIONS, programOf } from "../../lua/evaluate_text.ts";

Deno.test("instrumentProgram changes no value of the corpus", async (t) => {
  const trace = await traceText();
  for (const { id, files, expect } of readCorpus()) {
    if (expect !== "ok") continue;
    await t.step(id, () => {
      const program = programOf(files);
      const { value } = evaluate(program, OPTIONS);
      const traced = evaluate(instrumentProgram(program).program, {
        ...OPTIONS,
        maxSteps: 2 ** 31 - 1,
        trace,
      });
      assert.deepEqual(traced.value, value);
      assert.ok(traced.marks);
    });
  }
});

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

const { tree } = fc.letrec<{ tree: Tree; leaf: string }>((tie) => ({
  leaf: fc.string({ unit: fc.constantFrom(..."ab {}=,;-[é😀"), maxLength: 6 }),
  tree: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    tie("leaf"),
    fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom("a", "b", "end", "x y", "é", "c1"),
      tie("tree"),
      {
        minKeys: 1,
        maxKeys: 4,
      },
    ),
  ),
}));

/** Lua source that builds a tree, in a way that the choices tell. */
function writeProgram(tree: Tree, choices: readonly number[]): string {
  let used = 0;
  const choose = <T>(...options: readonly T[]): T =>
    options[(choices[used++ % choices.length] ?? 0) % options.length]!;
  const statements = [
    "local function id(...) return ... end",
    "local o = { id = id }",
  ];
  let locals = 0;

  function expression(node: Tree): string {
    if (typeof node === "string") return literal(node);
    const table = constructor(node);
    const argument = table.startsWith("{") ? table : `(${table})`;
    return choose(
      () => table,
      () => `(${table})`,
      () => `id${argument}`,
      () => `o.id(${table})`,
      () => `(id\n${argument})`,
      () => local(table),
      () => `(function() local t = ${table} return t end)()`,
    )();
  }

  function literal(text: string): string {
    const quoted = `"${text}"`;
    return text.includes("]")
      ? quoted
      : choose(quoted, `'${text}'`, `[==[${text}]==]`);
  }

  function local(table: string): string {
    const name = `t${locals++}`;
    statements.push(`local ${name} = ${table}${choose("", ";", " -- {")}`);
    return name;
  }

  function constructor(node: Exclude<Tree, string>): string {
    const written: string[] = [];
    const assigned: [string, string][] = [];
    const entries = Object.entries(node);
    for (const [key, child] of entries) {
      const value = expression(child);
      const index = String(Number(key) + 1);
      const bracketed = Array.isArray(node) ? `[${index}]` : `["${key}"]`;
      const bare = Array.isArray(node)
        ? undefined
        : /^[a-z][0-9]?$/.test(key)
        ? key
        : undefined;
      // Items by position must all be: their numbers count.
      if (Array.isArray(node)) written.push(value);
      else if (choose(true, true, false)) {
        written.push(
          `${bare && choose(true, false) ? bare : bracketed} = ${value}`,
        );
      } else assigned.push([bare ? `.${bare}` : bracketed, value]);
    }
    const table = `{${choose("", " ", "\n  ", "--[[ é ]]")}${
      written.join(choose(", ", "; ", ",\n  "))
    }${written.length > 0 ? choose("", ",", ";") : ""}}`;
    if (assigned.length === 0) return table;
    const name = local(table);
    for (const [key, value] of assigned) {
      statements.push(`${name}${key} = ${value}`);
    }
    return name;
  }

  const result = expression(tree);
  return `${statements.join(choose("\n", " \n", "\r\n"))}\nreturn ${result}`;
}

function* leaves(
  tree: Tree,
  path: FieldPath = [],
): Generator<[FieldPath, string]> {
  if (typeof tree === "string") yield [path, tree];
  else {
    for (const [key, child] of Object.entries(tree)) {
      yield* leaves(child, [...path, Array.isArray(tree) ? Number(key) : key]);
    }
  }
}

function textAt(source: string, { line, column, length }: SourcePlace): string {
  const text = source.split("\n")[line - 1]!;
  return text.slice(column - 1, column - 1 + length);
}

Deno.test("tracePlaces finds every literal of generated programs", async () => {
  await fc.assert(
    fc.asyncProperty(
      tree.filter((tree) => typeof tree !== "string"),
      fc.array(fc.nat(100), { minLength: 1, maxLength: 60 }),
      async (tree, choices) => {
        const source = writeProgram(tree, choices);
        const program = programOf({ "main.lua": source });
        const { value } = evaluate(program, OPTIONS);
        assert.equal(
          JSON.stringify(value, sorted),
          JSON.stringify(tree, sorted),
        );
        const finder = await tracePlaces(program, value, OPTIONS, evaluate);
        for (const [path, leaf] of leaves(tree)) {
          const place = finder.placeOf(path, "value");
          assert.ok(place);
          assert.equal(
            place.label,
            undefined,
            `${printFieldPath(path)}\n${source}`,
          );
          assert.ok(
            [`"${leaf}"`, `'${leaf}'`, `[==[${leaf}]==]`].includes(
              textAt(source, place),
            ),
            `${printFieldPath(path)} is not ${
              textAt(source, place)
            }\n${source}`,
          );
        }
      },
    ),
    { numRuns: 200 },
  );
});

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1),
  );
}
