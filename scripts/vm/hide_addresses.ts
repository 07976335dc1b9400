import type { WasmModule } from "./binaryen.ts";
import { definitions } from "./wat.ts";

/** What `luaL_tolstring` formats a table, function or thread with. */
const WITH_ADDRESS = "\\00%s: %p\\00";
/** The same length; what follows the first NUL is never read. */
const WITHOUT_ADDRESS = "\\00%s\\00 %p\\00";

/**
 * Makes `tostring`, `%s` and every message say `table` where Lua says
 * `table: 0x55d0c8`: an address is no fact about a profile, and it changes
 * with the length of a comment.
 */
export function hideAddresses(module: WasmModule): void {
  const found = definitions(module, "data").filter((data) =>
    (data.at(-1) as string).includes(WITH_ADDRESS)
  );
  if (found.length !== 1) {
    throw new TypeError("the format of addresses was not found");
  }
  const data = found[0]!;
  data.push(
    (data.pop() as string).replace(WITH_ADDRESS, WITHOUT_ADDRESS),
  );
}
