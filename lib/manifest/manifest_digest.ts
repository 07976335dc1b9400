import { canonicalJson } from "../base/canonical_json.ts";
import { sha256Hex } from "../base/sha256.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";

/**
 * One line that is the same wherever the manifest is the same: `sha256:` and
 * the SHA-256 sum of its RFC 8785 canonical JSON, the `profile` section, which
 * says where it came from, left out. Two machines can compare it.
 *
 * @returns the digest that a manifest's own `profile.digest` has to be
 */
export async function manifestDigest(
  manifest: PodManifest,
  sum: typeof sha256Hex = sha256Hex,
): Promise<string> {
  const { profile: _, ...content } = manifest;
  return `sha256:${await sum(canonicalJson(content))}`;
}
