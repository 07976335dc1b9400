import { isProfileName, NAME_RULE } from "../selector/profile_name.ts";
import { OneLineSchema, PathSchema } from "../schema/names.ts";
import {
  checkedText,
  either,
  map,
  optional,
  type Schema,
  schemaOf,
  table,
  text,
} from "../schema/schema.ts";

/** An entry of a registry file written out. */
export interface RegistryEntryTable {
  /** Relative to the file that declares it, or absolute. */
  readonly path: string;
  /** One line of text. */
  readonly description?: string;
}

/** An entry of a registry file: a path, or a table with one. */
export type RegistryEntryValue = string | RegistryEntryTable;

/** The content of a `profiles.toml`. */
export interface RegistryDocument {
  /** Selector of the profile that is used when none is named. */
  readonly default?: string;
  /** Name to profile. */
  readonly profile?: Readonly<Record<string, RegistryEntryValue>>;
  /** An older name of `profile`. */
  readonly entries?: Readonly<Record<string, RegistryEntryValue>>;
  /** Name to the qualified name of a profile: `project:coder`. */
  readonly alias?: Readonly<Record<string, string>>;
}

const NameSchema = checkedText(isProfileName, NAME_RULE, {
  pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
});

const EntriesSchema = map(
  NameSchema,
  either(
    PathSchema,
    schemaOf<RegistryEntryTable>()(table({
      path: PathSchema.describe("The profile file, relative to this file"),
      description: optional(OneLineSchema.describe("What the profile is for")),
    })),
  ),
);

/** Schema of {@linkcode RegistryDocument}, strict at every depth. */
export const RegistrySchema: Schema<RegistryDocument> = schemaOf<
  RegistryDocument
>()(table({
  default: optional(text().describe("The profile used when none is named")),
  profile: optional(EntriesSchema.describe("Profiles by name")),
  entries: optional(EntriesSchema.describe("An older name of profile")),
  alias: optional(
    map(NameSchema, text()).describe(
      "Names for profiles of any registry, by their qualified names",
    ),
  ),
})).meta({
  title: "Insomnia profile registry",
  description: "profiles.toml: names of profiles and which one is the default",
});
