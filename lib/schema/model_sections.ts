import type { FieldPath } from "../base/field_path.ts";
import { fieldPaths, takesModel } from "./field_paths.ts";
import { PROFILE } from "./field_table.ts";

/** Where a model section may stand: the same in a profile and in a manifest. */
export const MODEL_SECTIONS: readonly FieldPath[] = fieldPaths(PROFILE)
  .filter(({ node }) => takesModel(node)).map(({ path }) => path);
