import type { Diagnostic } from "../base/diagnostic.ts";
import { printFieldPath } from "../base/field_path.ts";
import { failure, ProfileError } from "../base/profile_error.ts";
import { loadCatalog } from "../catalog/load_catalog.ts";
import { runtimeProblems } from "../manifest/runtime_problems.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { compareManifests } from "../manifest/compare/compare_manifests.ts";
import type { ManifestChange } from "../manifest/compare/manifest_change.ts";
import { printManifest } from "../print/print_manifest.ts";
import { launchPod, type PreparedLaunch } from "../store/launch_pod.ts";
import type { PodSnapshot } from "../store/pod_snapshot.ts";
import { runtimeMeaning } from "../store/runtime_meaning.ts";
import type { StoreLocation } from "../store/store_location.ts";
import type { ForceOptions } from "../store/living_pod.ts";

/** How a Pod is made ready. */
export interface LaunchPodOptions extends ForceOptions {
  /**
   * Put what the Pod was created with in place of what the runtime would
   * restore it from, also where that says something else. Default `false`.
   */
  readonly yes?: boolean;
  /**
   * Asked in place of `yes`, where there is somebody to ask.
   *
   * @param changes from what the runtime has to what the Pod was created with
   */
  readonly confirm?: (changes: readonly ManifestChange[]) => Promise<boolean>;
}

/** How a Pod is started, and what was done for it. */
export interface PodLaunch extends PreparedLaunch {
  /** What the runtime does not read of the manifest, or of the user's catalog. */
  readonly warnings: readonly Diagnostic[];
}

/** Makes a Pod ready to be started, and says how. */
export async function launchStoredPod(
  location: StoreLocation,
  name: string,
  { yes = false, confirm, force = false }: LaunchPodOptions = {},
): Promise<PodLaunch> {
  const launch = async (replace: boolean): Promise<PodLaunch> => {
    const options = { replace, force, printToml };
    const launched = await launchPod(location, name, options, differs);
    const warnings = await runtimeWarnings(location, launched.manifest);
    return { ...launched, warnings };
  };
  let changes: readonly ManifestChange[] = [];
  const differs = (
    ours: PodSnapshot,
    theirs: Readonly<Record<string, unknown>>,
  ): ProfileError => {
    changes = runtimeChanges(ours, theirs);
    return notAgreed(name, changes);
  };
  try {
    return await launch(yes);
  } catch (error) {
    if (changes.length === 0 || !await confirm?.(changes)) throw error;
    return await launch(true);
  }
}

/** What keeps a Pod from starting, or is read differently by the runtime. */
async function runtimeWarnings(
  { system }: StoreLocation,
  manifest: PodManifest,
): Promise<readonly Diagnostic[]> {
  try {
    const problems = runtimeProblems(manifest, await loadCatalog({ system }));
    return problems.map(({ code, severity, message, path, help }) => ({
      code,
      severity,
      message,
      path: printFieldPath(path),
      ...help !== undefined && { help },
    }));
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    // The runtime also reads the user's catalog, and would not start with a
    // broken one.
    return error.diagnostics.map((said) => ({ ...said, severity: "warning" }));
  }
}

/** From the runtime's manifest to the one that the Pod was created with. */
export function runtimeChanges(
  { manifest }: Pick<PodSnapshot, "manifest">,
  theirs: Readonly<Record<string, unknown>>,
): readonly ManifestChange[] {
  return compareManifests(runtimeMeaning(theirs), runtimeMeaning(manifest));
}

function printToml(manifest: PodSnapshot["manifest"]): string {
  return printManifest(manifest, "toml");
}

function notAgreed(
  name: string,
  changes: readonly ManifestChange[],
): ProfileError {
  const paths = changes.map(({ path }) => `\`${path}\``).join(", ");
  return failure(
    "confirmation-missing",
    `the runtime would restore the Pod \`${name}\` from something else than it was created with: ${paths} differ`,
    {
      help: "`--yes` puts what it was created with in its place; " +
        `\`insomnia-profile pod show ${name}\` shows the difference`,
    },
  );
}
