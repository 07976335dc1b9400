import { delegatingSystem } from "../system/delegating_system.ts";
import { pathAsTyped } from "../system/native_path.ts";
import type { System } from "../system/system.ts";

/**
 * The world as it is for a program that was started in another directory
 * (`-C DIR`).
 *
 * @param directory relative to the current one; left out: where one is
 */
export function startedIn(
  directory: string | undefined,
  system: System,
): System {
  if (directory === undefined) return system;
  const cwd = pathAsTyped(system.cwd(), directory);
  return delegatingSystem(system, { cwd: () => cwd });
}
