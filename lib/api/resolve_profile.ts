import { finishProfile, prepareProfile } from "./pipeline.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { ownSystem } from "../system/own_system.ts";
import { delegateNotes } from "./delegate_notes.ts";
import type { ResolveOptions } from "./resolve_options.ts";
import type { ResolvedProfile } from "./resolved_profile.ts";

/**
 * Resolves a profile to the manifest of one Pod.
 *
 * The same profile files, launch inputs and catalog give the same bytes on
 * every machine. With a `memorySystem` nothing on the machine is read and no
 * permission is needed. May be called many times concurrently.
 *
 * The profile runs in this process and blocks the event loop until it is done,
 * at most `maxSteps` steps (by default about a second). `wall: "worker"` runs it
 * on another thread.
 *
 * @throws {ProfileError} for what a user can fix: problems of the profile (all
 * at once), an unknown selector, an unreadable file, a limit of the sandbox
 *
 * @example A profile that exists only in memory
 * ```ts
 * import { memorySystem, resolveProfile } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const { manifest, models, origins } = await resolveProfile({
 *   selector: "./coder.lua",
 *   podName: "demo",
 *   workspace: "/ws",
 *   system: memorySystem({
 *     files: { "/ws/coder.lua": `return { model = "codex-oauth/gpt-5.5" }` },
 *   }),
 * });
 * assert.equal(manifest.model.max_context_window, 272000);
 * assert.deepEqual(models, { model: "codex-oauth/gpt-5.5" });
 * assert.deepEqual(origins["pod.name"], { kind: "launch", input: "podName" });
 * ```
 */
export async function resolveProfile(
  options: ResolveOptions,
): Promise<ResolvedProfile> {
  const prepared = await prepareProfile(options);
  return await finishProfile(prepared, {
    remarks: await launchNotes(options),
    ...options.session && { session: options.session },
  });
}

/** What there is to say about a launch that is valid. */
async function launchNotes(
  { delegatedScope: rules, workspace, ...options }: ResolveOptions,
): Promise<readonly Diagnostic[]> {
  if (rules === undefined) return [];
  const system = options.system ?? await ownSystem();
  return await delegateNotes(system, rules, workspace ?? system.cwd());
}
