import { cutProblems } from "../base/cut_problems.ts";
import { isObject } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import { isInputOf } from "../schema/accepts.ts";
import { isProfileName } from "../selector/profile_name.ts";
import { parseTrustedOrigin } from "../trust/trusted_origin.ts";
import { trustFor } from "../trust/trust_table.ts";
import { parseSelector } from "../selector/parse_selector.ts";
import type {
  ProfileSelector,
  RegistrySelector,
} from "../selector/profile_selector.ts";
import { REGISTRY, type RegistryDocument } from "./registry_schema.ts";

/** An entry as its file writes it. */
export interface DeclaredEntry {
  readonly name: string;
  /** As written. */
  readonly path: string;
  readonly description?: string;
}

/** What a `default` may mean: an entry of the same file, or of any source. */
export type DeclaredDefault = Extract<
  ProfileSelector,
  { readonly kind: "name" | "registry" }
>;

/** An alias as its file writes it. */
export interface DeclaredAlias {
  readonly name: string;
  readonly selector: RegistrySelector;
}

/** The content of a registry file, its two spellings made one. */
export interface RegistryContent {
  readonly default?: DeclaredDefault;
  readonly entries: readonly DeclaredEntry[];
  readonly aliases: readonly DeclaredAlias[];
  /** As the URL standard writes them. */
  readonly trustedOrigins: readonly string[];
}

/**
 * Checks what a `profiles.toml` holds.
 *
 * @param document the parsed TOML
 * @param source whose registry it is
 * @returns the content, or every problem
 */
export async function validateRegistry(
  document: Readonly<Record<string, unknown>>,
  source: "user" | "project",
): Promise<
  | { readonly content: RegistryContent }
  | { readonly problems: readonly Problem[] }
> {
  const tooMany = tooManyEntries(document);
  if (tooMany) return { problems: [tooMany] };
  const problems = [
    ...twoSpellings(document),
    ...typeof document.default === "string"
      ? defaultProblems(document.default)
      : [],
    ...isObject(document.alias) ? aliasProblems(document.alias) : [],
    ...trustProblems(document, source),
  ];
  if (!isInputOf(REGISTRY, document)) {
    const { explainProblems } = await import(
      "../schema/explain/explain_problems.ts"
    );
    const { REGISTRY_ANSWERS } = await import("./registry_answers.ts");
    return {
      problems: cutProblems([
        ...explainProblems(REGISTRY.input, document, {
          document: "the registry",
          code: "registry-invalid",
          answers: REGISTRY_ANSWERS,
        }),
        ...problems,
      ]),
    };
  }
  return problems.length > 0
    ? { problems: cutProblems(problems) }
    : { content: contentOf(document) };
}

function contentOf(document: RegistryDocument): RegistryContent {
  const chosen = document.default === undefined
    ? undefined
    : readDefault(document.default);
  const entries = Object.entries(document.profile ?? document.entries ?? {})
    .map(([name, value]) =>
      typeof value === "string" ? { name, path: value } : { name, ...value }
    );
  const aliases = Object.entries(document.alias ?? {})
    .flatMap(([name, text]) => {
      const selector = readQualified(text);
      return selector ? [{ name, selector }] : [];
    });
  const trustedOrigins = (document.trusted_origins ?? [])
    .flatMap((text) => parseTrustedOrigin(text) ?? []);
  return { ...chosen && { default: chosen }, entries, aliases, trustedOrigins };
}

function trustProblems(
  document: Readonly<Record<string, unknown>>,
  by: "user" | "project",
): Problem[] {
  if (document.trusted_origins === undefined) return [];
  // The place of the file does not matter, only who may have written it.
  const { answer, why } = trustFor({ asks: "trust", by, where: "elsewhere" });
  if (answer !== "refused") return [];
  return [{
    code: "registry-invalid",
    severity: "error",
    message:
      `\`trusted_origins\` does not belong in a project's registry: ${why}`,
    path: ["trusted_origins"],
    help:
      "write it into the `profiles.toml` of your config directory, or give `--trust-origin URL`",
  }];
}

/** Each is looked up on the disk whenever a profile is chosen. */
const MOST_ENTRIES = 10_000;

function tooManyEntries(
  document: Readonly<Record<string, unknown>>,
): Problem | undefined {
  const counts = [document.profile, document.entries, document.alias]
    .map((table) => isObject(table) ? Object.keys(table).length : 0);
  const entries = counts.reduce((sum, count) => sum + count, 0);
  if (entries <= MOST_ENTRIES) return undefined;
  return {
    code: "registry-invalid",
    severity: "error",
    message:
      `the registry has ${entries} entries: at most ${MOST_ENTRIES} are taken`,
    path: [],
    help: "keep profiles in several projects, each with a registry of its own",
  };
}

function twoSpellings(
  document: Readonly<Record<string, unknown>>,
): Problem[] {
  if (document.profile === undefined || document.entries === undefined) {
    return [];
  }
  return [{
    code: "registry-invalid",
    severity: "error",
    message: "`[profile]` and `[entries]` are both there: they mean the same",
    path: ["entries"],
    help: "`[entries]` is the older name: move its lines to `[profile]`",
  }];
}

function defaultProblems(text: string): Problem[] {
  if (text === "" || readDefault(text)) return [];
  return [{
    code: "registry-invalid",
    severity: "error",
    message: `\`default\` must name a profile: ${
      /^[\w.:/\\~-]{1,100}$/.test(text) ? `\`${text}\`` : "this string"
    } does not`,
    path: ["default"],
    at: "value",
    help: "an entry of this file, as `coder`, or of another source, as " +
      "`builtin:coder`; a file gets its name in `[profile]`",
  }];
}

function readDefault(text: string): DeclaredDefault | undefined {
  // Here `default` is an entry's name, not the effective default.
  return isProfileName(text)
    ? { kind: "name", name: text }
    : readQualified(text);
}

function readQualified(text: string): RegistrySelector | undefined {
  if (!/^(?:builtin|user|project):/.test(text)) return undefined;
  if (!isProfileName(text.slice(text.indexOf(":") + 1))) return undefined;
  const selector = parseSelector(text);
  return selector.kind === "registry" ? selector : undefined;
}

/** Words that are read before any alias is looked up. */
const NEVER_AN_ALIAS: Readonly<Record<string, string>> = {
  default: "it always means the effective default, which `default` declares",
  inherit: "the word is reserved",
};

function aliasProblems(aliases: Readonly<Record<string, unknown>>): Problem[] {
  return Object.entries(aliases).flatMap(([name, target]): Problem[] => {
    const problem = { code: "registry-invalid", severity: "error" } as const;
    if (Object.hasOwn(NEVER_AN_ALIAS, name)) {
      return [{
        ...problem,
        message: `\`${name}\` cannot be an alias: ${NEVER_AN_ALIAS[name]}`,
        path: ["alias", name],
        at: "key",
        help: "give the alias another name",
      }];
    }
    if (typeof target !== "string" || readQualified(target)) return [];
    return [{
      ...problem,
      message:
        `the alias \`${name}\` must name a profile with its registry: \`${target}\` does not`,
      path: ["alias", name],
      at: "value",
      help: isProfileName(target)
        ? `write \`${name} = "project:${target}"\`, or another registry before the \`:\`; an alias never means another alias`
        : 'write a registry and a name, as `"project:coder"`; a file gets its name in `[profile]`',
    }];
  });
}
