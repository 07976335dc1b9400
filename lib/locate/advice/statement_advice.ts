import { TRIES } from "../failure/syntax_range.ts";
import {
  type FailedSource,
  type LuaAdvice,
  replaceToken,
} from "./lua_advice.ts";

/** Statements of other languages: `try`, `continue`, `const x`, `elif`, a block in braces. */
export function statementAdvice(source: FailedSource): LuaAdvice | undefined {
  return ofTry(source) ??
    ofContinue(source) ??
    ofDeclaration(source) ??
    ofForeignWord(source) ??
    ofElseIf(source) ??
    ofParameter(source) ??
    ofLocal(source) ??
    ofBrace(source);
}

/** `try { ... }`. */
function ofTry({ tokens, at }: FailedSource): LuaAdvice | undefined {
  return TRIES.has(tokens[at]?.text ?? "")
    ? {
      help:
        "Lua has no `try`: write `local ok, result = pcall(function() … end)`",
    }
    : undefined;
}

/** `continue`. */
function ofContinue({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const near = [tokens[at], tokens[at - 1]].find((token) =>
    token?.kind === "name" && token.text === "continue"
  );
  return near && {
    help:
      "Lua has no `continue`: write `goto continue`, and `::continue::` before the loop's `end`",
  };
}

const DECLARATIONS: ReadonlySet<string> = new Set([
  "const",
  "let",
  "var",
  "val",
]);

/** `const x = 1`. */
function ofDeclaration({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const before = tokens[at - 1];
  if (tokens[at]?.kind !== "name" || before?.kind !== "name") return undefined;
  if (DECLARATIONS.has(before.text)) {
    return {
      help: `a variable is declared with \`local\` in Lua: \`local ${
        tokens[at].text
      } = …\``,
      edits: [replaceToken(before, "local")],
    };
  }
}

const REQUIRE =
  'a module is loaded with `local name = require("name")`, a profile with `profile.import("builtin:default")`';
const FUNCTION = "a function is written `local function name(…) … end` in Lua";
const CLASS = "Lua has no classes: a table of functions does, `local M = {}`";
const IF = "Lua writes `if … then … elseif … else … end`";

/** Words that begin a statement elsewhere, and what Lua has for it. */
const WORDS: Readonly<Record<string, string>> = {
  import: REQUIRE,
  from: REQUIRE,
  include: REQUIRE,
  use: REQUIRE,
  using: REQUIRE,
  export: "a module gives what it returns: end it with `return M`",
  def: FUNCTION,
  func: FUNCTION,
  fn: FUNCTION,
  fun: FUNCTION,
  async: FUNCTION,
  class: CLASS,
  struct: CLASS,
  interface: CLASS,
  enum: CLASS,
  type: "Lua has no types: leave the declaration out",
  unless: "Lua has no `unless`: write `if not … then … end`",
  switch: IF,
  match: IF,
  case: IF,
  when: IF,
  foreach: "Lua writes `for _, item in ipairs(list) do … end`",
  await: "nothing is waited for in a profile: leave the word out",
  new: "Lua has no `new`: call the function that makes it, `Role(…)`",
  yield: "Lua writes `coroutine.yield(…)`",
  throw: "Lua writes `error(…)`",
  raise: "Lua writes `error(…)`",
  echo: "Lua writes `print(…)`",
  delete: "a field is taken away with `t.name = nil`",
};

/** `import x from "y"`, `class Role {`: two words where Lua has none. */
function ofForeignWord({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const word = tokens[at - 1]?.text ?? "";
  const isWord = tokens[at - 1]?.kind === "name" && Object.hasOwn(WORDS, word);
  const kind = tokens[at]?.kind;
  return isWord && (kind === "name" || kind === "string")
    ? { help: WORDS[word]! }
    : undefined;
}

/** Whether a token stands among the names of a function's parameters. */
function isAmongParameters(
  tokens: FailedSource["tokens"],
  at: number,
): boolean {
  let open = at - 1;
  while (tokens[open]?.kind === "name" || tokens[open]?.text === ",") open--;
  if (tokens[open]?.text !== "(") return false;
  let name = open - 1;
  while (
    tokens[name]?.kind === "name" || ".:".includes(tokens[name]?.text ?? " ")
  ) name--;
  return tokens[name]?.text === "function";
}

/** `function f(n = 3)`, `function f(n: number)`. */
function ofParameter({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const sign = tokens[at]?.text ?? "";
  const name = tokens[at - 1];
  if (!"=:".includes(sign) || sign === "" || name?.kind !== "name") return;
  if (!isAmongParameters(tokens, at)) return undefined;
  return {
    help: sign === "="
      ? `a parameter has no default in Lua: write \`${name.text} = ${name.text} or …\` in the function`
      : "Lua has no types behind a name: leave the `:` and the type out",
  };
}

/** `local function T:go()`, `local [a, b] = f()`, `local end = 1`. */
function ofLocal({ tokens, at, failure }: FailedSource): LuaAdvice | undefined {
  const here = tokens[at];
  const before = tokens[at - 1];
  if (here?.text === ":" || here?.text === ".") {
    const isLocal = tokens[at - 2]?.text === "function" &&
      tokens[at - 3]?.text === "local";
    return isLocal
      ? {
        help: "a field of a table is never local: write `function` without it",
        edits: [{
          ...replaceToken(tokens[at - 3]!, ""),
          end: tokens[at - 2]!.start,
        }],
      }
      : undefined;
  }
  if (
    !/^<name> expected/.test(failure.message) || before?.text !== "local" &&
      before?.text !== "for" && before?.text !== "function"
  ) return undefined;
  if (here?.text === "[" || here?.text === "{" || here?.text === "(") {
    return { help: "variables stand without brackets: `local a, b = …`" };
  }
  return here?.kind === "keyword"
    ? { help: `\`${here.text}\` is a word of Lua: a variable has another name` }
    : undefined;
}

const ELSE_IF_WORDS: ReadonlySet<string> = new Set(["elif", "elsif", "elseif"]);

/** `elif`, and `else if`, which opens a second `if`. */
function ofElseIf(
  { tokens, at, failure }: FailedSource,
): LuaAdvice | undefined {
  const word = [tokens[at], tokens[at - 1]].find((token) =>
    token?.kind === "name" && ELSE_IF_WORDS.has(token.text)
  );
  const help = "Lua writes `elseif`, in one word";
  if (word) return { help, edits: [replaceToken(word, "elseif")] };
  if (!/'end' expected/.test(failure.message)) return undefined;
  const pairs = tokens.flatMap((token, index) =>
    token.text === "else" && tokens[index + 1]?.text === "if" &&
      tokens[index + 1]!.line === token.line
      ? [{ ...token, end: tokens[index + 1]!.end }]
      : []
  );
  if (pairs.length !== 1) return undefined;
  return {
    help: `${help}: \`else if\` on line ${
      pairs[0]!.line
    } needs an \`end\` of its own`,
    edits: [replaceToken(pairs[0]!, "elseif")],
  };
}

/** `if a == 1 { ... }`, `function f() { ... }`. */
function ofBrace({ tokens, at, failure }: FailedSource): LuaAdvice | undefined {
  if (
    tokens[at]?.text === "{" && tokens[at - 1]?.text === ")" &&
    failure.message.startsWith("unexpected symbol")
  ) {
    return {
      help:
        "a function's body is written `function f(…) … end` in Lua, without braces",
    };
  }
  const [, word] = /'(then|do)' expected/.exec(failure.message) ?? [];
  if (word === undefined) return undefined;
  const brace = tokens[at]?.text === "{" || tokens[at - 1]?.text === "}" ||
    tokens[at]?.text === "}";
  return brace
    ? { help: `a block is written \`${word} … end\` in Lua, without braces` }
    : { help: `\`${word}\` is missing before this` };
}
