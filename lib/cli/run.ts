import { denoSystem } from "../system/deno_system.ts";
import { denoTerminal } from "../system/deno_terminal.ts";
import { main } from "./main.ts";

/**
 * Runs a command line in the real world.
 *
 * @param args the words after the program's name
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<number> {
  return await main(args, denoSystem(), denoTerminal());
}
