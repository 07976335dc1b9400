import type { LaunchOverride } from "../../api/recorded_launch.ts";
import type { CommandContext } from "../command.ts";
import { workspaceOf } from "../launch_options.ts";
import { typedSelector } from "../typed_selector.ts";

/** The flags that replace parts of the launch that a Pod was created with. */
export function overrideOf(
  { args: { flags }, system }: CommandContext,
): LaunchOverride {
  return {
    ...flags.profile !== undefined &&
      { selector: typedSelector(flags.profile, system.cwd()) },
    ...flags.workspace !== undefined &&
      { workspace: workspaceOf(flags, system) },
    ...flags["trust-origin"] !== undefined &&
      { trustedOrigins: flags["trust-origin"] },
    ...flags["max-steps"] !== undefined && { maxSteps: flags["max-steps"] },
  };
}
