import type { Diagnostic } from "../base/diagnostic.ts";
import { editsOf } from "../base/edits_of.ts";
import { isAbsolute } from "../base/file_path.ts";
import type { SourceEdit } from "../base/source_edit.ts";
import { applyEdits } from "../document/apply_edits.ts";
import type { System } from "../system/system.ts";

/**
 * Makes the sure changes of diagnostics in their files, each file whole or not
 * at all. Bytes outside of what is replaced stay as they are.
 *
 * @returns the changes that were made
 * @throws {SystemError} when a file cannot be read or written
 *
 * @example
 * ```ts
 * import { applyFixes, memorySystem } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const system = memorySystem({ files: { "/p/a.lua": "return { slag = 'x' }\n" } });
 * await applyFixes([{
 *   code: "unknown-field",
 *   severity: "error",
 *   message: "unknown field `slag`",
 *   fixes: [{
 *     edits: [{ file: "/p/a.lua", line: 1, column: 10, length: 4, text: "slug" }],
 *   }],
 * }], system);
 * const bytes = await system.readFile("/p/a.lua", 100);
 * assert.equal(new TextDecoder().decode(bytes), "return { slug = 'x' }\n");
 * ```
 */
export async function applyFixes(
  diagnostics: readonly Diagnostic[],
  system: System,
): Promise<readonly SourceEdit[]> {
  const byFile = new Map<string, SourceEdit[]>();
  for (const diagnostic of diagnostics) {
    for (const edit of editsOf(diagnostic)) {
      // A builtin resource is not a file that can be changed.
      if (!isAbsolute(edit.file)) continue;
      const edits = byFile.get(edit.file) ?? [];
      edits.push(edit);
      byFile.set(edit.file, edits);
    }
  }
  const made: SourceEdit[] = [];
  for (const [file, edits] of byFile) {
    // A link stays a link; its target is changed.
    const path = await system.realPath(file);
    const changed = applyEdits(await system.readFile(path), edits);
    if (changed.made.length === 0) continue;
    await system.writeFile(path, changed.bytes);
    for (const edit of changed.made) made.push(edit);
  }
  return made;
}
