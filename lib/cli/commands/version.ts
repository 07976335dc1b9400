import { EXIT } from "../../base/diagnostic_codes.ts";
import { VERSION } from "../../base/version.ts";
import type { CommandContext } from "../command.ts";

/** The language that profiles are written in. */
const LUA = "lua 5.4";

/** `--version`: the program first, then what it is made of. */
export function version({ terminal }: CommandContext): Promise<number> {
  // "Deno/2.9.6": also inside the executable.
  const runtime = navigator.userAgent.replace("/", " ").toLowerCase();
  terminal.out.write(`insomnia-profile ${VERSION} (${runtime}, ${LUA})\n`);
  return Promise.resolve(EXIT.done);
}
