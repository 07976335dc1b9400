import { canonicalJson } from "../base/canonical_json.ts";
import { sha256Hex } from "../base/sha256.ts";
import type { Catalog } from "./catalog.ts";

/** The sum that tells two catalogs apart: of their facts, not their layout. */
export function catalogSha256(
  { providers, models, retired = [] }: Pick<
    Catalog,
    "providers" | "models" | "retired"
  >,
): Promise<string> {
  const facts = retired.length > 0
    ? { providers, models, retired }
    : { providers, models };
  return sha256Hex(canonicalJson(facts));
}
