import { failure, ProfileError } from "../base/profile_error.ts";
import { formatSelector } from "../selector/format_selector.ts";
import type {
  ProfileSelector,
  RegistrySource,
} from "../selector/profile_selector.ts";
import { pathAsTyped } from "../system/native_path.ts";
import { unsupportedFile } from "./profile_file.ts";
import type { ProfileEntry, ProfileRegistry } from "./profile_registry.ts";
import { ambiguousName } from "./ambiguous_name.ts";
import { nameMeanings } from "./name_meanings.ts";
import { suggestEntries } from "./suggest_entries.ts";

/** A profile that was found, but not read yet. */
export type ChosenProfile =
  | { readonly kind: "registry"; readonly entry: ProfileEntry }
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "stdin" };

/** How selectors are looked up. */
export interface SelectOptions {
  /** The absolute path that relative ones start from. */
  readonly base: string;
  /** Refuse paths and standard input. Default `false`. */
  readonly registryOnly?: boolean | undefined;
  /**
   * Whether a name can be an alias. Default `true`. Not in a profile's own
   * imports: what a registry says never reaches a profile.
   */
  readonly aliases?: boolean;
}

/**
 * Looks a selector up. Never guesses: a name in several sources, or a source
 * whose file has problems, is an error where the answer depends on it.
 *
 * @returns an entry that can be picked; or a path that can be a profile by its
 * name, whether it exists or not
 * @throws {ProfileError} `selector-refused`, `profile-unknown`,
 * `profile-ambiguous`, `profile-missing`, `profile-unsupported`,
 * `default-dangling`, `alias-dangling`, or the problems of a registry file
 */
export function selectProfile(
  selector: ProfileSelector,
  registry: ProfileRegistry,
  options: SelectOptions,
): ChosenProfile {
  switch (selector.kind) {
    case "stdin":
      if (options.registryOnly) throw refused(selector);
      return { kind: "stdin" };
    case "path":
      if (options.registryOnly) throw refused(selector);
      return choosePath(selector.path, options.base);
    case "default":
      return chooseDefault(registry);
    case "registry":
      return pick(findEntry(selector.source, selector.name, registry));
    case "name":
      return pick(
        findName(
          selector.name,
          options.aliases === false ? { ...registry, aliases: [] } : registry,
        ),
      );
  }
}

function refused(selector: ProfileSelector): ProfileError {
  return failure(
    "selector-refused",
    `\`${formatSelector(selector)}\` is refused: only profiles of a registry ` +
      "may be chosen here (`--registry-only`)",
    {
      help: "register the file in a `profiles.toml` and choose it by its name",
    },
  );
}

function choosePath(text: string, base: string): ChosenProfile {
  const path = pathAsTyped(base, text);
  const unsupported = unsupportedFile(path);
  if (!unsupported) return { kind: "path", path };
  throw failure(
    "profile-unsupported",
    `\`${text}\` cannot be a profile: ${unsupported.reason}`,
    { help: unsupported.help },
  );
}

function chooseDefault(registry: ProfileRegistry): ChosenProfile {
  const chosen = registry.default;
  if (!chosen) throw broken(registry);
  if (chosen.problem) throw new ProfileError([chosen.problem]);
  const { source, name } = chosen.selector;
  return pick(findEntry(source, name, registry));
}

function findEntry(
  source: RegistrySource,
  name: string,
  registry: ProfileRegistry,
): ProfileEntry {
  const file = registry.files.find((file) => file.source === source);
  if (file && file.problems.length > 0) throw broken(registry, source);
  const entry = registry.entries.find((entry) =>
    entry.source === source && entry.name === name
  );
  if (entry) return entry;
  const hasFile = source === "builtin" || file !== undefined;
  const alias = registry.aliases.find((alias) =>
    alias.name === name && alias.declaredBy === source
  );
  if (alias) {
    throw failure(
      "profile-unknown",
      `there is no profile \`${source}:${name}\`, only an alias`,
      {
        help: `write \`${name}\`, which means \`${
          formatSelector(alias.selector)
        }\``,
      },
    );
  }
  throw unknown(
    `${source}:${name}`,
    name,
    registry,
    { source, reason: hasFile ? "" : NO_FILE[source] },
  );
}

const NO_FILE: Readonly<Record<RegistrySource, string>> = {
  builtin: "",
  user: ": there is no `profiles.toml` in the config directory",
  project: ": there is no `.insomnia/profiles.toml` at or above the workspace",
};

function findName(name: string, registry: ProfileRegistry): ProfileEntry {
  // A broken registry file may contain the name as well.
  if (registry.files.some((file) => file.problems.length > 0)) {
    throw broken(registry);
  }
  const meanings = nameMeanings(name, registry);
  const [meaning, ...others] = meanings;
  if (!meaning) throw unknown(name, name, registry);
  if (others.length > 0) throw ambiguousName(name, meanings, registry);
  const { selector, alias } = meaning;
  if (alias?.problem) throw new ProfileError([alias.problem]);
  return findEntry(selector.source, selector.name, registry);
}

function unknown(
  text: string,
  name: string,
  registry: ProfileRegistry,
  { source, reason = "" }: {
    readonly source?: RegistrySource;
    readonly reason?: string;
  } = {},
): ProfileError {
  const { entries, aliases } = registry;
  return failure(
    "profile-unknown",
    `there is no profile \`${text}\`${reason}`,
    suggestEntries(name, entries, aliases, source),
  );
}

function pick(entry: ProfileEntry): ChosenProfile {
  if (entry.status === "ok") return { kind: "registry", entry };
  const help = entry.status === "unsupported"
    ? entry.help
    : `it is registered as \`${entry.path}\``;
  throw failure(
    entry.status === "missing" ? "profile-missing" : "profile-unsupported",
    `cannot use the profile \`${entry.qualifiedName}\`: ${entry.reason}`,
    help === undefined ? {} : { help },
  );
}

/** The problems of the registry files, or of one source's, as an error. */
function broken(
  registry: ProfileRegistry,
  source?: RegistrySource,
): ProfileError {
  return new ProfileError(
    registry.files
      .filter((file) => source === undefined || file.source === source)
      .flatMap((file) => file.problems),
  );
}
