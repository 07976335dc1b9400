import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import { formatSelector } from "../../lib/selector/format_selector.ts";
import { parseSelector } from "../../lib/selector/parse_selector.ts";
import {
  hasPathEnding,
  isProfileName,
} from "../../lib/selector/profile_name.ts";
import type { ProfileSelector } from "../../lib/selector/profile_selector.ts";

const name = (name: string): ProfileSelector => ({ kind: "name", name });
const path = (path: string): ProfileSelector => ({ kind: "path", path });
const entry = (
  source: "builtin" | "user" | "project",
  name: string,
): ProfileSelector => ({ kind: "registry", source, name });

for (
  const [text, expected] of [
    ["default", { kind: "default" }],
    ["-", { kind: "stdin" }],
    ["coder", name("coder")],
    ["gpt-5.5_x", name("gpt-5.5_x")],
    ["7", name("7")],
    ["builtin:default", entry("builtin", "default")],
    ["user:night", entry("user", "night")],
    ["project:inherit", entry("project", "inherit")],
    ["path:coder", path("coder")],
    ["path:./coder.lua", path("./coder.lua")],
    ["path:default", path("default")],
    ["path:-", path("-")],
    ["path:a:b", path("a:b")],
    ["path:path:x", path("path:x")],
    ["./coder", path("./coder")],
    ["../coder.lua", path("../coder.lua")],
    [".", path(".")],
    [".hidden", path(".hidden")],
    ["a/b", path("a/b")],
    ["a\\b", path("a\\b")],
    ["/abs/coder", path("/abs/coder")],
    ["coder.lua", path("coder.lua")],
    ["coder.json", path("coder.json")],
    ["coder.nix", path("coder.nix")],
    ["C:\\ws\\coder.lua", path("C:\\ws\\coder.lua")],
    ["C:/ws/coder", path("C:/ws/coder")],
    ["./a:b", path("./a:b")],
    ["dir/user:x", path("dir/user:x")],
    ["default.lua", path("default.lua")],
  ] as [string, ProfileSelector][]
) {
  Deno.test(`parseSelector: ${text}`, () => {
    assert.deepEqual(parseSelector(text), expected);
  });
}

for (
  const [text, code, message, help] of [
    ["", "selector-invalid", /it is empty/, /`default`/],
    ["inherit", "selector-reserved", /reserved/, /`project:inherit`/],
    [
      "foo:bar",
      "selector-invalid",
      /no source `foo`, only `builtin:`, `user:` and `project:`/,
      /`path:foo:bar`/,
    ],
    ["projct:x", "selector-invalid", /`projct`/, /did you mean `project:x`\?/],
    ["Project:x", "selector-invalid", /`Project`/, /did you mean `project:x`/],
    ["pth:./x", "selector-invalid", /`pth`/, /did you mean `path:.\/x`/],
    ["C:x.lua", "selector-invalid", /no source `C`/, /path:C:x\.lua/],
    ["https://x/y.lua", "selector-invalid", /no source `https`/, /path:/],
    [":x", "selector-invalid", /no source ``/, /path:/],
    ["path:", "selector-invalid", /no path after/, undefined],
    ["./a\0b", "selector-invalid", /NUL/, undefined],
    ["user:", "selector-invalid", /there is no name/, /a name is/],
    ["user:a/b", "selector-invalid", /`a\/b` is not a name/, /a name is/],
    ["user:x.lua", "selector-invalid", /not a name/, /does not end in .lua/],
    ["a b", "selector-invalid", /`a b` is not a name/, /a name is/],
    ["_base", "selector-invalid", /not a name/, /a name is/],
    ["--help", "selector-invalid", /not a name/, /a name is/],
    ["é", "selector-invalid", /not a name/, /a name is/],
    ["x".repeat(65), "selector-invalid", /not a name/, /at most 64/],
  ] as const
) {
  Deno.test(`parseSelector: refuses ${text.slice(0, 20) || "nothing"}`, () => {
    assert.throws(() => parseSelector(text), (error) => {
      assert(error instanceof ProfileError);
      assert.equal(error.code, code);
      assert.equal(error.exitCode, 3);
      assert.match(error.message, message);
      if (help) assert.match(error.diagnostics[0]!.help ?? "", help);
      return true;
    });
  });
}

const names = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
  .filter((text) => !hasPathEnding(text));
const paths = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.stringMatching(/^[a-zC:.\\/-]{1,12}$/),
  fc.constantFrom("default", "-", "inherit", "path:", "user:x", "C:\\", "C:"),
).filter((text) => !text.includes("\0"));
const selectors: fc.Arbitrary<ProfileSelector> = fc.oneof(
  fc.constant<ProfileSelector>({ kind: "default" }),
  fc.constant<ProfileSelector>({ kind: "stdin" }),
  names.filter((text) => !["default", "inherit"].includes(text)).map(name),
  paths.map(path),
  fc.tuple(fc.constantFrom("builtin", "user", "project"), names)
    .map(([source, name]) => entry(source, name)),
);

Deno.test("formatSelector: parseSelector reads back what it wrote", () => {
  fc.assert(
    fc.property(selectors, (selector) => {
      assert.deepEqual(parseSelector(formatSelector(selector)), selector);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("parseSelector: of any text, a selector that can be written, or a ProfileError", () => {
  const texts = fc.oneof(paths, fc.string(), names);
  fc.assert(
    fc.property(texts, (text) => {
      let selector;
      try {
        selector = parseSelector(text);
      } catch (error) {
        assert(error instanceof ProfileError);
        return;
      }
      const written = formatSelector(selector);
      assert.deepEqual(parseSelector(written), selector);
      assert(text === written || text === `path:${written}`);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("formatSelector: refuses a name that would be read as something else", () => {
  for (const text of ["default", "-", "inherit", "a b", "./x", "x.lua", ""]) {
    assert.throws(() => formatSelector(name(text)), ProfileError, text);
  }
});

Deno.test("isProfileName: never a path", () => {
  fc.assert(fc.property(names, (text) => {
    assert(isProfileName(text));
    assert.notEqual(parseSelectorKind(text), "path");
  }));
});

function parseSelectorKind(text: string): string {
  return text === "inherit" ? "reserved" : parseSelector(text).kind;
}
