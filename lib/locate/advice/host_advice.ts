import { luaStringValue } from "../../source/lua_string_value.ts";
import { HOST_FUNCTIONS } from "./host_functions.ts";
import { hostModuleOf } from "./host_module_of.ts";
import { wholeNumber } from "./literal_advice.ts";
import {
  type FailedSource,
  type LuaAdvice,
  replaceToken,
} from "./lua_advice.ts";

/** What a host function wanted, where it does not say so itself. */
export function hostAdvice(source: FailedSource): LuaAdvice | undefined {
  return ofColonCall(source) ?? ofModuleCalled(source) ??
    ofNumberInText(source) ?? ofWrongCall(source);
}

/** `models:catalog("x")`: a host function takes no object in front. */
function ofColonCall(
  { tokens, at, failure }: FailedSource,
): LuaAdvice | undefined {
  const name = tokens[at + 1]!;
  if (tokens[at]?.text !== ":" || !/`[^`]*` takes /.test(failure.message)) {
    return undefined;
  }
  const table = tokens[at - 1];
  return name?.kind === "name" && table?.kind === "name"
    ? {
      help: `call it with a dot: \`${table.text}.${name.text}(…)\``,
      instead: true,
      edits: [replaceToken(tokens[at], ".")],
    }
    : undefined;
}

/** `compact("frugal")`: a module is no function. */
function ofModuleCalled(
  { tokens, at, failure }: FailedSource,
): LuaAdvice | undefined {
  if (!/^attempt to call a table value/.test(failure.message)) return undefined;
  const host = tokens[at]?.kind === "name"
    ? hostModuleOf(tokens, at)
    : undefined;
  return host === undefined ? undefined : {
    help: `\`${tokens[at]!.text}\` is a table of functions: call ${
      HOST_FUNCTIONS[host]!.map((name) => `\`${tokens[at]!.text}.${name}\``)
        .join(" or ")
    }`,
  };
}

/** `reasoning.budget("8k")`. */
function ofNumberInText(
  { tokens, at, failure }: FailedSource,
): LuaAdvice | undefined {
  const text = tokens[at];
  if (
    text?.kind !== "string" || !/ takes .*whole number/.test(failure.message)
  ) {
    return undefined;
  }
  const number = wholeNumber(luaStringValue(text.text).trim());
  return number === undefined ? undefined : {
    help: `write the number itself: \`${number}\``,
    edits: [replaceToken(text, String(number))],
  };
}

/** How each host function is called that takes more than a word. */
const CALLS: Readonly<Record<string, string>> = {
  "profile.import": 'profile.import("builtin:default")',
  "models.catalog":
    'models.catalog("<provider>/<model id>", { quality = "high" })',
  "models.context_window": 'models.context_window("<provider>/<model id>")',
  "models.info": 'models.info("<provider>/<model id>")',
  "reasoning.effort": 'reasoning.effort("high")',
  "reasoning.budget": "reasoning.budget(8000)",
  "reasoning.ratio": "reasoning.ratio(0.1)",
  "compact.preset": 'compact.preset("long_coding")',
  "compact.ratio": "compact.ratio { threshold = 0.7, request_threshold = 0.8 }",
  "compact.tokens":
    "compact.tokens { threshold = 100000, request_threshold = 120000 }",
  "memory.preset": 'memory.preset("long_context")',
  "web.brave": 'web.brave { api_key_env = "BRAVE_SEARCH_API_KEY" }',
  "tools.policy": 'tools.policy("read_only")',
  "tools.rules": 'tools.rules("deny", { { "Bash", "git *", "allow" } })',
  "secrets.ref": 'secrets.ref("llm.anthropic.default")',
  "secrets.env": 'secrets.env("ANTHROPIC_API_KEY")',
};

/** `web.brave("BRAVE_KEY")`. */
function ofWrongCall({ failure }: FailedSource): LuaAdvice | undefined {
  const [, called = ""] = /^`(\w+\.\w+)[^`]*`(?: takes |: )/
    .exec(failure.message) ?? [];
  return Object.hasOwn(CALLS, called)
    ? { help: `it is called as \`${CALLS[called]}\`` }
    : undefined;
}
