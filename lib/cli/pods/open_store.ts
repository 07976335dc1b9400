import { PodStore } from "../../api/pod_store.ts";
import type { CommandContext } from "../command.ts";

/**
 * The store of whoever runs this. What it resolves runs behind the wall, in a
 * worker without rights: this process writes afterwards and needs its own.
 */
export function openStore(context: CommandContext): PodStore {
  return new PodStore({
    system: context.system,
    resolve: async (options) => {
      const { resolveIsolated } = await import(
        "../isolation/resolve_isolated.ts"
      );
      return await resolveIsolated(options, context, {
        writesAfterwards: true,
      });
    },
  });
}
