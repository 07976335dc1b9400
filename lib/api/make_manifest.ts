import type { Diagnostic } from "../base/diagnostic.ts";
import type { Problem } from "../base/problem.ts";
import { ProfileError } from "../base/profile_error.ts";
import type { ResolverSession } from "../base/resolver_session.ts";
import { isPodManifest } from "../manifest/is_pod_manifest.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import type { ProblemContext } from "../locate/profile_diagnostics.ts";
import type { EvaluatedDocument } from "./evaluate_document.ts";
import { judgeProfile } from "./judge_profile.ts";
import { loadEvaluator } from "./load_evaluator.ts";
import type { ReadProfile } from "./prepared_profile.ts";
import { isOwnAddress } from "./profile_source.ts";

/**
 * What raw data of a profile becomes, without its provenance.
 *
 * @throws {ProfileError} with every problem of the profile
 */
export async function makeManifest(
  read: ReadProfile,
  { value, sources, notes }: EvaluatedDocument,
  session: ResolverSession,
) {
  const isOwn = isOwnAddress(read.document, sources);
  const { validated, manifestization, problems } = await judgeProfile(
    read,
    value,
    isOwn,
  );
  const { profile, secrets, unknown, written } = validated;
  const said = await diagnose(read, session, problems, {
    value,
    notes,
    secrets,
    unknown,
  });
  if (said.some(({ severity }) => severity === "error")) {
    throw new ProfileError(said);
  }
  const { manifest, models } = manifestization!;
  return { profile: profile!, manifest: manifest!, models, written, said };
}

/** What is wrong with a manifest of this program's is a bug. */
export function requireManifest(manifest: PodManifest): void {
  if (isPodManifest(manifest)) return;
  throw new TypeError("made a manifest that does not have a manifest's shape");
}

/** Diagnostics with their places, which are only looked up if there are any. */
async function diagnose(
  read: ReadProfile,
  session: ResolverSession,
  problems: readonly Problem[],
  found: Pick<ProblemContext, "value" | "notes" | "secrets" | "unknown">,
): Promise<readonly Diagnostic[]> {
  if (problems.length === 0 && found.notes.length === 0) return [];
  const { profileDiagnostics } = await import(
    "../locate/profile_diagnostics.ts"
  );
  return await profileDiagnostics(problems, {
    ...read,
    loadRun: () => loadEvaluator(read.wall, session),
    ...found,
  });
}
