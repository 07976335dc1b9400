import { type FormPart, parseForm } from "./parse_form.ts";
import type { FormRow } from "./read_forms.ts";

const HEAD = `\
-- Whether a string has the form of a known credential. A name is asked for in
-- many places; a person in a hurry pastes the key itself. The forms are those
-- of the check of a whole profile, as far as a name can have them; this one
-- answers at the line of the call.
-- Made from resources/credential_forms.toml by scripts/generate_credentials.ts.
local find, gmatch, lower, match, sub = string.find, string.gmatch, string.lower, string.match, string.sub
local tonumber = tonumber

-- By their first two characters: a form a line, its parts one behind another
-- with a tab between: \`=\` and plain characters; or how few and how many there
-- are of a class, and the class; \`!\` and a class that must not follow. \`*\`: the last part needs a small letter, and a
-- capital or a digit. Kept as text, which costs a start less than tables.
local FORMS <const> = {
`;

const MIDDLE = `\
}

-- What a text must hold in small letters for the pattern to be worth a try.
local OTHERS <const> = {
`;

const TAIL = `\
}

local function fits_at(text, at, form)
  local body
  for kind, part in gmatch(form, "([=:!*])([^\\t]*)") do
    if kind == "=" then
      if sub(text, at, at + #part - 1) ~= part then return false end
      at = at + #part
    elseif kind == ":" then
      local min, max, class = match(part, "^(%d+),(%d*):(.+)$")
      local _, to = find(text, "^" .. class .. "+", at)
      local count = to and to - at + 1 or 0
      min, max = tonumber(min), tonumber(max)
      if max and count > max then count = max end
      if count < min then return false end
      body = sub(text, at, at + count - 1)
      at = at + count
    elseif kind == "!" then
      -- Of an exact number there are no more.
      if find(text, "^" .. part, at) then return false end
    elseif not (match(body, "%l") and match(body, "[%u%d]")) then
      return false
    end
  end
  return true
end

-- What people write where one would be.
local function is_placeholder(text)
  local small = lower(text)
  return find(small, "xxxxxxxx", 1, true) or find(small, "your[-_ ]?%a") or find(small, "placeholder", 1, true)
end

local function looks_like_credential(text)
  -- Nothing alphanumeric stands before one.
  for at in gmatch(text, "%f[%w]()") do
    local forms = FORMS[sub(text, at, at + 1)]
    if forms then
      for form in gmatch(forms, "[^\\n]+") do
        if fits_at(text, at, form) then return not is_placeholder(text) end
      end
    end
  end
  local small
  for index = 1, #OTHERS, 2 do
    small = small or lower(text)
    if find(small, OTHERS[index], 1, true) and find(text, OTHERS[index + 1]) then return not is_placeholder(text) end
  end
  return false
end

return { looks_like_credential = looks_like_credential }
`;

/** The text of \`_credentials.lua\`. */
export function luaForms(rows: readonly FormRow[]): string {
  const byKey = new Map<string, string[]>();
  const others: string[] = [];
  for (const row of rows) {
    if (row.pattern !== undefined) {
      others.push(`  ${quoted(row.hint!)}, ${quoted(row.lua!)},\n`);
    }
    for (const form of row.is.flatMap(parseForm)) {
      const [first] = form;
      const key = typeof first === "string" ? first.slice(0, 2) : "";
      if (key.length < 2) {
        others.push(
          `  ${quoted(hintOf(form))}, ${quoted(luaPattern(form))},\n`,
        );
        continue;
      }
      const known = byKey.get(key) ?? [];
      known.push(lineOf(form, row.mixed));
      byKey.set(key, known);
    }
  }
  const forms = [...byKey].map(([key, lines]) =>
    `  [${quoted(key)}] = ${quoted(lines.join("\n"))},\n`
  );
  return HEAD + forms.join("") + MIDDLE + others.join("") + TAIL;
}

function lineOf(form: readonly FormPart[], mixed: boolean): string {
  const parts = form.map((part) =>
    typeof part === "string"
      ? `=${part}`
      : `:${part.min},${part.max ?? ""}:${luaClass(part.set)}`
  );
  const last = form.at(-1)!;
  const isExact = typeof last !== "string" && last.max !== undefined;
  return [
    ...parts,
    ...isExact ? [`!${luaClass(last.set)}`] : [],
    ...mixed ? ["*"] : [],
  ].join("\t");
}

/** A Lua pattern cannot count: each character of a class is written out. */
function luaPattern(form: readonly FormPart[]): string {
  return "%f[%w]" + form.map((part) => {
    if (typeof part === "string") return part.replace(/[^A-Za-z0-9]/g, "%$&");
    const one = luaClass(part.set);
    const more = part.max === part.min ? "" : `${one}*`;
    return one.repeat(part.min) + more;
  }).join("");
}

function luaClass(set: string): string {
  return set.replaceAll("%", "%%");
}

function hintOf(form: readonly FormPart[]): string {
  return form.filter((part) => typeof part === "string")
    .toSorted((a, b) => b.length - a.length)[0]!.toLowerCase();
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
