import type { SectionType } from "../schema/field.ts";
import {
  asWritten,
  checkedText,
  either,
  list,
  map,
  section,
  text,
} from "../schema/field_types.ts";
import { ONE_LINE, PATH } from "../schema/names.ts";
import { isOrigin } from "../trust/trusted_origin.ts";
import { isProfileName, NAME_RULE } from "../selector/profile_name.ts";

/** An entry of a registry file as a table. */
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
  /** Origins that may get the user's keys; in the user's own file only. */
  readonly trusted_origins?: readonly string[];
}

const PROFILE_NAME = checkedText(isProfileName, NAME_RULE, {
  hints: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$" },
});

const ORIGIN = checkedText(
  isOrigin,
  "an origin (`https://host` or `https://host:port`, and nothing behind it)",
  { hints: { pattern: "^[Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9._:\\[\\]-]+/?$" } },
);

const ENTRY = section<RegistryEntryTable>({
  path: {
    type: asWritten(PATH),
    description: "The profile file, relative to this file",
    required: "always",
    example: "profiles/coder.lua",
  },
  description: {
    type: ONE_LINE,
    description: "What the profile is for, in one line",
    example: "Project coding assistant",
  },
});

const ENTRIES = map(PROFILE_NAME, either(asWritten(PATH), ENTRY));

/** The fields of a `profiles.toml`. */
export const REGISTRY: SectionType<RegistryDocument> = section<
  RegistryDocument
>({
  default: {
    type: text(),
    description: "The profile that is used when none is named",
    example: "coder",
  },
  profile: {
    type: ENTRIES,
    description: "Profiles by name: a path, or a table with a path",
    example: { coder: "profiles/coder.lua" },
  },
  entries: {
    type: ENTRIES,
    description: "Older name of `profile`",
    example: { coder: "profiles/coder.lua" },
  },
  alias: {
    type: map(PROFILE_NAME, text()),
    description:
      "Further names for profiles of any registry: alias = qualified name",
    example: { coder: "project:coder" },
  },
  trusted_origins: {
    type: list(ORIGIN),
    description:
      "Further origins that keys may be sent to, beside those of the catalog; only in the user's own file",
    example: ["https://llm.example.com"],
  },
});
