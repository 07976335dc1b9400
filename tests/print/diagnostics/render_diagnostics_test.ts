import assert from "node:assert/strict";
import type { Diagnostic } from "../../../lib/base/diagnostic.ts";
import { renderDiagnostics } from "../../../lib/print/diagnostics/render_diagnostics.ts";

const GIVEN: readonly Diagnostic[] = [
  {
    // Not in the order of the output on purpose.
    message: "bad: 100%,\nreally",
    severity: "error",
    code: "invalid-value",
    help: "use 5",
    path: "worker.top_k",
    source: {
      excerpt: "top_k = -1",
      length: 2,
      column: 9,
      line: 4,
      file: "/ws/sub/a,b:c d.lua",
    },
    related: [{
      message: "imported here",
      source: { file: "/elsewhere/x.lua", line: 1, column: 2, length: 3 },
    }],
  },
  { code: "profile-missing", severity: "warning", message: "`lost` is lost" },
  {
    code: "print",
    severity: "note",
    message: "hello",
    source: { file: "<stdin>", line: 2, column: 1, length: 0 },
  },
];

Deno.test("renderDiagnostics: json is one object a line in a fixed order", () => {
  const lines = renderDiagnostics(GIVEN, "json", { cwd: "/ws/sub" }).split(
    "\n",
  );
  assert.deepEqual(lines, [
    '{"code":"invalid-value","severity":"error","message":"bad: 100%,\\nreally",' +
    '"path":"worker.top_k","source":{"file":"a,b:c d.lua","line":4,"column":9,' +
    '"length":2,"excerpt":"top_k = -1"},"help":"use 5","related":[{"message":' +
    '"imported here","source":{"file":"/elsewhere/x.lua","line":1,"column":2,' +
    '"length":3}}]}',
    '{"code":"profile-missing","severity":"warning","message":"`lost` is lost"}',
    '{"code":"print","severity":"note","message":"hello","source":' +
    '{"file":"<stdin>","line":2,"column":1,"length":0}}',
    "",
  ]);
});

Deno.test("renderDiagnostics: github escapes what its runner splits at", () => {
  const text = renderDiagnostics(GIVEN, "github", { cwd: "/ws" });
  assert.deepEqual(text.split("\n"), [
    "::error title=invalid-value,file=sub/a%2Cb%3Ac d.lua,line=4,col=9,endColumn=10" +
    "::bad: 100%25,%0Areally%0Ahelp: use 5%0A/elsewhere/x.lua:1: imported here",
    "::warning title=profile-missing::`lost` is lost",
    "::notice title=print,file=<stdin>,line=2::hello",
    "",
  ]);
});

Deno.test("renderDiagnostics: files are named from where one stands", () => {
  const rows = [
    { cwd: undefined, place: "/ws/sub/a,b:c d.lua" },
    { cwd: "/ws", place: "sub/a,b:c d.lua" },
    { cwd: "/ws/other", place: "../sub/a,b:c d.lua" },
    { cwd: "/far/away/from/there", place: "/ws/sub/a,b:c d.lua" },
  ];
  for (const { cwd, place } of rows) {
    const lines = renderDiagnostics(GIVEN, "human", { cwd }).split("\n");
    assert.equal(lines[2], `  --> ${place}:4:9`, String(cwd));
  }
});

Deno.test("renderDiagnostics: only sarif has something to say about nothing", () => {
  for (const format of ["human", "json", "github"] as const) {
    assert.equal(renderDiagnostics([], format), "");
  }
  const log = JSON.parse(renderDiagnostics([], "sarif"));
  assert.deepEqual(log.runs[0].results, []);
  assert.deepEqual(log.runs[0].tool.driver.rules, []);
});

Deno.test("renderDiagnostics: a path in a message is shown as the place is, a credential never", () => {
  for (const format of ["human", "json", "github", "sarif"] as const) {
    const text = renderDiagnostics(
      [{
        code: "registry-syntax",
        severity: "error",
        message:
          "cannot read `/ws/.insomnia/profiles.toml` from `/ws` or `/wsx/a`",
        help: "rename `sk-ant-aB3dE5fG7hJ9kL2mN4pQ`",
        related: [{ message: "it is in `/ws/a.lua`" }],
      }],
      format,
      { cwd: "/ws" },
    );
    assert.match(
      text,
      /read `\.insomnia\/profiles\.toml` from `\/ws` or `\/wsx\/a`/,
    );
    if (format !== "github") assert.match(text, /it is in `a\.lua`/);
    assert.doesNotMatch(text, /aB3dE5fG7/);
  }
});
