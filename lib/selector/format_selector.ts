import { failure } from "../base/profile_error.ts";
import { parseSelector, readsAsPath } from "./parse_selector.ts";
import type { ProfileSelector } from "./profile_selector.ts";

/**
 * The shortest text that {@linkcode parseSelector} reads as this selector.
 *
 * @throws {ProfileError} `selector-invalid`, `selector-reserved` for a selector
 * that no text means: a name with a blank in it, or the name `default`
 *
 * @example
 * ```ts
 * import { formatSelector } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatSelector({ kind: "path", path: "./coder.lua" }), "./coder.lua");
 * assert.equal(formatSelector({ kind: "path", path: "coder" }), "path:coder");
 * ```
 */
export function formatSelector(selector: ProfileSelector): string {
  const text = textOf(selector);
  const read = parseSelector(text);
  if (read.kind === selector.kind) return text;
  // A name such as `default` or `./x`, which means something else when typed.
  throw failure("selector-invalid", `\`${text}\` cannot be a profile's name`, {
    help: `write it with its source, as \`project:${text}\``,
  });
}

function textOf(selector: ProfileSelector): string {
  switch (selector.kind) {
    case "default":
      return "default";
    case "stdin":
      return "-";
    case "path":
      return readsAsPath(selector.path)
        ? selector.path
        : `path:${selector.path}`;
    case "registry":
      return `${selector.source}:${selector.name}`;
    case "name":
      return selector.name;
  }
}
