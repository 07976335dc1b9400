/**
 * Writes the predicates that stand in for the schemas where zod would be too
 * slow to load; with `--check` only tells which files are not up to date.
 *
 * @module
 */
import {
  ModelsSchema,
  ProvidersSchema,
} from "../lib/catalog/catalog_schema.ts";
import { PodManifestSchema } from "../lib/manifest/pod_manifest.ts";
import { ProfileSchema } from "../lib/profile/profile_input.ts";
import { RegistrySchema } from "../lib/registry/registry_schema.ts";
import {
  isAbsolutePath,
  isDay,
  isHttpUrl,
  isOneLine,
  isPath,
  isPromptReference,
  isWellFormedText,
} from "../lib/schema/text_forms.ts";
import { isPodName } from "../lib/schema/pod_name.ts";
import type { Schema } from "../lib/schema/schema.ts";
import { isProfileName } from "../lib/selector/profile_name.ts";
import { emitPredicate } from "./checks/emit_predicate.ts";
import { formatText } from "./format_text.ts";

/** The functions that schemas name, with the modules they are in, below `lib/`. */
const NAMED: ReadonlyMap<(text: string) => boolean, string> = new Map([
  [isAbsolutePath, "schema/text_forms.ts"],
  [isDay, "schema/text_forms.ts"],
  [isPath, "schema/text_forms.ts"],
  [isHttpUrl, "schema/text_forms.ts"],
  [isOneLine, "schema/text_forms.ts"],
  [isPodName, "schema/pod_name.ts"],
  [isPromptReference, "schema/text_forms.ts"],
  [isWellFormedText, "schema/text_forms.ts"],
  [isProfileName, "selector/profile_name.ts"],
]);

/** Each file with its type, the module of the type, and the schema. */
const TARGETS: readonly (readonly [
  file: string,
  type: string,
  typeFrom: string,
  schema: Schema<unknown>,
])[] = [
  [
    "lib/manifest/is_pod_manifest.generated.ts",
    "PodManifest",
    "./pod_manifest.ts",
    PodManifestSchema,
  ],
  [
    "lib/profile/is_profile_input.generated.ts",
    "ProfileInput",
    "./profile_input.ts",
    ProfileSchema,
  ],
  [
    "lib/registry/is_registry_document.generated.ts",
    "RegistryDocument",
    "./registry_schema.ts",
    RegistrySchema,
  ],
  [
    "lib/catalog/is_providers_document.generated.ts",
    "ProvidersDocument",
    "./catalog_schema.ts",
    ProvidersSchema,
  ],
  [
    "lib/catalog/is_models_document.generated.ts",
    "ModelsDocument",
    "./catalog_schema.ts",
    ModelsSchema,
  ],
];

const ROOT = new URL("../", import.meta.url);

/** The text of every generated check, by its path in the repository. */
export async function generateChecks(): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(
    TARGETS.map(async ([file, type, typeFrom, schema]) => {
      const text = emitPredicate({
        name: `is${type}`,
        type,
        typeFrom,
        schema,
        moduleOf: (accepts) => {
          const module = NAMED.get(accepts);
          return module === undefined ? undefined : `../${module}`;
        },
      });
      return [file, await formatText(text, "ts")] as const;
    }),
  );
  return new Map(texts);
}

async function main(check: boolean): Promise<boolean> {
  let current = true;
  for (const [file, text] of await generateChecks()) {
    const url = new URL(file, ROOT);
    const before = await Deno.readTextFile(url).catch(() => undefined);
    if (before === text) continue;
    current = false;
    if (!check) await Deno.writeTextFile(url, text);
    console.log(`${check ? "not up to date" : "written"}: ${file}`);
  }
  return current || !check;
}

if (import.meta.main) {
  Deno.exit(await main(Deno.args.includes("--check")) ? 0 : 1);
}
