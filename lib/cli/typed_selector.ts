import { parseSelector } from "../selector/parse_selector.ts";
import type { ProfileSelector } from "../selector/profile_selector.ts";
import { pathAsTyped } from "../system/native_path.ts";

/**
 * The selector that was typed.
 *
 * @param folder what its path is relative to: where one stands, as the shell
 * completes it, not `--workspace`
 * @throws {ProfileError} `selector-invalid`, `selector-reserved`
 */
export function typedSelector(
  word: string | undefined,
  folder: string,
): ProfileSelector {
  if (word === undefined) return { kind: "default" };
  const selector = parseSelector(word);
  return selector.kind === "path"
    ? { kind: "path", path: pathAsTyped(folder, selector.path) }
    : selector;
}
