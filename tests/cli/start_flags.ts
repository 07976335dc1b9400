import { START_FLAGS } from "../../scripts/start.ts";

/** Deno's flags in `deno task start`: how the program is started from source. */
export function startFlags(): string[] {
  return [...START_FLAGS];
}
