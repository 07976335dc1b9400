import { plainResume } from "../store/plain_resume.ts";
import { type System, SystemError } from "../system/system.ts";
import { ClosedPipe, type Terminal } from "../system/terminal.ts";
import type { Arguments, Flags } from "./parse_arguments.ts";

/** Flags that change nothing of what is printed. */
const UNDERSTOOD: readonly (keyof Flags)[] = ["quiet", "color"];

/**
 * The short way for a Pod that is resumed by a program: it has to cost no more
 * than printing a file, so the entry of the program holds it alone.
 *
 * @returns the exit code; nothing where the rest of the program has to answer
 */
export async function startResume(
  { operands, flags, problems }: Arguments,
  system: System,
  terminal: Terminal,
): Promise<number | undefined> {
  const [name] = operands;
  if (name === undefined || problems.length > 0) return undefined;
  const given = Object.keys(flags) as (keyof Flags)[];
  if (!given.every((flag) => UNDERSTOOD.includes(flag))) return undefined;
  try {
    // Who looks is told of drift, too.
    if (terminal.error.isTerminal && !flags.quiet) return undefined;
    const text = await plainResume(system, name);
    if (text === undefined) return undefined;
    terminal.out.write(text);
    return 0;
  } catch (error) {
    if (error instanceof ClosedPipe) return 0;
    if (error instanceof SystemError) return undefined;
    throw error;
  }
}
