import { section, type WasmModule } from "./sections.ts";

/** What `luaL_tolstring` formats a table, function or thread with. */
const WITH_ADDRESS = "\0%s: %p\0";
/** The same length; what follows the first NUL is never read. */
const WITHOUT_ADDRESS = "\0%s\0 %p\0";

/**
 * Makes `tostring`, `%s` and every message say `table` where Lua says
 * `table: 0x55d0c8`: an address is no fact about a profile, and it changes
 * with the length of a comment.
 */
export function hideAddresses(module: WasmModule): void {
  const data = section(module, "data");
  const text = Array.from(data, (byte) => String.fromCharCode(byte)).join("");
  const at = text.indexOf(WITH_ADDRESS);
  if (at < 0 || text.indexOf(WITH_ADDRESS, at + 1) >= 0) {
    throw new TypeError("the format of addresses was not found");
  }
  for (let index = 0; index < WITHOUT_ADDRESS.length; index++) {
    data[at + index] = WITHOUT_ADDRESS.charCodeAt(index);
  }
}
