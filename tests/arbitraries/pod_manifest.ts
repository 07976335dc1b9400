import type fc from "npm:fast-check@4.10.2";
import { MANIFEST } from "../../lib/schema/field_table.ts";
import type { PodManifest } from "../../lib/schema/pod_manifest.ts";
import { fromSchema } from "./from_schema.ts";

/** Every complete manifest. Its figures need not go together. */
export const podManifest: fc.Arbitrary<PodManifest> = fromSchema(MANIFEST);
