import { checkProfile, finishProfile } from "../../api/pipeline.ts";
import type { PreparedProfile } from "../../api/prepared_profile.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { ModelReferences } from "../../schema/resolution_inputs.ts";
import { ProfileError } from "../../base/profile_error.ts";

/** The result of one profile. */
export interface CheckResult {
  /** The digest of its manifest, where it was asked for and there is one. */
  readonly digest?: string;
  /** What the command line would exit with; 0 when there is a manifest. */
  readonly exitCode: number;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The files of the modules that were loaded, also by names that only running
   * the profile could tell; absent when there is no manifest.
   */
  readonly modules?: readonly string[];
  /** What its models were pinned from; absent when there is no manifest. */
  readonly models?: ModelReferences;
}

/** The result of a profile that gave no manifest. */
export function failureOf(error: ProfileError): CheckResult {
  return { exitCode: error.exitCode, diagnostics: error.diagnostics };
}

/** What is to be known of profiles beside their problems. */
export interface FinishCheckOptions {
  /** The digests of their manifests. */
  readonly withDigests: boolean;
}

/** Runs a profile and says what became of it. Reads nothing. */
export async function finishCheck(
  prepared: PreparedProfile,
  { withDigests }: FinishCheckOptions,
): Promise<CheckResult> {
  try {
    const resolved = withDigests ? await finishProfile(prepared) : undefined;
    const { warnings, sources, models } = resolved ??
      await checkProfile(prepared);
    // An imported profile, or a module of one, is not a module of this profile.
    const modules = sources.slice(1).filter(({ name }) => !name.includes(":"))
      .map(({ path }) => path);
    return {
      ...resolved && { digest: resolved.digest },
      exitCode: 0,
      diagnostics: warnings,
      modules,
      models,
    };
  } catch (error) {
    if (error instanceof ProfileError) return failureOf(error);
    throw error;
  }
}
