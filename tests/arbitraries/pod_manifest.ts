import type fc from "../fast_check.ts";
import { MANIFEST } from "../../lib/schema/field_table.ts";
import type { PodManifest } from "../../lib/schema/pod_manifest.ts";
import { fromSchema } from "./from_schema.ts";

/** Every complete manifest. Its figures need not go together. */
export const podManifest: fc.Arbitrary<PodManifest> = fromSchema(MANIFEST);
