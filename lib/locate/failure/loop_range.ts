import type { LuaOutline } from "../trace/lua_outline.ts";
import type { ByteRange } from "../trace/trace_place.ts";

const LOOPS: ReadonlySet<string> = new Set(["while", "repeat", "for", "goto"]);

/**
 * The loop that a program did not leave. Lua notes the line at calls and where
 * something might fail, so one that only counts was last seen before it.
 *
 * @param line where it was last seen
 * @returns `undefined` where that is in a loop
 */
export function loopRange(
  { tokens, around }: LuaOutline,
  line: number,
): ByteRange | undefined {
  const first = tokens.findIndex((token) => token.line >= line);
  if (first < 0) return undefined;
  /** The function that a token stands in, and whether a loop of it is around. */
  const surroundings = (index: number) => {
    let inLoop = false;
    let at = around[index]!;
    for (; at >= 0 && tokens[at]!.text !== "function"; at = around[at]!) {
      inLoop ||= tokens[at]!.text === "do" || tokens[at]!.text === "repeat";
    }
    return { inLoop, function: at };
  };
  const seen = surroundings(first);
  if (seen.inLoop) return undefined;
  return tokens.find(({ text }, index) =>
    index >= first && LOOPS.has(text) &&
    surroundings(index).function === seen.function
  );
}
