import type fc from "npm:fast-check@4.10.2";
import {
  type PodManifest,
  PodManifestSchema,
} from "../../lib/manifest/pod_manifest.ts";
import { fromSchema } from "./from_schema.ts";

/** Every complete manifest. Its figures need not go together. */
export const podManifest: fc.Arbitrary<PodManifest> = fromSchema(
  PodManifestSchema,
);
