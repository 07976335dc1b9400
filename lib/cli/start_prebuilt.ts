import { resolvePrebuilt } from "../api/resolve_prebuilt.ts";
import { pathAsTyped } from "../system/native_path.ts";
import { type System, SystemError } from "../system/system.ts";
import { ClosedPipe, type Terminal } from "../system/terminal.ts";
import type { Arguments, Flags } from "./parse_arguments.ts";

/** Flags that the short way understands: it answers in JSON on standard output. */
const UNDERSTOOD: readonly (keyof Flags)[] = [
  "pod-name",
  "workspace",
  "quiet",
  "strict",
  "color",
  "registry-only",
];

/**
 * The short way for the most usual start: a builtin profile for a Pod that was
 * named. It needs neither the pipeline nor the catalog, so the entry of the
 * program holds it alone.
 *
 * @returns the exit code; nothing where the rest of the program has to answer
 */
export async function startPrebuilt(
  { command, operands, flags, problems }: Arguments,
  system: System,
  terminal: Terminal,
): Promise<number | undefined> {
  const podName = flags["pod-name"];
  if (command !== "resolve" || problems.length > 0 || podName === undefined) {
    return undefined;
  }
  const given = Object.keys(flags) as (keyof Flags)[];
  if (!given.every((flag) => UNDERSTOOD.includes(flag))) return undefined;
  try {
    const text = await resolvePrebuilt({
      selector: operands[0],
      podName,
      workspace: pathAsTyped(system.cwd(), flags.workspace ?? "."),
      system,
    });
    if (text === undefined) return undefined;
    terminal.out.write(text);
    return 0;
  } catch (error) {
    // `insomnia-profile default --pod-name x | head -1`.
    if (error instanceof ClosedPipe) return 0;
    if (error instanceof SystemError) return undefined;
    throw error;
  }
}
