import { checkOptions, OPTIONS } from "../base/check_options.ts";
import { ProfileError } from "../base/profile_error.ts";
import { podNameProblems } from "../manifest/launch_inputs.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type { ListOptions, PodListEntry } from "../store/list_pods.ts";
import { locateStore, type StoreLocation } from "../store/store_location.ts";
import { ownSystem } from "../system/own_system.ts";
import type { System } from "../system/system.ts";
import type { AdoptedPod } from "./adopt_stored_pod.ts";
import type {
  CreatedPod,
  CreatePodOptions,
  Resolve,
} from "./create_stored_pod.ts";
import type { InheritOptions } from "./inherit_from_pod.ts";
import type { ForceOptions } from "../store/living_pod.ts";
import type { LaunchPodOptions, PodLaunch } from "./launch_stored_pod.ts";
import type { PodDifference } from "./pod_difference.ts";
import type { PodStatus } from "./pod_status.ts";
import type { LaunchOverride } from "./recorded_launch.ts";
import type { ReresolvedPod, ReresolveOptions } from "./reresolve_pod.ts";
import type { ResumedPod, ResumeOptions } from "./resume_pod.ts";

/** Where a store is, and how it resolves. */
export interface PodStoreOptions {
  /** The outside world. Default: the real one. */
  readonly system?: System;
  /**
   * Absolute; Pods are in its folder `pods`. Default: `INSOMNIA_DATA_DIR`, else
   * `INSOMNIA_HOME`, else `$HOME/.insomnia`.
   */
  readonly dataDirectory?: string;
  /**
   * Absolute; a folder in it is a Pod that runs. Default:
   * `INSOMNIA_RUNTIME_DIR`, else `$INSOMNIA_HOME/run`, else
   * `$XDG_RUNTIME_DIR/insomnia`, else `$HOME/.insomnia/run`.
   */
  readonly runtimeDirectory?: string;
  /** Resolves profiles, for your own isolation. Default: `resolveProfile`. */
  readonly resolve?: Resolve;
}

/**
 * The stored Pods of a user. A Pod resumes from its *snapshot*, the manifest it
 * was created with; it is resolved again only by `reresolve`.
 *
 * Every method throws a {@linkcode ProfileError} for what a user can fix:
 * `pod-unknown`, `pod-exists`, `pod-damaged`, `pod-foreign`,
 * `pod-living`, `store-locked`, `store-inaccessible` and the other codes of
 * stored Pods in `docs/errors.md`. Nothing is changed then. Safe to use from
 * many processes at once.
 *
 * @example
 * ```ts
 * import { PodStore, memorySystem } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const system = memorySystem({
 *   files: { "/ws/coder.lua": `return { model = "codex-oauth/gpt-5.5" }` },
 *   env: { HOME: "/home/ada" },
 * });
 * const store = new PodStore({ system });
 * const { launch } = await store.create({
 *   selector: "./coder.lua",
 *   podName: "demo",
 *   workspace: "/ws",
 * });
 * assert.equal(
 *   launch.command,
 *   "cd -- /ws && insomnia-pod --profile=/home/ada/.insomnia/pods/demo/launch.lua --profile-pod-name=demo",
 * );
 * await system.writeFile("/ws/coder.lua", new TextEncoder().encode("changed"));
 * const { manifest } = await store.resume("demo");
 * assert.equal(manifest.model.model_id, "gpt-5.5");
 * ```
 */
export class PodStore {
  readonly #options: PodStoreOptions;
  #location: StoreLocation | undefined;

  /** Nothing is read before a method is called. */
  constructor(options: PodStoreOptions = {}) {
    checkOptions(options, {
      system: OPTIONS.system,
      resolve: OPTIONS.call,
    });
    this.#options = options;
  }

