import type { ResolvedProfile } from "../../api/resolved_profile.ts";
import { compareManifests } from "../../manifest/compare/compare_manifests.ts";
import { originAt } from "../../manifest/origin_at.ts";
import { explainOrigin } from "../../print/explain_origin.ts";
import type { PrintableChange } from "../../print/print_changes.ts";
import type { PodManifest } from "../../schema/pod_manifest.ts";

/**
 * One side of a comparison. A manifest file has no origins: it says its values
 * itself.
 */
export interface ComparedManifest
  extends Partial<Pick<ResolvedProfile, "origins" | "places">> {
  readonly manifest: PodManifest;
  /** What places are shown relative to. */
  readonly directory: string;
}

/** The changes between two manifests, with where both values come from. */
export function changesBetween(
  a: ComparedManifest,
  b: ComparedManifest,
): readonly PrintableChange[] {
  return compareManifests(a.manifest, b.manifest).map((change) => {
    const before = originWords(change.path, a);
    const after = originWords(change.path, b);
    const remark = [
      ...before !== undefined && change.before !== undefined
        ? [`before: ${before}`]
        : [],
      ...after !== undefined && change.after !== undefined
        ? [`after: ${after}`]
        : [],
    ].join("; ");
    return remark === "" ? change : { ...change, remark };
  });
}

function originWords(
  path: string,
  { origins = {}, places = {}, directory }: ComparedManifest,
): string | undefined {
  const known = originAt(path, origins);
  return known && explainOrigin(known.path, known.origin, {
    directory,
    placeOf: (name) => Object.hasOwn(places, name) ? places[name]! : undefined,
  })[0];
}
