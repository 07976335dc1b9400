import { isObject } from "../base/json.ts";
import type { FieldPath } from "../base/field_path.ts";
import type { Problem } from "../base/problem.ts";
import { didYouMean } from "../base/suggest.ts";
import { isProfileName, NAME_RULE } from "../selector/profile_name.ts";
import { parseSelector } from "../selector/parse_selector.ts";
import type { ProfileSelector } from "../selector/profile_selector.ts";

/** An entry as its file writes it. */
export interface DeclaredEntry {
  readonly name: string;
  /** As written. */
  readonly path: string;
  readonly description?: string;
}

/** What a registry file says, its two spellings made one. */
export interface RegistryContent {
  readonly default?: Extract<
    ProfileSelector,
    { readonly kind: "name" | "registry" }
  >;
  readonly entries: readonly DeclaredEntry[];
}

const FIELDS = ["default", "profile", "entries"];
const ENTRY_FIELDS = ["path", "description"];

/**
 * Checks what a `profiles.toml` holds. Checked here by hand: the file is small
 * and read at nearly every start, and loading a schema library costs more than
 * all the rest of one.
 *
 * @param document the parsed TOML
 * @returns the content, or every problem
 */
export function validateRegistry(
  document: Readonly<Record<string, unknown>>,
): { readonly content: RegistryContent } | { readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const entries: DeclaredEntry[] = [];
  checkKeys(document, FIELDS, [], problems);
  const { default: chosen, profile, entries: older } = document;
  const selector = chosen === undefined
    ? undefined
    : readDefault(chosen, problems);
  if (profile !== undefined && older !== undefined) {
    problems.push({
      ...problem(["entries"], "both `[profile]` and `[entries]` are there"),
      help: "`[entries]` is the older name: move its lines to `[profile]`",
    });
  }
  for (const [field, table] of Object.entries({ profile, entries: older })) {
    if (table === undefined) continue;
    if (!isTable(table)) {
      problems.push(wrongType([field], table, "a table of profiles"));
      continue;
    }
    for (const [name, value] of Object.entries(table)) {
      const entry = readEntry(name, value, [field, name], problems);
      if (entry) entries.push(entry);
    }
  }
  if (problems.length > 0) return { problems };
  return { content: { ...selector && { default: selector }, entries } };
}

function readDefault(
  value: unknown,
  problems: Problem[],
): RegistryContent["default"] {
  if (typeof value !== "string") {
    problems.push(wrongType(["default"], value, "the name of a profile"));
    return undefined;
  }
  // Here the word means an entry of that name, not the effective default.
  if (isProfileName(value)) return { kind: "name", name: value };
  if (/^(builtin|user|project):/.test(value)) {
    const selector = parsed(value);
    if (selector?.kind === "registry") return selector;
  }
  problems.push({
    ...badValue(
      ["default"],
      `\`default\` has to name a profile: \`${value}\` does not`,
    ),
    help: "an entry of this file, as `coder`, or of another source, as " +
      "`builtin:coder`; a file gets a name in `[profile]`",
  });
}

function parsed(text: string): ProfileSelector | undefined {
  try {
    return parseSelector(text);
  } catch {
    return undefined;
  }
}

function readEntry(
  name: string,
  value: unknown,
  at: FieldPath,
  problems: Problem[],
): DeclaredEntry | undefined {
  const before = problems.length;
  if (!isProfileName(name)) {
    problems.push({
      ...problem(at, `\`${name}\` cannot be the name of a profile`),
      help: `a name is ${NAME_RULE}`,
    });
  }
  if (typeof value === "string") {
    checkPath(value, at, problems);
    return problems.length > before ? undefined : { name, path: value };
  }
  if (!isTable(value)) {
    problems.push(
      wrongType(at, value, 'a path, or a table such as { path = "..." }'),
    );
    return undefined;
  }
  checkKeys(value, ENTRY_FIELDS, at, problems);
  const { path, description } = value;
  if (path === undefined) {
    problems.push({
      ...problem(at, `\`${name}\` has no \`path\``),
      help: `add \`path = "profiles/${name}.lua"\``,
    });
  } else checkPath(path, [...at, "path"], problems);
  if (description !== undefined) {
    checkDescription(description, [...at, "description"], problems);
  }
  if (problems.length > before) return undefined;
  return {
    name,
    path: path as string,
    ...description !== undefined && { description: description as string },
  };
}

function checkPath(value: unknown, at: FieldPath, problems: Problem[]): void {
  if (typeof value !== "string") {
    problems.push(wrongType(at, value, "the path of a profile"));
  } else if (value === "" || value.includes("\0")) {
    problems.push(badValue(at, "a path cannot be empty or have a NUL in it"));
  }
}

function checkDescription(
  value: unknown,
  at: FieldPath,
  problems: Problem[],
): void {
  if (typeof value !== "string") {
    problems.push(wrongType(at, value, "one line of text"));
  } else if (/[\p{Cc}\u2028\u2029]/u.test(value)) {
    problems.push(
      badValue(at, "a description is one line without control characters"),
    );
  }
}

function checkKeys(
  table: Readonly<Record<string, unknown>>,
  known: readonly string[],
  at: FieldPath,
  problems: Problem[],
): void {
  for (const key of Object.keys(table)) {
    if (known.includes(key)) continue;
    problems.push({
      ...problem([...at, key], `unknown field \`${[...at, key].join(".")}\``),
      help: didYouMean(key, known),
    });
  }
}

function problem(path: FieldPath, message: string): Problem {
  return { code: "registry-invalid", severity: "error", message, path };
}

function badValue(path: FieldPath, message: string): Problem {
  return { ...problem(path, message), at: "value" };
}

function wrongType(path: FieldPath, value: unknown, wanted: string): Problem {
  return badValue(
    path,
    `\`${path.join(".")}\` must be ${wanted}, not ${kindOf(value)}`,
  );
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (value instanceof Date) return "a date";
  if (isObject(value)) return "a table";
  return typeof value === "string" ? "text" : `\`${String(value)}\``;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && !(value instanceof Date);
}
