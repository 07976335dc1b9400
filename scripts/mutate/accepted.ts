/** A mutant that survives, and why no test can or need notice it. */
export interface AcceptedMutant {
  readonly file: string;
  /** As the report shows it. */
  readonly before: string;
  /** As the report shows it; empty where a statement is dropped. */
  readonly after: string;
  readonly why: string;
}

/** Survivors that were looked at, one by one. */
export const ACCEPTED: readonly AcceptedMutant[] = [
  {
    file: "lib/registry/load_registry_file.ts",
    before: "if (await system.stat(path) === undefined) return undefined;",
    after: "",
    why: "spares a refusal: reading says `not-found`, which is the same answer",
  },
  {
    file: "lib/source/reads_as_profile.ts",
    before: 'if (!text.includes("model")) return false;',
    after: "",
    why: "spares parsing: without the word there is no such field",
  },
  {
    file: "lib/manifest/window_share.ts",
    before: "if (tokens < 0) return undefined;",
    after: "",
    why:
      "less than no tokens come out below one step, which is the same answer",
  },
  {
    file: "lib/source/load_builtin_program.ts",
    before: "false",
    after: "true",
    why: "nobody asks there which profile is the default",
  },
  {
    file: "lib/source/load_document.ts",
    before:
      'if (source === "builtin") throw new TypeError("a builtin profile is no file");',
    after: "",
    why: "a bug of ours alone leads there",
  },
  {
    file: "lib/source/load_program.ts",
    before:
      'if (chosen.kind !== "registry") throw new TypeError("chose no entry");',
    after: "",
    why: "a bug of ours alone leads there",
  },
  {
    file: "lib/source/load_root.ts",
    before: "walked = true;",
    after: "",
    why: "a second walk finds only names that were seen",
  },
  {
    file: "lib/source/repeated_fields.ts",
    before: "!key || !value",
    after: "!key && !value",
    why: "a property of valid JSON has both",
  },
  {
    file: "lib/manifest/compare/permission_meaning.ts",
    before: "20_000",
    after: "20_000 + 1",
    why: "any limit ends a search that takes too long",
  },
  {
    file: "lib/manifest/compare/permission_meaning.ts",
    before: "0xbf",
    after: "0xbf + 1",
    why: "the first of a kind of bytes is taken, unless patterns name them all",
  },
  {
    file: "lib/manifest/complete_manifest.ts",
    before:
      "if (held.problems.length > MOST_PROBLEMS) { return { models: {}, problems: cutProblems(held.problem…",
    after: "",
    why: "spares the rest: all of it is cut to the same in the end",
  },
  {
    file: "lib/manifest/compaction_origins.ts",
    before: "if (written === undefined) return undefined;",
    after: "",
    why:
      "without the section in the profile the manifest has no field of it to ask about",
  },
  {
    file: "lib/manifest/policies/max_tokens_rules.ts",
    before: "if (written === undefined) return;",
    after: "",
    why: "what is not written is above no limit",
  },
  {
    file: "lib/manifest/policies/preset_fit.ts",
    before: "2",
    after: "2 + 1",
    why: "the search comes to the same from any window that is too small",
  },
  {
    file: "lib/profile/placeholders.ts",
    before: "512",
    after: "512 + 1",
    why: "any limit keeps a hostile text from taking long",
  },
  {
    file: "lib/profile/secret_fields.ts",
    before: "200",
    after: "200 + 1",
    why: "any limit keeps a hostile name from taking long",
  },
  {
    file: "lib/profile/salvage_profile.ts",
    before: "6",
    after: "6 + 1",
    why: "no profile is nested so deep that it takes as many rounds",
  },
  {
    file: "lib/trust/territory.ts",
    before: "true",
    after: "false",
    why: "spares the questions: one path is one folder by every other rule",
  },
  {
    file: "lib/source/lua_string_value.ts",
    before:
      'if (token[0] !== "[" && !token.includes("\\\\")) { return decodeBytes(token.slice(1, -1)); }',
    after: "",
    why: "spares a pattern: without an escape it replaces nothing",
  },
  {
    file: "lib/manifest/complete_manifest.ts",
    before: "0",
    after: "0 + 1",
    why: "stands in for a model with an error, of which nothing comes",
  },
  {
    file: "lib/source/directory_index.ts",
    before: "a.name < b.name",
    after: "a.name <= b.name",
    why: "no directory has a name twice",
  },
  {
    file: "lib/source/load_root.ts",
    before: "true",
    after: "false",
    why: "a second walk finds only names that were seen",
  },
  {
    file: "lib/source/module_hint.ts",
    before: "1000",
    after: "1000 + 1",
    why: "any limit keeps a large folder from taking long",
  },
  {
    file: "lib/trust/misled_parent.ts",
    before: "if (!/(?:^|\\/)\\.\\.(?:\\/|$)/.test(path)) return undefined;",
    after: "",
    why: "spares a walk that finds no `..`",
  },
  {
    file: "lib/trust/territory.ts",
    before: "if (one === other) return true;",
    after: "",
    why: "spares the questions: one path is one folder by every other rule",
  },
  {
    file: "lib/source/load_root.ts",
    before: "20",
    after: "20 + 1",
    why: "any limit keeps many missing modules from taking long",
  },
  {
    file: "lib/source/module_directory.ts",
    before: "2",
    after: "2 + 1",
    why: "any number above the limit of files shows that it is passed",
  },
  {
    file: "lib/source/module_directory.ts",
    before: "0",
    after: "0 + 1",
    why: "one directory entry of ten thousand more or less",
  },
];
