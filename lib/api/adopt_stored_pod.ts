import type { Diagnostic } from "../base/diagnostic.ts";
import { ProfileError } from "../base/profile_error.ts";
import { loadCatalog } from "../catalog/load_catalog.ts";
import { locateProblems } from "../document/locate_problems.ts";
import { withoutNull } from "../manifest/compare/comparable_manifest.ts";
import { withExcerpts } from "../locate/excerpts.ts";
import {
  misplacedReferences,
  unknownStrings,
} from "../profile/values_to_hide.ts";
import { adoptPod } from "../store/adopt_pod.ts";
import { requireAdopted } from "../store/stored_pod.ts";
import { runtimeSnapshot } from "../store/pod_metadata.ts";
import { type PodSnapshot, snapshotOf } from "../store/pod_snapshot.ts";
import type { StoreLocation } from "../store/store_location.ts";
import { readStoredPod } from "../store/stored_pod.ts";

/** A Pod that was taken over from the runtime. */
export interface AdoptedPod {
  /** What was written. */
  readonly snapshot: PodSnapshot;
  /** What the runtime's manifest has that this program does not know, and the like. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * Makes our file of what the runtime starts a Pod with. It is checked like a
 * manifest file; where it came from is not known, so it has no `profile`
 * section, no launch and no sources.
 */
export async function adoptStoredPod(
  location: StoreLocation,
  name: string,
): Promise<AdoptedPod> {
  const { system } = location;
  const pod = await readStoredPod(location, name);
  const theirs = runtimeSnapshot(pod.metadata);
  // Throws the error that says what to do.
  if (!theirs) requireAdopted(pod);
  const { completeManifest } = await import("../manifest/complete_manifest.ts");
  const document = withoutNull(theirs);
  const catalog = await loadCatalog({ system });
  const { manifest, problems, secrets } = await completeManifest(document, {
    directory: pod.folder.path,
    catalog,
    podName: name,
  });
  const said = withExcerpts(
    await located(problems, theirs, pod.folder.metadata),
    () => undefined,
    [...secrets, ...misplacedReferences(problems, document)],
    unknownStrings(problems, document, catalog),
  );
  if (!manifest) throw new ProfileError(said);
  const snapshot = await snapshotOf({ manifest, sources: [] });
  await adoptPod(location, snapshot);
  return { snapshot, warnings: said };
}

async function located(
  problems: Parameters<typeof locateProblems>[0],
  theirs: unknown,
  file: string,
): Promise<readonly Diagnostic[]> {
  if (problems.length === 0) return [];
  const { jsonPlaces } = await import("../document/json_places.ts");
  const text = JSON.stringify({ resolved_manifest_snapshot: theirs }, null, 2);
  const finder = jsonPlaces(text, file);
  return locateProblems(
    problems.map((problem) => ({
      ...problem,
      path: ["resolved_manifest_snapshot", ...problem.path],
    })),
    finder,
  ).map(({ source: _, ...said }) => said);
}
