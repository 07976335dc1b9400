import { suggest } from "../../base/suggest.ts";
import { luaStringValue } from "../../source/lua_string_value.ts";
import type { LuaToken } from "../../source/lua_tokens.ts";
import {
  GLOBAL_FUNCTIONS,
  HOST_FUNCTIONS,
  LIBRARY_FUNCTIONS,
} from "./host_functions.ts";
import { hostModuleOf } from "./host_module_of.ts";
import {
  type FailedSource,
  type LuaAdvice,
  replaceToken,
} from "./lua_advice.ts";
import { NAMES_OF_ELSEWHERE } from "./names_of_elsewhere.ts";
import { localNames, writtenFields, writtenMethods } from "./written_names.ts";

/** What to write in place of a name that is nil. */
export function nilAdvice(source: FailedSource): LuaAdvice | undefined {
  return ofNilGlobal(source) ?? ofNilField(source) ?? ofNilMethod(source) ??
    ofNilList(source);
}

/** A variable of fewer letters is near to any other. */
const SHORTEST_NAME = 3;

const NIL =
  /^attempt to \w+(?: \w+ on)? a nil value \((global|field|method) '([^']*)'\)/;

function ofNilGlobal(source: FailedSource): LuaAdvice | undefined {
  const { tokens, at, failure } = source;
  const [, kind, name = ""] = NIL.exec(failure.message) ?? [];
  if (kind !== "global") return undefined;
  const known = elsewhere(name, tokens[at]);
  if (known) return known;
  if (Object.hasOwn(HOST_FUNCTIONS, name)) {
    const line = `local ${name} = require("insomnia.${name}")`;
    const first = tokens[0]!;
    return {
      help: `it has to be required first: \`${line}\``,
      edits: [{
        line: first.line,
        start: first.start,
        end: first.start,
        text: `${line}\n`,
      }],
    };
  }
  const near = name.length < SHORTEST_NAME
    ? undefined
    : suggest(name, [...localNames(tokens), ...GLOBAL_FUNCTIONS]);
  return near === undefined ? undefined : meant(near, tokens[at], name);
}

function ofNilField(source: FailedSource): LuaAdvice | undefined {
  const { tokens, at, failure } = source;
  const [, kind, name = ""] = NIL.exec(failure.message) ?? [];
  if (kind !== "field" || tokens[at - 1]?.text !== ".") return undefined;
  const table = tokens[at - 2];
  if (table?.kind !== "name" && table?.text !== ")") return undefined;
  const library = `${table.text}.${name}`;
  if (Object.hasOwn(NAMES_OF_ELSEWHERE, library)) {
    return elsewhere(library, { ...table, end: tokens[at]!.end });
  }
  const host = hostModuleOf(tokens, at - 2);
  const functions = isInsomnia(tokens, at - 2)
    ? Object.keys(HOST_FUNCTIONS)
    : host !== undefined
    ? HOST_FUNCTIONS[host]
    : Object.hasOwn(LIBRARY_FUNCTIONS, table.text)
    ? LIBRARY_FUNCTIONS[table.text]
    : undefined;
  if (!functions) {
    const fields = writtenFields(tokens);
    // A field of another table: the table is mistaken, not the name.
    if (fields.includes(name)) return undefined;
    const near = suggest(name, fields);
    if (near !== undefined) return meant(near, tokens[at], name);
    return /^attempt to call/.test(failure.message)
      ? elsewhere(`table.${name}`, undefined) ??
        elsewhere(`string.${name}`, undefined)
      : undefined;
  }
  const near = suggest(name, functions);
  if (near !== undefined) return meant(near, tokens[at], name);
  const called = host !== undefined
    ? `insomnia.${host}`
    : table.text === ")"
    ? "insomnia"
    : table.text;
  const itself = host === "profile"
    ? "it is called itself, as `profile { … }`; "
    : "";
  return { help: `${itself}\`${called}\` has ${functions.join(", ")}` };
}

/** `insomnia`, or `require("insomnia")`. */
function isInsomnia(tokens: readonly LuaToken[], at: number): boolean {
  if (tokens[at]?.text === "insomnia") return true;
  const name = tokens[at - 1];
  return tokens[at]?.text === ")" && name?.kind === "string" &&
    luaStringValue(name.text) === "insomnia" &&
    tokens[at - 3]?.text === "require";
}

/** A method of a string that only other libraries have. */
function ofNilMethod(
  { tokens, at, failure }: FailedSource,
): LuaAdvice | undefined {
  const [, kind, name = ""] = NIL.exec(failure.message) ?? [];
  if (kind !== "method") return undefined;
  const known = `string.${name}`;
  if (Object.hasOwn(NAMES_OF_ELSEWHERE, known)) {
    return { help: NAMES_OF_ELSEWHERE[known]!.help };
  }
  const near = suggest(name, [
    ...LIBRARY_FUNCTIONS.string!,
    ...writtenMethods(tokens).filter((method) => method !== name),
  ]);
  return near === undefined ? undefined : meant(near, tokens[at], name);
}

/** `ipairs(names)`, where `names` is nil. */
function ofNilList(
  { tokens, at, failure, range }: FailedSource,
): LuaAdvice | undefined {
  const isNil = /^attempt to index a nil value$/.test(failure.message) ||
    /'for iterator'.*got nil/.test(failure.message);
  const list = tokens[at];
  if (!isNil || list?.kind !== "name" || list.end !== range.end) {
    return undefined;
  }
  const near = suggest(
    list.text,
    localNames(tokens).filter((name) => name !== list.text),
  );
  return near === undefined
    ? { help: `\`${list.text}\` is nil here: there is no list to go over` }
    : meant(near, list, list.text);
}

function elsewhere(
  name: string,
  token: LuaToken | undefined,
): LuaAdvice | undefined {
  if (!Object.hasOwn(NAMES_OF_ELSEWHERE, name)) return undefined;
  const { help, rename } = NAMES_OF_ELSEWHERE[name]!;
  return rename === undefined || token === undefined
    ? { help }
    : { help, edits: [replaceToken(token, rename)] };
}

function meant(
  near: string,
  token: LuaToken | undefined,
  name: string,
): LuaAdvice {
  const help = `did you mean \`${near}\`?`;
  return token?.text === name
    ? { help, edits: [replaceToken(token, near)] }
    : { help };
}
