import { ProfileError } from "../base/profile_error.ts";
import type {
  ProfileEntry,
  ProfileRegistry,
} from "../registry/profile_registry.ts";
import { rememberingSystem } from "../system/remembering_system.ts";
import type { CommandContext } from "./command.ts";
import { resolveSeveral } from "./isolation/resolve_several.ts";
import { launchOptions } from "./launch_options.ts";

/** A list should not wait for an endless profile: about 0.05 seconds. */
const MAX_STEPS = 10_000_000;

/**
 * A registry with descriptions that only the profiles themselves have. They are
 * run for it behind the wall, so that nothing can be read afterwards; of one
 * that is wrong nothing is said here.
 */
export async function withOwnDescriptions(
  registry: ProfileRegistry,
  context: CommandContext,
): Promise<ProfileRegistry> {
  const isAsked = ({ status, description }: ProfileEntry) =>
    status === "ok" && description === undefined;
  const asked = registry.entries.filter(isAsked);
  if (asked.length === 0) return registry;
  const { remarks: _, ...options } = await launchOptions(
    context.args.flags,
    rememberingSystem(context.system),
  );
  const results = await resolveSeveral(
    asked.map(({ source, name }) => ({
      ...options,
      podName: "any",
      maxSteps: MAX_STEPS,
      registry,
      selector: { kind: "registry", source, name },
    })),
    context,
    { locate: false },
  );
  const found = new Map(asked.map((entry, at) => {
    const result = results[at]!;
    return [
      entry,
      result instanceof ProfileError ? undefined : result.profile.description,
    ];
  }));
  return {
    ...registry,
    entries: registry.entries.map((entry) => {
      const description = entry.description ?? found.get(entry);
      return description === undefined ? entry : { ...entry, description };
    }),
  };
}
