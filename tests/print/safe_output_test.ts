import assert from "node:assert/strict";
import { parse } from "npm:smol-toml@1.9.1";
import type { Diagnostic } from "../../lib/base/diagnostic.ts";
import { printJson } from "../../lib/base/print_json.ts";
import { MODELS } from "../../lib/catalog/models_schema.ts";
import { printCatalogToml } from "../../lib/catalog/public/print_catalog_toml.ts";
import {
  type DiagnosticFormat,
  renderDiagnostics,
} from "../../lib/print/diagnostics/render_diagnostics.ts";
import { printChanges } from "../../lib/print/print_changes.ts";
import {
  type Explained,
  printAnnotated,
  printParagraph,
} from "../../lib/print/print_explanation.ts";
import { printToml } from "../../lib/print/print_toml.ts";

const FORMATS: readonly DiagnosticFormat[] = [
  "human",
  "json",
  "github",
  "sarif",
];
const KEY = "AKIAIOSFODNN7EXAMPLE";

/** Control characters of three kinds, marks that change the direction, a BOM. */
const MARKS =
  "\u001b[31m\u0007\u007f\u0085\u009b\u200f\u202e\u2066\u2028\ufeff";

const EXPLAINED: Explained = {
  path: MARKS,
  value: MARKS,
  origin: { kind: "default" },
};
const WORDS = { directory: "/ws", placeOf: () => undefined };
const plain = (_tone: string, text: string) => text;

const diagnostic = (text: string): Diagnostic => ({
  code: "unknown-field",
  severity: "error",
  message: `unknown field \`${text}\``,
  path: text,
  source: {
    file: `/ws/${text}.lua`,
    line: 1,
    column: 1,
    length: 3,
    label: text,
    excerpt: `${text} = 1`,
  },
  help: text,
  related: [{
    message: text,
    source: { file: `/ws/${text}.lua`, line: 1, column: 1, length: 0 },
  }],
});

for (const format of FORMATS) {
  Deno.test(`renderDiagnostics ${format}: no raw control character and no mark of direction`, () => {
    const text = renderDiagnostics([diagnostic(MARKS)], format);
    // deno-lint-ignore no-control-regex -- they are what is looked for
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    assert.doesNotMatch(text, /[\p{Cf}\u2028\u2029]/u);
  });

  Deno.test(`renderDiagnostics ${format}: no credential in a name, a file or a path`, () => {
    // The excerpt is masked where it is made.
    const { source, ...rest } = diagnostic(KEY);
    const { excerpt: _, ...place } = source!;
    const text = renderDiagnostics([{ ...rest, source: place }], format, {
      cwd: "/ws",
    });
    assert.ok(!text.includes(KEY), text);
  });

  Deno.test(`renderDiagnostics ${format}: nothing at unbounded length`, () => {
    const { source: _, related: __, ...rest } = diagnostic("x".repeat(100_000));
    const text = renderDiagnostics([rest], format);
    assert.ok(text.length < 20_000, `${text.length}`);
  });
}

/** Other texts for people and programs, each made of {@linkcode MARKS}. */
const TEXTS: Readonly<Record<string, string>> = {
  printJson: printJson({ [MARKS]: MARKS }),
  printToml: printToml({ [MARKS]: MARKS, a: { [MARKS]: [MARKS] } }),
  printChanges: printChanges([{
    path: MARKS,
    before: MARKS,
    after: undefined,
    class: "other",
    reason: MARKS,
  }], plain),
  printAnnotated: printAnnotated([EXPLAINED], WORDS, plain),
  printParagraph: printParagraph(EXPLAINED, WORDS, plain),
  printCatalogToml: printCatalogToml(
    MODELS,
    { model: [{ id: MARKS, provider: MARKS }], retired: [] },
    [MARKS],
  ),
};

for (const [printer, text] of Object.entries(TEXTS)) {
  Deno.test(`${printer}: no raw control character and no mark of direction`, () => {
    // deno-lint-ignore no-control-regex -- they are what is looked for
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    assert.doesNotMatch(text, /[\p{Cf}\u2028\u2029]/u);
  });
}

Deno.test("printJson, printToml: what is read from them is what was printed", () => {
  const document = { [MARKS]: `${MARKS}\u{e0041} \u{1f469}\u200d\u{1f4bb}` };
  assert.deepEqual(JSON.parse(printJson(document)), document);
  assert.deepEqual({ ...parse(printToml(document)) }, document);
});
