/**
 * Writes `resources/lua/_fields.lua`: what the host modules know of fields,
 * read off the field table. With `--check` only tells whether it is up to date.
 *
 * @module
 */
import { COMPACTION } from "../lib/schema/compaction.ts";
import { MEMORY } from "../lib/schema/memory.ts";
import { MODEL } from "../lib/schema/model.ts";
import { PERMISSIONS } from "../lib/schema/permissions.ts";
import {
  type FieldNode,
  fieldsOf,
  type SchemaNode,
} from "../lib/schema/schema_node.ts";
import { WEB } from "../lib/schema/web.ts";

const FILE = new URL("../resources/lua/_fields.lua", import.meta.url);

/** Longest line of a list before the next one is begun. */
const LINE_WIDTH = 108;

const HEAD = `\
-- The names of the fields that the tables given to host modules may have, in
-- the order of the manifest, and the words that a few arguments may be. What each
-- field takes is checked with the whole profile, where all problems are reported
-- at once.
-- Written by scripts/generate_lua_fields.ts from lib/schema; not to be edited.
local host = ...
local known = host.modules._arguments.known
local ipairs, next = ipairs, next

local fields = {}
`;

const TAIL = `
-- Answers to names that are no fields of a section, as \`arguments.fields\` takes
-- them, with those to its removed ones.
function fields.refused(section, answers)
  for name, help in next, removed[section] do answers[name] = { "removed-field", help } end
  return answers
end

function fields.join(...)
  local all = {}
  for _, list in ipairs({ ... }) do
    for _, name in ipairs(list) do all[#all + 1] = name end
  end
  return known(all)
end

return fields
`;

/** What the lists become, and what begins a table of removed fields. */
const BETWEEN = `
for _, list in next, fields do known(list) end

-- Fields that are gone for good, by section.
local removed = {
`;

/** The lists of names, as a host module gives them to those who write them. */
export function luaFieldLists(): Readonly<Record<string, readonly string[]>> {
  const web = fieldsOf(WEB.input);
  const names = (node: SchemaNode, ...without: readonly string[]) =>
    [...fieldsOf(node).keys()].filter((name) => !without.includes(name));
  const compaction = fieldsOf(COMPACTION.input);
  return {
    // The reference and the presets are first arguments.
    model: names(MODEL.input, "ref"),
    compaction: names(COMPACTION.input, "preset"),
    compaction_window: [...compaction].filter(([, field]) => takesShare(field))
      .map(([name]) => name),
    // Older spellings, still read; never suggested.
    compaction_older: [...compaction.values()]
      .flatMap(({ field }) => field.older ?? []),
    memory: names(MEMORY.input, "preset"),
    // `web.brave` sets these two itself.
    web_search: names(web.get("search")!.node, "enabled", "provider"),
    web_fetch: names(web.get("fetch")!.node),
    compaction_presets: wordsAt(COMPACTION.input, "preset"),
    memory_presets: wordsAt(MEMORY.input, "preset"),
    qualities: wordsAt(MODEL.input, "quality"),
    actions: wordsAt(PERMISSIONS.input, "default_action"),
  };
}

/** The words that a field takes. */
function wordsAt(section: SchemaNode, name: string): readonly string[] {
  const { node } = fieldsOf(section).get(name)!;
  if (node.is !== "words") throw new TypeError(`\`${name}\` takes no words`);
  return node.words;
}

/** Whether a part of a context window may stand for tokens. */
function takesShare({ node }: FieldNode): boolean {
  return node.is === "either" && fieldsOf(node).has("ratio");
}

/** The text of `_fields.lua`. */
export function luaFields(): string {
  const lists = Object.entries(luaFieldLists())
    .map(([name, list]) => `\nfields.${name} = {\n${linesOf(list)}}\n`);
  const removed = Object.entries({ compaction: COMPACTION, memory: MEMORY })
    .map(([section, { input }]) =>
      `  ${section} = {\n${
        Object.entries(input.removed)
          .map(([name, help]) => `    ${name} = ${JSON.stringify(help)},\n`)
          .join("")
      }  },\n`
    );
  return [HEAD, ...lists, BETWEEN, ...removed, "}\n", TAIL].join("");
}

function linesOf(names: readonly string[]): string {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last === undefined || last.length + name.length + 4 > LINE_WIDTH) {
      lines.push(`  "${name}",`);
    } else {
      lines[lines.length - 1] = `${last} "${name}",`;
    }
  }
  return lines.map((line) => `${line}\n`).join("");
}

if (import.meta.main) {
  const text = luaFields();
  if (!Deno.args.includes("--check")) {
    await Deno.writeTextFile(FILE, text);
  } else if (await Deno.readTextFile(FILE) !== text) {
    console.error(
      "resources/lua/_fields.lua is not what the field table gives: run `deno task generate`",
    );
    Deno.exit(1);
  }
}
