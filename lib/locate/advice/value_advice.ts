import {
  type FailedSource,
  type LuaAdvice,
  replaceToken,
} from "./lua_advice.ts";

/** What to write in place of an operation on a value of the wrong kind. */
export function valueAdvice(source: FailedSource): LuaAdvice | undefined {
  return ofAddedTexts(source) ?? ofJoinedValue(source) ??
    ofComparedText(source) ?? ofSelf(source);
}

/** `"a" + "b"`. */
function ofAddedTexts(
  { tokens, failure, range }: FailedSource,
): LuaAdvice | undefined {
  if (!/^attempt to add a 'string' with a '/.test(failure.message)) {
    return undefined;
  }
  const signs = tokens.filter(({ text, start }) =>
    text === "+" && start >= range.start && start < range.end
  );
  const help = "texts are joined with `..`";
  return signs.length === 1
    ? { help, edits: [replaceToken(signs[0]!, "..")] }
    : { help };
}

/** `"tags: " .. tags`, `"on: " .. on`. */
function ofJoinedValue({ failure }: FailedSource): LuaAdvice | undefined {
  const [, kind, name = "value"] =
    /^attempt to concatenate a (table|boolean|nil|function) value(?: \(\w+ '([^']*)'\))?/
      .exec(failure.message) ?? [];
  switch (kind) {
    case "table":
      return {
        help:
          `the texts of a list are joined with \`table.concat(${name}, ", ")\``,
      };
    case "boolean":
      return { help: `write \`tostring(${name})\`` };
    case "nil":
      return {
        help:
          `\`${name}\` is nil here; \`(${name} or "")\` would take nothing for it`,
      };
    case "function":
      return { help: `call it: \`${name}(…)\`` };
  }
}

/** `window > "100000"`. */
function ofComparedText({ failure }: FailedSource): LuaAdvice | undefined {
  return /^attempt to compare (?:number with string|string with number)$/
      .test(failure.message)
    ? { help: "a number and a text are never compared: write both as numbers" }
    : undefined;
}

/** `b.set("slug", "x")`, where `set` is a method. */
function ofSelf({ failure }: FailedSource): LuaAdvice | undefined {
  return /^attempt to index a \w+ value \(local 'self'\)$/.test(failure.message)
    ? {
      help:
        "the function is a method: it is called with a colon, as `object:method(…)`",
    }
    : undefined;
}
