import { resolvePrebuilt } from "../api/resolve_prebuilt.ts";
import { ProfileError } from "../base/profile_error.ts";
import { plainResume } from "../store/plain_resume.ts";
import { pathAsTyped } from "../system/native_path.ts";
import type { System } from "../system/system.ts";
import { SystemError } from "../system/system.ts";
import { ClosedPipe, type Terminal } from "../system/terminal.ts";
import { type Flags, parseArguments } from "./arguments/parse_arguments.ts";

/** The short way, for the most common starts. */
interface ShortWay {
  /** With any other flag the rest of the program answers. */
  readonly understands: readonly (keyof Flags)[];
  /** What to print; `undefined` if the full program has to answer. */
  print(
    operands: readonly string[],
    flags: Flags,
    system: System,
    terminal: Terminal,
  ): Promise<string | undefined>;
}

/**
 * A builtin profile for a Pod that was named, in JSON: it needs neither the
 * pipeline nor the catalog.
 */
const RESOLVE: ShortWay = {
  understands: [
    ...["pod-name", "workspace", "quiet", "strict", "color"] as const,
    "registry-only",
  ],
  async print([selector], { "pod-name": podName, workspace = "." }, system) {
    if (podName === undefined) return undefined;
    return await resolvePrebuilt({
      selector,
      podName,
      workspace: pathAsTyped(system.cwd(), workspace),
      system,
    });
  },
};

/** A program resumes a Pod: this has to cost no more than printing a file. */
const RESUME: ShortWay = {
  // They do not change what is printed.
  understands: ["quiet", "color"],
  async print([name], { quiet }, system, terminal) {
    // On a terminal, drift is reported too, which this way cannot do.
    const isLookedAt = terminal.error.isTerminal && !quiet;
    if (name === undefined || isLookedAt) return undefined;
    return await plainResume(system, name);
  },
};

/**
 * Answers by a short way, where there is one. The entry of the program holds
 * them alone.
 *
 * @param args the words after the program's name
 * @returns the exit code; nothing where the rest of the program has to answer
 */
export async function startShort(
  args: readonly string[],
  system: System,
  terminal: Terminal,
): Promise<number | undefined> {
  const { command, operands, flags, problems } = parseArguments(args);
  const way = command === "resolve"
    ? RESOLVE
    : command === "pod resume"
    ? RESUME
    : undefined;
  const given = Object.keys(flags) as (keyof Flags)[];
  if (
    !way || problems.length > 0 ||
    !given.every((flag) => way.understands.includes(flag))
  ) return undefined;
  try {
    const text = await way.print(operands, flags, system, terminal);
    if (text === undefined) return undefined;
    terminal.out.write(text);
    return 0;
  } catch (error) {
    // `insomnia-profile default --pod-name x | head -1`.
    if (error instanceof ClosedPipe) return 0;
    if (error instanceof SystemError) return undefined;
    if (error instanceof ProfileError) return tell(error, terminal);
    throw error;
  }
}

/**
 * Nothing but standard output refuses here, which may have a part of the answer
 * already: the rest of the program is not to try again.
 */
function tell(
  { code, message, exitCode }: ProfileError,
  terminal: Terminal,
): number {
  try {
    terminal.error.write(`error[${code}]: ${message}\n`);
  } catch (error) {
    if (!(error instanceof ClosedPipe)) throw error;
  }
  return exitCode;
}
