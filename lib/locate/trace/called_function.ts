import { HOST_FUNCTIONS } from "../advice/host_functions.ts";
import type { LuaOutline } from "./lua_outline.ts";
import type { ByteRange } from "./trace_place.ts";

/**
 * The function that an expression calls last: a host module's by its usual name
 * (`tools.policy`), another as it is written.
 *
 * @returns `undefined` for an expression that is not a call of something named
 */
export function calledFunction(
  { tokens, partner }: LuaOutline,
  { start, end }: ByteRange,
): string | undefined {
  let name = "";
  let called: string | undefined;
  let index = tokens.findIndex((token) => token.start === start);
  while (index >= 0 && index < tokens.length && tokens[index]!.start < end) {
    const { kind, text } = tokens[index]!;
    if (kind === "name" || text === "." || text === ":") {
      name += text;
      index++;
    } else if (kind === "string" || text === "(" || text === "{") {
      // `require("insomnia.tools")` is the first part of a longer name.
      called = name.replace(/^[.:]/, "");
      name = "";
      index = Math.max(index, partner[index]!) + 1;
    } else break;
  }
  return called ? hostFunction(called) ?? called : undefined;
}

function hostFunction(name: string): string | undefined {
  const [called = "", module] = name.split(".").reverse();
  const modules = Object.keys(HOST_FUNCTIONS)
    .filter((known) => HOST_FUNCTIONS[known]!.includes(called));
  // `t.policy` of `local t = require("insomnia.tools")`.
  const its = modules.length === 1
    ? modules[0]
    : modules.find((known) => known === module);
  return its && `${its}.${called}`;
}
