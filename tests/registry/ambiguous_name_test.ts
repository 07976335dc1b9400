import assert from "node:assert/strict";
import { ambiguousName } from "../../lib/registry/ambiguous_name.ts";
import type { NameMeaning } from "../../lib/registry/name_meanings.ts";

const meaning = (source: "builtin" | "user" | "project"): NameMeaning => ({
  selector: { kind: "registry", source, name: "coder" },
});
const registry = { entries: [], aliases: [], problems: [], files: [] };

Deno.test("ambiguousName: both meanings, and the line that settles it", () => {
  const [said] = ambiguousName("coder", [meaning("builtin"), meaning("user")], {
    ...registry,
    configDirectory: "/c",
  }).diagnostics;
  assert.equal(
    said!.message,
    "`coder` is ambiguous: it can be `builtin:coder` or `user:coder`",
  );
  assert.equal(
    said!.help,
    'write the one you mean, with its source; to settle it, add below `[alias]` in `/c/profiles.toml`: `coder = "user:coder"`',
  );
});

Deno.test("ambiguousName: without a config directory there is no such line", () => {
  const { diagnostics: [said] } = ambiguousName("coder", [
    meaning("builtin"),
    meaning("user"),
  ], registry);
  assert.equal(said!.help, "write the one you mean, with its source");
});
