import { beginsWith, changeAt } from "../base/field_path.ts";
import { lazy } from "../base/lazy.ts";
import { parseWebAddress } from "../base/web_address.ts";
import { fieldPaths } from "../schema/field_paths.ts";
import { MANIFEST } from "../schema/field_table.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";
import { meaningOf } from "../schema/schema_node.ts";

/** Where a manifest holds an address; those of models are pinned like that. */
const addresses = lazy(() =>
  fieldPaths(MANIFEST)
    .filter(({ path, node }) =>
      meaningOf(node) === "url" &&
      !MODEL_SECTIONS.some((section) => beginsWith(path, section))
    )
    .map(({ path }) => path)
);

/**
 * A manifest with its addresses as the URL standard writes them, without slashes
 * at their ends: the address that was checked is the one that is used.
 *
 * @param manifest with pinned models
 */
export function canonicalAddresses<T>(manifest: T): T {
  return addresses().reduce(
    (document, path) =>
      changeAt(
        document,
        path,
        (written) =>
          typeof written === "string"
            ? parseWebAddress(written)?.text
            : undefined,
      ),
    manifest,
  );
}
