import type { FieldPath } from "../base/field_path.ts";
import type { Answer, Answers } from "../schema/explain/explaining.ts";

/** Words for a field of an entry, in a table of that entry's name. */
const ENTRY_WORDS: Readonly<Record<string, string>> = {
  file: "path",
  filename: "path",
  source: "path",
  src: "path",
  location: "path",
  lua: "path",
  desc: "description",
  summary: "description",
  about: "description",
};

/** Fields of a profile, which people write where it is chosen. */
const OF_A_PROFILE: ReadonlySet<string> = new Set([
  ...["model", "worker", "scope", "session", "permissions", "compaction"],
  ...["memory", "web", "skills", "slug", "role"],
]);

/** What a registry answers to words that people bring from elsewhere. */
export const REGISTRY_ANSWERS: Answers = {
  field(path: FieldPath): Answer | undefined {
    const word = String(path.at(-1));
    if (OF_A_PROFILE.has(word)) {
      return {
        help:
          "a registry chooses profiles and cannot change one: write it into the profile's file",
      };
    }
    return path.length === 3 && Object.hasOwn(ENTRY_WORDS, word)
      ? {
        help: `write \`${ENTRY_WORDS[word]}\` here`,
        fix: { replace: "key", put: ENTRY_WORDS[word]! },
      }
      : undefined;
  },
  value([table, name]: FieldPath, value: unknown): Answer | undefined {
    const isEntries = (table === "profile" || table === "entries") &&
      name === undefined;
    return isEntries && Array.isArray(value)
      ? {
        help:
          'profiles are named: write `[profile]` with `coder = "coder.lua"` for each, or `[profile.coder]` with its `path`',
      }
      : undefined;
  },
};
