import {
  type ByteEdit,
  type FailedSource,
  type LuaAdvice,
  replaceToken,
} from "./lua_advice.ts";
import { hostAdvice } from "./host_advice.ts";
import { NAMES_OF_ELSEWHERE } from "./names_of_elsewhere.ts";
import { nilAdvice } from "./nil_advice.ts";
import { valueAdvice } from "./value_advice.ts";

/** What to write in place of what Lua reads and cannot do. */
export function runtimeAdvice(source: FailedSource): LuaAdvice | undefined {
  return ofRemark(source) ??
    ofModuleCall(source) ??
    hostAdvice(source) ??
    nilAdvice(source) ??
    ofLoopOverTable(source) ??
    valueAdvice(source);
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
    ? { help: NAMES_OF_ELSEWHERE.module!.help, instead: true }
    : undefined;
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
