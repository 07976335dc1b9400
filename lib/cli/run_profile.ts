import {
  type FinishedProfile,
  finishProfile,
  prepareProfile,
} from "../pipeline.ts";
import type { CommandContext } from "./command.ts";
import { enterWall } from "./enter_wall.ts";
import type { LaunchOptions } from "./launch_options.ts";
import { typedSelector } from "./typed_selector.ts";

/**
 * Resolves the profile that was typed, behind a wall where it is code: this
 * process gives up its rights before, or a worker without any runs it.
 */
export async function runProfile(
  { args: { flags, operands }, system, terminal }: CommandContext,
  options: LaunchOptions,
): Promise<FinishedProfile> {
  const selector = typedSelector(operands[0], system);
  if (selector.kind === "stdin" && terminal.input.isTerminal && !flags.quiet) {
    terminal.error.write(
      "reading a profile as JSON from the terminal, up to Ctrl-D (Windows: Ctrl-Z)\n",
    );
  }
  const writesFile = flags.out !== undefined;
  const prepared = await prepareProfile({
    ...options,
    selector,
    wall: writesFile ? "worker" : "none",
  });
  // Where a file has to be written afterwards, a worker without rights runs the
  // profile; and data is not run at all.
  if (prepared.run && !writesFile) await enterWall();
  return await finishProfile(prepared);
}
