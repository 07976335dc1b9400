import type { SectionType } from "./field.ts";
import { oneOf, pattern, section, text, variants } from "./field_types.ts";
import { ONE_LINE } from "./names.ts";
import {
  RESOLUTION_INPUTS,
  type ResolutionInputs,
  SHA256_EXAMPLE,
} from "./resolution_inputs.ts";

/** A profile chosen by its path; `<stdin>` for standard input. */
export interface PathSource {
  /** A file, or standard input. */
  readonly kind: "path";
  /** Absolute, or `<stdin>`. */
  readonly path: string;
}

/** A profile chosen by its registry name. */
export interface RegistryEntrySource {
  /** An entry of a registry. */
  readonly kind: "registry";
  /** Whose registry it is. */
  readonly source: "builtin" | "user" | "project";
  /** The name of the entry. */
  readonly name: string;
  /** Absolute; for a builtin the resource inside the program. */
  readonly path: string;
}

/** Where a profile was read from. */
export type ProfileSource = PathSource | RegistryEntrySource;

/** What a profile says about itself. */
export interface ProfileMetadata {
  /** The profile's slug, else the name it was chosen by. */
  readonly name: string;
  /** As the profile says it. */
  readonly description?: string;
  /** `insomnia.lua-profile.v1`, or another format of that form. */
  readonly format: string;
}

/** Where a manifest came from. Nothing in it depends on the clock or the host. */
export interface Provenance {
  /** Which profile it was made from. */
  readonly source: ProfileSource;
  /** What the profile says of itself. */
  readonly profile: ProfileMetadata;
  /** What else went in. */
  readonly inputs: ResolutionInputs;
  /** `sha256:` and the digest of the manifest without this section. */
  readonly digest: string;
}

// The registry source first, so that the order of its fields is the order of
// printing: kind, source, name, path.
const SOURCE = variants<ProfileSource>({
  registry: {
    description: "The profile was chosen by its name in a registry",
    fields: {
      source: {
        type: oneOf("builtin", "user", "project"),
        description: "The registry that the profile comes from",
        required: "always",
        example: "project",
      },
      name: {
        type: text(),
        description: "Name in the registry",
        required: "always",
        example: "coder",
      },
      path: {
        type: text(),
        description:
          "Absolute path of the profile file; for a builtin profile, its path inside the program",
        required: "always",
        example: "/ws/.insomnia/profiles/coder.lua",
      },
    },
  },
  path: {
    description: "The profile was chosen by its path",
    fields: {
      path: {
        type: text(),
        description: "Absolute path of the profile file, or `<stdin>`",
        required: "always",
        example: "/ws/coder.lua",
      },
    },
  },
});

const METADATA = section<ProfileMetadata>({
  name: {
    type: text(),
    description:
      "The profile's `slug`, else its name in the registry, else its file name",
    required: "always",
    example: "coder",
  },
  description: {
    type: ONE_LINE,
    description: "Description from the profile or its registry",
    example: "Writes code in this workspace",
  },
  format: {
    type: pattern(
      /^insomnia\.[a-z-]+\.v[0-9]+$/,
      "a profile format, such as `insomnia.lua-profile.v1`",
    ),
    description: "Format of the profile",
    required: "always",
    example: "insomnia.lua-profile.v1",
  },
});

/** Where a manifest came from. */
export const PROVENANCE: SectionType<Provenance> = section<Provenance>({
  source: {
    type: SOURCE,
    description: "Which profile it was made from",
    required: "always",
    example: { kind: "path", path: "/ws/coder.lua" },
  },
  profile: {
    type: METADATA,
    description: "What the profile says about itself",
    required: "always",
  },
  inputs: {
    type: RESOLUTION_INPUTS,
    description: "What the manifest was made from, besides the launch inputs",
    required: "always",
  },
  digest: {
    type: pattern(
      /^sha256:[0-9a-f]{64}$/,
      "`sha256:` and 64 hexadecimal digits",
    ),
    description:
      "SHA-256 of the manifest without this section, as RFC 8785 canonical JSON",
    required: "always",
    example: `sha256:${SHA256_EXAMPLE}`,
  },
});
