import { parseSelector } from "../selector/parse_selector.ts";
import type { ProfileSelector } from "../selector/profile_selector.ts";
import { pathAsTyped } from "../system/native_path.ts";
import type { System } from "../system/system.ts";

/**
 * The selector that was typed. Its path is relative to where one stands, as
 * the shell completes it, not to `--workspace`.
 *
 * @throws {ProfileError} `selector-invalid`, `selector-reserved`
 */
export function typedSelector(
  word: string | undefined,
  system: System,
): ProfileSelector {
  if (word === undefined) return { kind: "default" };
  const selector = parseSelector(word);
  return selector.kind === "path"
    ? { kind: "path", path: pathAsTyped(system.cwd(), selector.path) }
    : selector;
}
