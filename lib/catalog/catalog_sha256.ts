import { canonicalJson } from "../base/canonical_json.ts";
import { sha256Hex } from "../base/sha256.ts";
import type { Catalog } from "./catalog.ts";

/** The sum that tells two catalogs apart: of their facts, not their layout. */
export function catalogSha256(
  { providers, models }: Pick<Catalog, "providers" | "models">,
): string {
  return sha256Hex(canonicalJson({ providers, models }));
}
