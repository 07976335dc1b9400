import type { OriginPlace } from "../../api/origin_places.ts";
import { compareManifests } from "../../manifest/compare/compare_manifests.ts";
import type { Origin } from "../../manifest/origin.ts";
import { explainOrigin } from "../../print/explain_origin.ts";
import type { PrintableChange } from "../../print/print_changes.ts";
import type { PodManifest } from "../../schema/pod_manifest.ts";

/** One side of a comparison. */
export interface ComparedManifest {
  readonly manifest: PodManifest;
  /** Left out of a manifest file: it says its values itself. */
  readonly origins?: Readonly<Record<string, Origin>>;
  readonly places?: Readonly<Record<string, OriginPlace>>;
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
  // Of a section or a list: where its first value comes from.
  const known = Object.hasOwn(origins, path)
    ? path
    : Object.keys(origins).find((other) =>
      other.startsWith(`${path}.`) || other.startsWith(`${path}[`)
    );
  if (known === undefined) return undefined;
  return explainOrigin(known, origins[known]!, {
    directory,
    placeOf: (name) => Object.hasOwn(places, name) ? places[name]! : undefined,
  })[0];
}
