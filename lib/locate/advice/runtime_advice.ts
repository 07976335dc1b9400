import { suggest } from "../../base/suggest.ts";
import type { LuaToken } from "../../source/lua_tokens.ts";
import {
  GLOBAL_FUNCTIONS,
  HOST_FUNCTIONS,
  LIBRARY_FUNCTIONS,
} from "./host_functions.ts";
import { hostAdvice } from "./host_advice.ts";
import { hostModuleOf } from "./host_module_of.ts";
import {
  type ByteEdit,
  type FailedSource,
  type LuaAdvice,
  replaceToken,
} from "./lua_advice.ts";
import { NAMES_OF_ELSEWHERE } from "./names_of_elsewhere.ts";
import { valueAdvice } from "./value_advice.ts";

type Advise = (source: FailedSource) => LuaAdvice | undefined;

const ADVICE: readonly Advise[] = [
  ofRemark,
  ofModuleCall,
  hostAdvice,
  ofNilGlobal,
  ofNilField,
  ofNilMethod,
  ofLoopOverTable,
  ofNilList,
  valueAdvice,
];

/** What to write in place of a name that is nil, or of a call that cannot be. */
export function runtimeAdvice(source: FailedSource): LuaAdvice | undefined {
  for (const advise of ADVICE) {
    const advice = advise(source);
    if (advice) return advice;
  }
}

/** `# a remark` behind a comma, which Lua takes for a length. */
function ofRemark(
  { tokens, range, failure }: FailedSource,
): LuaAdvice | undefined {
  if (!/^attempt to get length of/.test(failure.message)) return undefined;
  const sign = tokens.find(({ line, text }, index) =>
    line === range.line && text === "#" &&
    [",", "{", ";"].includes(tokens[index - 1]?.text ?? "")
  );
  const next = sign && tokens[tokens.indexOf(sign) + 1];
  if (!sign || !next || next.start === sign.end) return undefined;
  return {
    help: "a comment begins with `--` in Lua",
    edits: [replaceToken(sign, "--")],
  };
}

/** `module(..., package.seeall)`, which fails for its second argument. */
function ofModuleCall({ tokens, range }: FailedSource): LuaAdvice | undefined {
  const called = tokens.some(({ line, text }, index) =>
    line === range.line && text === "module" && tokens[index + 1]?.text === "("
  );
  return called
    ? { ...elsewhere("module", undefined)!, instead: true }
    : undefined;
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
  const functions = host !== undefined
    ? HOST_FUNCTIONS[host]
    : Object.hasOwn(LIBRARY_FUNCTIONS, table.text)
    ? LIBRARY_FUNCTIONS[table.text]
    : undefined;
  if (!functions) {
    const fields = writtenFields(tokens);
    // A field of another table: the table is mistaken, not the name.
    if (fields.includes(name)) return undefined;
    const near = suggest(name, fields);
    return near === undefined ? undefined : meant(near, tokens[at], name);
  }
  const near = suggest(name, functions);
  if (near !== undefined) return meant(near, tokens[at], name);
  const called = host === undefined ? table.text : `insomnia.${host}`;
  const itself = host === "profile"
    ? "it is called itself, as `profile { … }`; "
    : "";
  return { help: `${itself}\`${called}\` has ${functions.join(", ")}` };
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

/** `for x in { 1, 2 } do`. */
function ofLoopOverTable(source: FailedSource): LuaAdvice | undefined {
  const { tokens, at, failure, text, range } = source;
  if (!/\(for iterator '/.test(failure.message)) return undefined;
  const help =
    "a loop goes over a list with `for _, item in ipairs(list) do`, over a table with `for key, value in pairs(t) do`";
  const written = text.bytes.slice(range.start, range.end);
  const before = tokens[at - 1];
  const last = tokens.find(({ end }) => end === range.end);
  // Only where the whole list stands there, and is a list.
  if (
    tokens[at]?.text !== "{" || before?.text !== "in" || last?.text !== "}" ||
    written.includes("=")
  ) return { help };
  const { line, start, end } = range;
  const edits: ByteEdit[] = [
    { line, start, end: start, text: "ipairs(" },
    { line, start: end, end, text: ")" },
  ];
  const single = tokens[at - 3]?.text === "for" ? tokens[at - 2] : undefined;
  if (single) edits.unshift(replaceToken(single, `_, ${single.text}`));
  return { help, edits };
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

/** `ipairs(names)`, where there is no such list. */
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

/** Names that a source declares: `local a, b`, `function f(x)`, `for k, v in`. */
export function localNames(tokens: readonly LuaToken[]): string[] {
  const names = new Set<string>();
  for (const [index, { text }] of tokens.entries()) {
    if (text !== "local" && text !== "for" && text !== "function") continue;
    for (let at = index + 1; at < tokens.length; at++) {
      const token = tokens[at]!;
      if (token.kind === "name") names.add(token.text);
      else if (token.text !== "," && token.text !== "(") break;
    }
  }
  return [...names];
}

/** Names of functions that a source puts into tables: `function T.name`, `function T:name`. */
function writtenMethods(tokens: readonly LuaToken[]): string[] {
  return tokens.flatMap(({ kind, text }, index) =>
    kind === "name" && tokens[index - 3]?.text === "function" &&
      [".", ":"].includes(tokens[index - 1]?.text ?? "")
      ? [text]
      : []
  );
}

/** Names of fields that a source sets: `name =`, `t.name =`. */
export function writtenFields(tokens: readonly LuaToken[]): string[] {
  const fields = tokens.flatMap(({ kind, text }, index) =>
    kind === "name" && tokens[index + 1]?.text === "=" &&
      ["{", ",", ";", "."].includes(tokens[index - 1]?.text ?? "")
      ? [text]
      : []
  );
  return [...fields, ...writtenMethods(tokens)];
}
