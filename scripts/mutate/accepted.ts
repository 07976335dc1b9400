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
    file: "lib/trust/follow_links.ts",
    before: "40",
    after: "40 + 1",
    why: "any limit ends a loop; this is the one of Linux",
  },
  {
    file: "lib/source/load_builtin_program.ts",
    before: "false",
    after: "true",
    why: "nobody asks there which profile is the default",
  },
  {
    file: "lib/source/load_builtin_program.ts",
    before:
      "if (!entry) throw new TypeError(`there is no builtin profile \\`${name}\\``);",
    after: "",
    why: "a bug of ours alone leads there",
  },
  {
    file: "lib/source/load_builtin_program.ts",
    before: "throw new TypeError(`there is no builtin profile \\`${name}\\``);",
    after: "",
    why: "a bug of ours alone leads there",
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
];
