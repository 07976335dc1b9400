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
    ofElseIf(source) ??
    ofBrace(source);
}

const TRIES: ReadonlySet<string> = new Set(["try", "catch", "finally"]);

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

const FUNCTIONS: ReadonlySet<string> = new Set(["def", "func", "fn", "fun"]);

/** `const x = 1`, `def f()`. */
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
  if (FUNCTIONS.has(before.text)) {
    return {
      help: "a function is written `local function name(…) … end` in Lua",
    };
  }
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

/** `if a == 1 { ... }`. */
function ofBrace({ tokens, at, failure }: FailedSource): LuaAdvice | undefined {
  const [, word] = /'(then|do)' expected/.exec(failure.message) ?? [];
  if (word === undefined) return undefined;
  const brace = tokens[at]?.text === "{" || tokens[at - 1]?.text === "}" ||
    tokens[at]?.text === "}";
  return brace
    ? { help: `a block is written \`${word} … end\` in Lua, without braces` }
    : { help: `\`${word}\` is missing before this` };
}
