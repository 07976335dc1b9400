import { defined } from "../base/defined.ts";
import type { FieldPath } from "../base/field_path.ts";
import type { Problem } from "../base/problem.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Profile } from "../profile/profile.ts";
import type { SectionType } from "../schema/field.ts";
import type { ModelReferences } from "../schema/resolution_inputs.ts";
import type { ModelInput, PinnedModel } from "../schema/model.ts";
import { PERMISSIONS } from "../schema/permissions.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { SESSION } from "../schema/session.ts";
import { SKILLS } from "../schema/skills.ts";
import { WEB } from "../schema/web.ts";
import { WORKER } from "../schema/worker.ts";
import { canonicalAddresses } from "./canonical_addresses.ts";
import { copySection } from "./copy_section.ts";
import type { Launch } from "./launch_inputs.ts";
import { orderManifest } from "./order_manifest.ts";
import { compaction } from "./policies/compaction.ts";
import { memory } from "./policies/memory.ts";
import { pinModel } from "./policies/model.ts";
import { pinnedSecrets } from "./pinned_secrets.ts";
import { runtimeProblems } from "./runtime_problems.ts";
import { thinking } from "./policies/reasoning.ts";
import { scope } from "./policies/scope.ts";

/** Everything a manifest is made of. */
export interface ManifestInputs {
  /** Valid, in its normal form. */
  readonly profile: Profile;
  /** Valid: see `validateLaunch`. */
  readonly launch: Launch;
  /** What its models are looked up in. */
  readonly catalog: Catalog;
  /** Absolute path of what the profile's relative paths are relative to. */
  readonly profileDirectory: string;
  /**
   * Whether it is a builtin profile: what is to be known of its model is not
   * its user's to mend. Default `false`.
   */
  readonly isBuiltin?: boolean;
}

/** A manifest without its `profile` section, or why it cannot be made. */
export interface Manifestization {
  /** Left out when there is an error among the problems. */
  readonly manifest?: PodManifest;
  /** What the models were pinned from, by section. */
  readonly models: ModelReferences;
  /** All of them; paths are the profile's. */
  readonly problems: readonly Problem[];
}

/**
 * Turns a profile into the manifest of one Pod: semantic values become concrete
 * ones, models are pinned, paths absolute, defaults filled in. Nothing is read
 * from anywhere.
 */
export function manifestize(inputs: ManifestInputs): Manifestization {
  const { profile, launch, catalog, profileDirectory } = inputs;
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);

  const pinning = {
    catalog,
    directory: profileDirectory,
    withNotes: !inputs.isBuiltin,
  };
  const pin = (written: ModelInput, path: FieldPath) =>
    pinModel(written, path, pinning, report);
  const pinAt = (written: ModelInput | undefined, path: FieldPath) =>
    written && pin(written, path);

  // Of these sections nothing is computed.
  const copy = <O, I>(section: SectionType<O, I>, written: I) =>
    copySection(section, written, profileDirectory);
  const copyAt = <O, I>(section: SectionType<O, I>, written: I | undefined) =>
    written && copy(section, written);

  const main = pin(profile.model, ["model"]);
  const models = {
    compaction: pinAt(profile.compaction?.model, ["compaction", "model"]),
    extract: pinAt(profile.memory?.extract_model, ["memory", "extract_model"]),
    consolidation: pinAt(profile.memory?.consolidation_model, [
      "memory",
      "consolidation_model",
    ]),
  };

  const references: ModelReferences = defined({
    "model": main.ref,
    "compaction.model": models.compaction?.ref,
    "memory.extract_model": models.extract?.ref,
    "memory.consolidation_model": models.consolidation?.ref,
  });

  const worker = profile.worker ?? {};
  const thought = thinking(worker, profile.model.quality, main, report);
  const manifest: PodManifest = defined({
    pod: { name: launch.podName },
    // Missing only when there is an error, and then there is no manifest.
    model: main.model as PinnedModel,
    worker: copySection(WORKER, worker, profileDirectory, {
      reasoning: thought.reasoning,
      max_tokens: thought.max_tokens,
    }),
    scope: scope(profile.scope.intent, launch),
    session: copy(SESSION, profile.session ?? {}),
    permissions: copyAt(PERMISSIONS, profile.permissions),
    compaction: compaction(
      profile.compaction,
      main,
      models.compaction,
      thought,
      profileDirectory,
      report,
    ),
    memory: memory(profile.memory, main, models, profileDirectory),
    web: copyAt(WEB, profile.web),
    skills: copyAt(SKILLS, profile.skills),
  });
  if (problems.some((problem) => problem.severity === "error")) {
    return { models: references, problems };
  }
  return {
    manifest: orderManifest(canonicalAddresses(manifest)),
    models: references,
    problems: [
      ...problems,
      ...pinnedSecrets(manifest, catalog),
      ...runtimeProblems(manifest, catalog),
    ],
  };
}
