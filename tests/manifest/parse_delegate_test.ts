import assert from "node:assert/strict";
import { ProfileError } from "../../lib/base/profile_error.ts";
import { parseDelegate } from "../../lib/manifest/parse_delegate.ts";
import type { ScopeRule } from "../../lib/schema/scope.ts";

const RIGHT: readonly (readonly [text: string, rule: ScopeRule])[] = [
  ["read:/docs", { target: "/docs", permission: "read", recursive: true }],
  ["write:.", { target: "/ws", permission: "write", recursive: true }],
  [
    "write,nonrecursive:x/./y/",
    { target: "/ws/x/y", permission: "write", recursive: false },
  ],
  // Whether it leads to `/x` is for the links to say.
  [
    "write:link/../x",
    { target: "/ws/link/../x", permission: "write", recursive: true },
  ],
  [
    "read:/a/../x",
    { target: "/a/../x", permission: "read", recursive: true },
  ],
  ["read:a:b", { target: "/ws/a:b", permission: "read", recursive: true }],
  [
    "read:C:\\Users\\me",
    { target: "C:/Users/me", permission: "read", recursive: true },
  ],
];

for (const [text, rule] of RIGHT) {
  Deno.test(`parseDelegate: ${text}`, () => {
    assert.deepEqual(parseDelegate(text, "/ws"), rule);
  });
}

const WRONG: readonly (readonly [text: string, why: string, help: string])[] = [
  [
    "docs",
    "there is no `:` between permission and path",
    "as `read:docs`, `write:src` or `write,nonrecursive:.`",
  ],
  ["raed:docs", "`raed` is no permission", "did you mean `read`?"],
  [
    ":docs",
    "`` is no permission",
    "one of: read, write, as `read:docs`, `write:src` or `write,nonrecursive:.`",
  ],
  [
    "read,nonrecursiv:x",
    "unknown option `nonrecursiv`",
    "did you mean `nonrecursive`?",
  ],
  [
    "read:",
    "the path is missing",
    "write the path right behind the `:`, as `read:docs`, `write:src` or `write,nonrecursive:.`",
  ],
  [
    "read:a,write,nonrecursive:b",
    "there are two rules in it",
    "give each its own flag: `--delegate read:a --delegate write,nonrecursive:b`",
  ],
  [
    "read:~/docs",
    "a `~` behind the `:` means nothing to the shell",
    "write `read:$HOME/docs`",
  ],
];

for (const [text, why, help] of WRONG) {
  Deno.test(`parseDelegate: refuses ${text}`, () => {
    assert.throws(() => parseDelegate(text, "/ws"), (error) => {
      assert.ok(error instanceof ProfileError);
      assert.deepEqual(error.diagnostics, [{
        code: "delegate-invalid",
        severity: "error",
        message: `cannot delegate \`${text}\`: ${why}`,
        help,
      }]);
      return true;
    });
  });
}
