import assert from "node:assert/strict";
import { z } from "npm:zod@4.6.7";
import { ProfileSchema } from "../../lib/profile/profile_input.ts";
import { OLDER_COMPACTION_NAMES } from "../../lib/schema/older_spellings.ts";

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly anyOf?: readonly Node[];
}

const SCHEMA = z.toJSONSchema(ProfileSchema, {
  io: "input",
  reused: "inline",
  unrepresentable: "any",
}) as Node;

/** The fields of a section of a profile. */
function fieldsOf(...path: readonly string[]): string[] {
  let node = SCHEMA;
  for (const name of path) node = table(node).properties![name];
  return Object.keys(table(node).properties!);
}

function table(node: Node): Node {
  return node.anyOf?.find((choice) => choice.properties) ?? node;
}

/** The lists of names in `_fields.lua`. */
function luaLists(): Record<string, string[]> {
  const text = Deno.readTextFileSync(
    new URL("../../resources/lua/_fields.lua", import.meta.url),
  );
  const lists: Record<string, string[]> = {};
  for (
    const [, name, items] of text.matchAll(/^fields\.(\w+) = \{([^}]*)\}/gm)
  ) {
    lists[name] = [...items.matchAll(/"(\w+)"/g)].map((match) => match[1]);
  }
  return lists;
}

Deno.test("_fields.lua names exactly the fields that a profile may have", () => {
  const without = (fields: string[], ...names: string[]) =>
    fields.filter((name) => !names.includes(name));
  const lists = luaLists();
  const expected: Record<string, string[]> = {
    model: without(fieldsOf("model"), "ref"),
    compaction: without(fieldsOf("compaction"), "preset"),
    compaction_older: Object.keys(OLDER_COMPACTION_NAMES),
    compaction_window: [
      "threshold",
      "request_threshold",
      "worker_context_max_tokens",
    ],
    memory: without(fieldsOf("memory"), "preset"),
    web_search: without(fieldsOf("web", "search"), "enabled", "provider"),
    web_fetch: fieldsOf("web", "fetch"),
  };
  const sorted = (all: Record<string, string[]>) =>
    Object.fromEntries(
      Object.keys(all).sort().map((name) => [name, [...all[name]].sort()]),
    );
  assert.deepEqual(sorted(lists), sorted(expected));
});
