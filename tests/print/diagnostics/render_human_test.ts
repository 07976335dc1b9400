import assert from "node:assert/strict";
import type { Diagnostic } from "../../../lib/base/diagnostic.ts";
import { renderHuman } from "../../../lib/print/diagnostics/render_human.ts";

const MISTYPED: Diagnostic = {
  code: "unknown-field",
  severity: "error",
  message: "unknown field `worker.reasonning`",
  path: "worker.reasonning",
  source: {
    file: ".insomnia/profiles/coder.lua",
    line: 9,
    column: 5,
    length: 10,
    excerpt: '    reasonning = "high",',
  },
  fixes: [{ put: "reasoning" }],
  help: "fields of `worker`: instruction, language, max_tokens, ...",
};

const { help: _, ...HELPLESS } = MISTYPED;

const ROWS: readonly {
  readonly name: string;
  readonly given: readonly Diagnostic[];
  readonly width?: number;
  readonly text: string;
}[] = [
  {
    name: "a mistyped field is underlined, the suggestion stands beside it",
    given: [MISTYPED],
    text: `
error[unknown-field]: unknown field \`worker.reasonning\`
  --> .insomnia/profiles/coder.lua:9:5
   |
 9 |     reasonning = "high",
   |     ^^^^^^^^^^ did you mean \`reasoning\`?
   |
   = help: fields of \`worker\`: instruction, language, max_tokens, ...
`,
  },
  {
    name: "a suggestion alone leaves no help behind, several are set apart",
    given: [
      HELPLESS,
      { code: "pod-name-derived", severity: "note", message: "named `ws`" },
    ],
    text: `
error[unknown-field]: unknown field \`worker.reasonning\`
  --> .insomnia/profiles/coder.lua:9:5
   |
 9 |     reasonning = "high",
   |     ^^^^^^^^^^ did you mean \`reasoning\`?

note[pod-name-derived]: named \`ws\`
`,
  },
  {
    name:
      "on a narrow terminal a suggestion stands below the carets, a message is broken",
    given: [{
      ...HELPLESS,
      message: "unknown field `worker.reasonning`: nobody reads it",
    }],
    width: 36,
    text: `
error[unknown-field]: unknown
    field \`worker.reasonning\`:
    nobody reads it
  --> .insomnia/profiles/coder.lua:9:5
   |
 9 |     reasonning = "high",
   |     ^^^^^^^^^^
   |     did you mean \`reasoning\`?
`,
  },
  {
    name: "a label wider than the terminal begins at its edge and is broken",
    given: [{
      ...MISTYPED,
      source: { ...MISTYPED.source!, label: "a label that is much too long" },
    }],
    width: 30,
    text: `
error[unknown-field]:
    unknown field
    \`worker.reasonning\`
  --> .insomnia/profiles/coder.lua:9:5
   |
 9 |     reasonning = "high",
   |     ^^^^^^^^^^
   | a label that is much too
   | long
   |
   = help: did you mean
           \`reasoning\`?
   = help: fields of \`worker\`:
           instruction,
           language,
           max_tokens, ...
`,
  },
  {
    name: "without a source there is no gutter",
    given: [{
      code: "usage",
      severity: "error",
      message: "unknown flag `--pod-nam`",
      help: "did you mean `--pod-name`?",
    }],
    text: `
error[usage]: unknown flag \`--pod-nam\`
  = help: did you mean \`--pod-name\`?
`,
  },
  {
    name: "without the line's text the place is named with its label",
    given: [{
      code: "missing-field",
      severity: "error",
      message: "no `model`",
      source: {
        file: "a.lua",
        line: 3,
        column: 1,
        length: 0,
        label: "the profile returns here",
      },
      help: "write one",
    }],
    text: `
error[missing-field]: no \`model\`
  --> a.lua:3 (the profile returns here)
  = help: write one
`,
  },
  {
    name: "where only the line is known nothing is underlined",
    given: [{
      code: "lua-runtime",
      severity: "error",
      message: "attempt to call a nil value",
      source: {
        file: "a.lua",
        line: 120,
        column: 1,
        length: 0,
        excerpt: "  f()",
        label: "the profile returns here",
      },
    }],
    text: `
error[lua-runtime]: attempt to call a nil value
    --> a.lua:120
     |
 120 |   f()
     | the profile returns here
`,
  },
  {
    name: "related places follow the help, each with its place first",
    given: [{
      code: "module-cycle",
      severity: "error",
      message: "`a` requires itself",
      source: {
        file: "b.lua",
        line: 1,
        column: 9,
        length: 3,
        excerpt: 'require("a")',
      },
      help: "move what both need into a third file",
      related: [
        {
          message: "`b` is required here",
          source: { file: "a.lua", line: 2, column: 3, length: 12 },
        },
        {
          message: "in function `make`",
          source: { file: "a.lua", line: 7, column: 1, length: 0 },
        },
        { message: "`a` is the profile" },
      ],
    }],
    text: `
error[module-cycle]: \`a\` requires itself
  --> b.lua:1:9
   |
 1 | require("a")
   |         ^^^
   |
   = help: move what both need into a third file
   = note: a.lua:2:3: \`b\` is required here
   = note: a.lua:7: in function \`make\`
   = note: \`a\` is the profile
`,
  },
  {
    name: "help is wrapped below itself",
    width: 40,
    given: [{
      code: "usage",
      severity: "error",
      message: "no",
      help: "one two three four five six seven eight nine ten\neleven",
    }],
    text: `
error[usage]: no
  = help: one two three four five six
          seven eight nine ten
  = help: eleven
`,
  },
  {
    name: "control characters are shown, and carets stay in their column",
    given: [{
      code: "invalid-value",
      severity: "warning",
      message: "bad \u001b[2J\u202e text\r",
      source: {
        file: "a\u0007.lua",
        line: 1,
        column: 4,
        length: 3,
        excerpt: "\t\u001b日abc = 1  ",
      },
    }],
    text: `
warning[invalid-value]: bad \\u{1b}[2J\\u{202e} text\\r
  --> a\\u{7}.lua:1:4
   |
 1 |     \\u{1b}日abc = 1
   |             ^^^
`,
  },
  {
    name: "a message of several lines cannot look like two diagnostics",
    given: [{
      code: "lua-runtime",
      severity: "error",
      message: "x\nerror[usage]: y",
    }],
    text: `
error[lua-runtime]: x
    error[usage]: y
`,
  },
  {
    name: "a long line is cut around the place",
    width: 30,
    given: [{
      code: "json-syntax",
      severity: "error",
      message: "no",
      source: {
        file: "a.json",
        line: 1,
        column: 101,
        length: 3,
        excerpt: "x".repeat(100) + "bad" + "y".repeat(100),
      },
    }],
    text: `
error[json-syntax]: no
  --> a.json:1:101
   |
 1 | …xxxxxxxxxxxbadyyyyyyyyy…
   |             ^^^
`,
  },
  {
    name: "a place behind the end of its line still gets a caret",
    given: [{
      code: "lua-syntax",
      severity: "error",
      message: "unexpected end",
      source: {
        file: "a.lua",
        line: 2,
        column: 9,
        length: 1,
        excerpt: "return {",
      },
    }],
    text: `
error[lua-syntax]: unexpected end
  --> a.lua:2:9
   |
 2 | return {
   |         ^
`,
  },
];

for (const { name, given, width, text } of ROWS) {
  Deno.test(`renderHuman: ${name}`, () => {
    assert.equal(`\n${renderHuman(given, { width })}`, text);
  });
}

Deno.test("renderHuman: colour changes the look only, never the text", () => {
  const plain = renderHuman([MISTYPED]);
  const colored = renderHuman([MISTYPED], { color: true });
  assert.notEqual(colored, plain);
  // deno-lint-ignore no-control-regex -- these are the colours
  assert.equal(colored.replace(/\x1b\[[\d;]*m/g, ""), plain);
});

Deno.test("renderHuman: nothing to say is the empty text", () => {
  assert.equal(renderHuman([]), "");
});
