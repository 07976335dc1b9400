import { failure, type ProfileError } from "../base/profile_error.ts";
import { suggest } from "../base/suggest.ts";
import { hasPathEnding, isProfileName, NAME_RULE } from "./profile_name.ts";
import {
  type ProfileSelector,
  REGISTRY_SOURCES,
  type RegistrySource,
} from "./profile_selector.ts";

/** Words that cannot be a selector, and what they mean. */
const RESERVED: Readonly<Record<string, string>> = {
  inherit: "the command that makes a child's manifest from a stored Pod",
};

/**
 * Reads what a person typed to choose a profile. Nothing is looked up.
 *
 * @throws {ProfileError} `selector-invalid`, `selector-reserved`
 *
 * @example
 * ```ts
 * import { parseSelector } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(parseSelector("coder"), { kind: "name", name: "coder" });
 * assert.deepEqual(parseSelector("project:coder"), {
 *   kind: "registry",
 *   source: "project",
 *   name: "coder",
 * });
 * assert.deepEqual(parseSelector("./coder.lua"), { kind: "path", path: "./coder.lua" });
 * ```
 */
export function parseSelector(text: string): ProfileSelector {
  if (typeof text !== "string") {
    throw failure(
      "selector-invalid",
      "cannot read the selector: it is no text",
    );
  }
  if (text === "default") return { kind: "default" };
  if (text === "-") return { kind: "stdin" };
  const prefix = prefixOf(text);
  if (prefix === "path") return pathSelector(text, text.slice(5));
  if (prefix !== undefined) return registrySelector(text, prefix);
  if (looksLikePath(text)) return pathSelector(text, text);
  if (Object.hasOwn(RESERVED, text)) throw reserved(text);
  if (!isProfileName(text)) throw invalidName(text, text);
  return { kind: "name", name: text };
}

/** Whether a text is read as the path it is, without `path:` before it. */
export function readsAsPath(text: string): boolean {
  return prefixOf(text) === undefined && looksLikePath(text);
}

/** The word before the first `:`, unless the text is a path with a `:` in it. */
function prefixOf(text: string): string | undefined {
  const colon = text.indexOf(":");
  if (colon === -1 || /^[A-Za-z]:[\\/]/.test(text)) return undefined;
  const word = text.slice(0, colon);
  return looksLikePath(word) ? undefined : word;
}

function looksLikePath(text: string): boolean {
  return /[\\/]/.test(text) || text.startsWith(".") || hasPathEnding(text);
}

function pathSelector(text: string, path: string): ProfileSelector {
  if (path === "") throw invalid(text, "there is no path after `path:`");
  if (path.includes("\0")) throw invalid(text, "a path has no NUL character");
  return { kind: "path", path };
}

function registrySelector(text: string, prefix: string): ProfileSelector {
  const name = text.slice(prefix.length + 1);
  const source = REGISTRY_SOURCES.find((known) => known === prefix);
  if (source === undefined) throw unknownSource(text, prefix, name);
  if (!isProfileName(name)) throw invalidName(text, name);
  return { kind: "registry", source, name };
}

function unknownSource(
  text: string,
  prefix: string,
  name: string,
): ProfileError {
  const near = suggest(prefix, [...REGISTRY_SOURCES, "path"]);
  const choices = REGISTRY_SOURCES.map((source: RegistrySource) =>
    `\`${source}:\``
  );
  return failure(
    "selector-invalid",
    `cannot read the selector \`${text}\`: there is no source \`${prefix}\`, ` +
      `only ${choices.slice(0, -1).join(", ")} and ${choices.at(-1)}`,
    {
      help: near === undefined
        ? `a file whose name has a \`:\` is written \`path:${text}\``
        : `did you mean \`${near}:${name}\`?`,
    },
  );
}

function reserved(text: string): ProfileError {
  return failure(
    "selector-reserved",
    `\`${text}\` cannot be a profile: the word is reserved for ` +
      RESERVED[text],
    {
      help: `an entry of this name is written with its source, as ` +
        `\`project:${text}\``,
    },
  );
}

function invalidName(text: string, name: string): ProfileError {
  if (text === "") {
    return invalid(text, "it is empty", "`default` is the effective default");
  }
  return invalid(
    text,
    name === "" ? "there is no name" : `\`${name}\` is not a name`,
    `a name is ${NAME_RULE}; a file is written \`path:...\``,
  );
}

function invalid(text: string, reason: string, help?: string): ProfileError {
  return failure(
    "selector-invalid",
    `cannot read the selector \`${text}\`: ${reason}`,
    help === undefined ? {} : { help },
  );
}
