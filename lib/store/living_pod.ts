import { failure } from "../base/profile_error.ts";
import type { StoreLocation } from "./store_location.ts";
import { storeAsked } from "./store_refusal.ts";

/** Whether the runtime runs a Pod: its folder is there while it does. */
export async function isLiving(
  { system, runtimeDirectory }: StoreLocation,
  name: string,
): Promise<boolean> {
  const path = `${runtimeDirectory}/${name}`;
  return await storeAsked("read", system.stat(path)) !== undefined;
}

/** For what touches a Pod that may run. */
export interface ForceOptions {
  /**
   * Treat the Pod as stopped although its folder in the runtime directory is
   * still there, as after a killed process. Default `false`.
   */
  readonly force?: boolean;
}

/**
 * Refuses to touch a Pod that lives: the runtime would write over what is
 * written.
 *
 * @param force the folder is known to be left by a process that was killed
 * @throws {ProfileError} `pod-living`
 */
export async function requireStopped(
  location: StoreLocation,
  name: string,
  doing: string,
  force: boolean,
): Promise<void> {
  if (force || !await isLiving(location, name)) return;
  throw failure(
    "pod-living",
    `cannot ${doing} the Pod \`${name}\`: it is running`,
    {
      help: "stop it first; if it is not, a killed process left " +
        `\`${location.runtimeDirectory}/${name}\`, and \`--force\` passes over it`,
    },
  );
}
