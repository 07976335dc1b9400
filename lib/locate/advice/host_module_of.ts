import { luaStringValue } from "../../source/lua_string_value.ts";
import type { LuaToken } from "../../source/lua_tokens.ts";
import { HOST_FUNCTIONS } from "./host_functions.ts";

/**
 * The host module that a variable is: `models` of
 * `local models = require("insomnia.models")`, or of `insomnia.models`.
 */
export function hostModuleOf(
  tokens: readonly LuaToken[],
  at: number,
): string | undefined {
  const { text } = tokens[at]!;
  if (text === ")") return requiredBefore(tokens, at);
  for (const [index, token] of tokens.entries()) {
    if (
      token.text !== text || tokens[index - 1]?.text !== "local" ||
      tokens[index + 1]?.text !== "="
    ) continue;
    return requiredAt(tokens, index + 2);
  }
  const ofInsomnia = tokens[at - 1]?.text === "." &&
    tokens[at - 2]?.text === "insomnia";
  return (ofInsomnia || text === "profile") &&
      Object.hasOwn(HOST_FUNCTIONS, text)
    ? text
    : undefined;
}

/** `require("insomnia.models")` or `insomnia.models` from a token on. */
function requiredAt(
  tokens: readonly LuaToken[],
  at: number,
): string | undefined {
  if (tokens[at]?.text === "insomnia" && tokens[at + 1]?.text === ".") {
    return known(tokens[at + 2]?.text);
  }
  if (tokens[at]?.text !== "require") return undefined;
  const argument = tokens[at + 1]?.text === "("
    ? tokens[at + 2]
    : tokens[at + 1];
  if (argument?.kind !== "string") return undefined;
  const name = luaStringValue(argument.text);
  return name.startsWith("insomnia.")
    ? known(name.slice("insomnia.".length))
    : undefined;
}

/** The same before a closing parenthesis: `require("insomnia.models").catlog`. */
function requiredBefore(
  tokens: readonly LuaToken[],
  at: number,
): string | undefined {
  return tokens[at - 2]?.text === "(" ? requiredAt(tokens, at - 3) : undefined;
}

function known(name: string | undefined): string | undefined {
  return name !== undefined && Object.hasOwn(HOST_FUNCTIONS, name)
    ? name
    : undefined;
}