  /**
   * Resolves a profile, or a manifest file, and stores it as a new Pod.
   *
   * @throws {ProfileError} also with every problem of the profile
   */
  async create(options: CreatePodOptions): Promise<CreatedPod> {
    checkOptions(options, {
      selector: OPTIONS.selector,
      workspace: OPTIONS.path,
      manifest: OPTIONS.path,
      typed: OPTIONS.text,
    });
    requireNames(options.podName);
    const { createStoredPod } = await import("./create_stored_pod.ts");
    return await createStoredPod(await this.#locate(), options, this.#resolve);
  }

  /**
   * Makes a Pod ready to be started, and says how.
   *
   * @throws {ProfileError} `confirmation-missing` (exit code 1) where the
   * runtime would restore it from something else than what it was created with
   */
  async launch(
    name: string,
    options: LaunchPodOptions = {},
  ): Promise<PodLaunch> {
    requireNames(name);
    const { launchStoredPod } = await import("./launch_stored_pod.ts");
    return await launchStoredPod(await this.#locate(), name, options);
  }

  /** Everything that is known of a Pod. */
  async read(name: string): Promise<PodStatus> {
    requireNames(name);
    const { podStatus } = await import("./pod_status.ts");
    return await podStatus(await this.#locate(), name);
  }

  /**
   * The manifest that a Pod was created with, exactly as it was stored. Nothing
   * but the Pod's folder is looked at, unless `drift` is asked for.
   */
  async resume(name: string, options: ResumeOptions = {}): Promise<ResumedPod> {
    requireNames(name);
    const { resumePod } = await import("./resume_pod.ts");
    return await resumePod(await this.#locate(), name, options);
  }

  /** Takes over a Pod that only the runtime knows. */
  async adopt(name: string): Promise<AdoptedPod> {
    requireNames(name);
    const { adoptStoredPod } = await import("./adopt_stored_pod.ts");
    return await adoptStoredPod(await this.#locate(), name);
  }

  /** Every Pod, sorted by name; a damaged one among them. */
  async list(options: ListOptions = {}): Promise<readonly PodListEntry[]> {
    const { listPods } = await import("../store/list_pods.ts");
    return await listPods(await this.#locate(), options);
  }

  /**
   * What would change if a Pod were created now.
   *
   * @param override another profile or workspace than those it was created
   * with; needed for a Pod that was adopted
   * @throws {ProfileError} `pod-source-unknown` (exit code 2)
   */
  async diff(
    name: string,
    override: LaunchOverride = {},
  ): Promise<PodDifference> {
    checkOptions(override, OVERRIDE);
    requireNames(name);
    const { diffPod } = await import("./diff_pod.ts");
    return await diffPod(await this.#locate(), name, override, this.#resolve);
  }

  /**
   * Resolves a stopped Pod anew and stores the result in place of what it was
   * created with, which is kept in its history.
   *
   * @throws {ProfileError} `confirmation-missing` (exit code 1) where nobody
   * agreed to the changes
   */
  async reresolve(
    name: string,
    options: ReresolveOptions = {},
  ): Promise<ReresolvedPod> {
    checkOptions(options, OVERRIDE);
    requireNames(name);
    const { reresolvePod } = await import("./reresolve_pod.ts");
    return await reresolvePod(
      await this.#locate(),
      name,
      options,
      this.#resolve,
    );
  }

  /**
   * Moves a Pod out of the store.
   *
   * @returns the absolute path of its folder in the archive
   */
  async archive(
    name: string,
    { force = false }: ForceOptions = {},
  ): Promise<string> {
    requireNames(name);
    const { archivePod } = await import("../store/remove_pod.ts");
    return await archivePod(await this.#locate(), name, force);
  }

  /** Removes a Pod with everything in its folder. */
  async remove(
    name: string,
    { force = false }: ForceOptions = {},
  ): Promise<void> {
    requireNames(name);
    const { removePod } = await import("../store/remove_pod.ts");
    await removePod(await this.#locate(), name, force);
  }

  /**
   * The manifest of a child: what another Pod was created with, under another
   * name and with a part of its scope. It is not stored.
   *
   * @throws {ProfileError} `scope-exceeded` (exit code 1) with the rule and the
   * path that the parent has no authority over
   */
  async inherit(options: InheritOptions): Promise<PodManifest> {
    requireNames(options.from, options.podName);
    const { inheritFromPod } = await import("./inherit_from_pod.ts");
    return await inheritFromPod(await this.#locate(), options);
  }

  readonly #resolve: Resolve = async (options) => {
    const { system } = await this.#locate();
    const resolve = this.#options.resolve ??
      (await import("./resolve_profile.ts")).resolveProfile;
    return await resolve({ ...options, system });
  };

  async #locate(): Promise<StoreLocation> {
    if (this.#location) return this.#location;
    const system = this.#options.system ?? await ownSystem();
    return this.#location = locateStore(system, this.#options);
  }
}

const OVERRIDE = {
  selector: OPTIONS.selector,
  workspace: OPTIONS.path,
  trustedOrigins: OPTIONS.texts,
  maxSteps: OPTIONS.maxSteps,
};

/** A name becomes the name of a folder, so it is checked first. */
function requireNames(...names: readonly string[]): void {
  const problems = names.flatMap(podNameProblems);
  if (problems.length > 0) throw new ProfileError(problems);
}
