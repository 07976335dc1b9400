import { MODELS } from "../catalog/models_schema.ts";
import { PROVIDERS } from "../catalog/providers_schema.ts";
import { REGISTRY } from "../registry/registry_schema.ts";
import { MANIFEST, PROFILE } from "../schema/field_table.ts";
import { jsonSchema } from "../schema/json_schema.ts";
import type { TableNode } from "../schema/schema_node.ts";
import { printJson } from "../base/print_json.ts";

/** A format that has a JSON Schema. */
export type SchemaName =
  | "manifest"
  | "profile"
  | "registry"
  | "providers"
  | "models";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** The description of each format. */
const FORMATS: Readonly<
  Record<
    SchemaName,
    {
      readonly title: string;
      readonly description: string;
      readonly node: TableNode;
    }
  >
> = {
  manifest: {
    title: "Pod manifest",
    description: "The complete runtime contract of an Insomnia Pod",
    node: MANIFEST,
  },
  profile: {
    title: "Insomnia profile",
    description: "A reusable recipe that a Pod manifest is made from",
    node: PROFILE,
  },
  registry: {
    title: "Insomnia profile registry",
    description:
      "profiles.toml: names of profiles and which one is the default",
    node: REGISTRY.input,
  },
  providers: {
    title: "Insomnia model providers",
    description: "providers.toml: the providers of the model catalog",
    node: PROVIDERS.input,
  },
  models: {
    title: "Insomnia models",
    description: "models.toml: the models of the model catalog",
    node: MODELS.input,
  },
};

/** Formats whose files may name their schema for an editor. */
const WRITTEN_AS_DATA: readonly SchemaName[] = ["manifest", "profile"];

const SCHEMA_REFERENCE = {
  title: "Schema",
  description: "Where this schema is, for editors; ignored here",
  examples: ["./profile.schema.json"],
  type: "string",
};

/** Every {@linkcode SchemaName}. */
export const SCHEMA_NAMES: readonly SchemaName[] = Object.keys(
  FORMATS,
) as SchemaName[];

/**
 * The JSON Schema (draft 2020-12) of a format, as text. It says what a schema
 * language can say; the length of a Pod's name in bytes is not among it.
 *
 * @example
 * ```ts
 * import { printJsonSchema } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const schema = JSON.parse(printJsonSchema("manifest"));
 * assert.equal(schema.title, "Pod manifest");
 * assert.deepEqual(schema.required, ["pod", "model", "worker", "scope", "session"]);
 * ```
 */
export function printJsonSchema(name: SchemaName): string {
  const { title, description, node } = FORMATS[name];
  const schema = jsonSchema(
    node,
    name === "manifest" ? "output" : "input",
  );
  return printJson({
    $schema: DIALECT,
    title,
    description,
    ...schema,
    ...WRITTEN_AS_DATA.includes(name) && {
      properties: { $schema: SCHEMA_REFERENCE, ...schema.properties as object },
    },
  });
}
