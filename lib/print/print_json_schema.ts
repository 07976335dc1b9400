import * as z from "npm:zod@4.6.7";
import { ModelsSchema, ProvidersSchema } from "../catalog/catalog_schema.ts";
import { PodManifestSchema } from "../manifest/pod_manifest.ts";
import { ProfileSchema } from "../profile/profile_input.ts";
import { RegistrySchema } from "../registry/registry_schema.ts";
import type { Schema } from "../schema/schema.ts";
import { printJson } from "./print_json.ts";

/** A format that has a JSON Schema. */
export type SchemaName =
  | "manifest"
  | "profile"
  | "registry"
  | "providers"
  | "models";

const SCHEMAS: Readonly<Record<SchemaName, Schema<unknown>>> = {
  manifest: PodManifestSchema,
  profile: ProfileSchema,
  registry: RegistrySchema,
  providers: ProvidersSchema,
  models: ModelsSchema,
};

/** Every {@linkcode SchemaName}. */
export const SCHEMA_NAMES: readonly SchemaName[] = Object.keys(
  SCHEMAS,
) as SchemaName[];

/**
 * The JSON Schema (draft 2020-12) of a format, as text. It says what a schema
 * language can say; the length of a Pod's name in bytes is not among it.
 *
 * @example
 * ```ts
 * import { printJsonSchema } from "./print_json_schema.ts";
 * import assert from "node:assert/strict";
 * const schema = JSON.parse(printJsonSchema("manifest"));
 * assert.equal(schema.title, "Pod manifest");
 * assert.deepEqual(schema.required, ["pod", "model", "worker", "scope", "session"]);
 * ```
 */
export function printJsonSchema(name: SchemaName): string {
  const { $schema, title, description, ...rest } = z.toJSONSchema(
    SCHEMAS[name],
    { target: "draft-2020-12" },
  );
  return printJson({ $schema, title, description, ...rest });
}
