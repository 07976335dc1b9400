import type { Diagnostic } from "../base/diagnostic.ts";
import type { ResolverSession } from "../base/resolver_session.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { EndingsOptions } from "../catalog/model_ending.ts";
import type { EvaluateOptions } from "../lua/evaluation.ts";
import type { Launch } from "../manifest/launch_inputs.ts";
import type { ProfileOrigin } from "../profile/profile_metadata.ts";
import type { ProfileRegistry } from "../registry/profile_registry.ts";
import type { ProfileSource } from "../schema/provenance.ts";
import type { ProfileDocument } from "../source/load_document.ts";
import type { Answer } from "../trust/trust_table.ts";
import type { ResolveOptions, Wall } from "./resolve_options.ts";

/**
 * A profile with everything its resolution needs, read and not yet run. Plain
 * data: it can be sent to a worker.
 */
export interface PreparedProfile {
  /** What the launch says, checked. */
  readonly launch: Launch;
  /** Which profile was taken, and from where. */
  readonly source: ProfileSource;
  /** Whether finishing runs code that somebody wrote; data and builtin profiles do not. */
  readonly isCode: boolean;
}

/** What `prepareProfile` makes; only a part of it is public. */
export interface ReadProfile extends PreparedProfile {
  readonly origin: ProfileOrigin;
  readonly document: ProfileDocument;
  /** What the profile's relative paths are relative to, as the manifest is to say it. */
  readonly directory: string;
  readonly catalog: Catalog;
  /** What to do with an address in it that would get the key of another one. */
  readonly addressAnswer: Answer;
  /** Origins that the user trusts with keys. */
  readonly trustedOrigins: readonly string[];
  readonly strict: boolean;
  readonly evaluation: EvaluateOptions;
  readonly wall: Wall;
  /** Left out: ends of models are not reported. */
  readonly endings?: EndingsOptions;
}

/** What a resolution is given by a program that resolves many profiles at once. */
export interface PrepareOptions extends ResolveOptions {
  /** Default: discovered from the workspace. */
  readonly registry?: ProfileRegistry;
  /** Report ends of models. Default: none. */
  readonly endings?: EndingsOptions;
}

/** How a resolution is finished. */
export interface FinishOptions {
  /** What is kept for later resolutions. Default: one shared by the process. */
  readonly session?: ResolverSession;
  /** Find where in the source each value came from, too. */
  readonly locate?: boolean;
  /** Diagnostics of the launch, put before those of the profile. */
  readonly remarks?: readonly Diagnostic[];
}
