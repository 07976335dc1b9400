import assert from "node:assert/strict";
import type { FoundEntry } from "../../lib/registry/registry_entries.ts";
import { suggestEntries } from "../../lib/registry/suggest_entries.ts";

function entries(count: number): FoundEntry[] {
  return Array.from({ length: count }, (_, at) => ({
    source: "user",
    name: `profile${at}`,
    qualifiedName: `user:profile${at}`,
    path: `/p${at}.lua`,
    status: "ok",
  }));
}

for (
  const [count, end] of [
    [20, "user:profile19"],
    [21, "user:profile19, 1 more"],
    [25, "user:profile19, 5 more"],
  ] as const
) {
  Deno.test(`suggestEntries: of ${count} profiles twenty are listed`, () => {
    const { help = "" } = suggestEntries("zzzzzz", entries(count));
    assert.ok(help.endsWith(`, ${end}`), help);
    assert.equal(help.match(/user:/g)?.length, 20);
  });
}
