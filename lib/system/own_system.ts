import type { System } from "./system.ts";

/**
 * The real outside world of the runtime this is: Deno's, or else Node's.
 *
 * @throws {TypeError} in a runtime that is like neither
 */
export async function ownSystem(): Promise<System> {
  if ("Deno" in globalThis) {
    return (await import("./deno_system.ts")).denoSystem();
  }
  return (await import("./node_system.ts")).nodeSystem();
}
