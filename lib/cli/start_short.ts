import type { System } from "../system/system.ts";
import type { Terminal } from "../system/terminal.ts";
import { parseArguments } from "./parse_arguments.ts";
import { startPrebuilt } from "./start_prebuilt.ts";
import { startResume } from "./start_resume.ts";

/**
 * The short ways: what most starts ask for, and nothing out of the ordinary.
 *
 * @param args the words after the program's name
 * @returns the exit code; nothing where the rest of the program has to answer
 */
export async function startShort(
  args: readonly string[],
  system: System,
  terminal: Terminal,
): Promise<number | undefined> {
  const parsed = parseArguments(args);
  return parsed.command === "pod resume"
    ? await startResume(parsed, system, terminal)
    : await startPrebuilt(parsed, system, terminal);
}
