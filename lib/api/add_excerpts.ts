import type { Diagnostic } from "../base/diagnostic.ts";
import {
  baseName,
  directoryOf,
  isAbsolute,
  joinPath,
} from "../base/file_path.ts";
import type { System } from "../system/system.ts";
import { unlessRefused } from "../system/unless_refused.ts";

/** Diagnostics of a data file, not of an evaluated profile. */
const OF_DATA: ReadonlySet<string> = new Set([
  "registry-syntax",
  "registry-invalid",
  "catalog-syntax",
  "catalog-invalid",
  "json-syntax",
  "toml-syntax",
  "source-encoding",
  "result-shape",
  "profile-missing",
  "secret-value",
  "conflicting-fields",
]);

/**
 * Gives diagnostics of registries, catalogs and other data the line they are
 * about, without its secrets, and their suggestions the text to write. What
 * cannot be read any more, or was reached through a link, stays without.
 *
 * @example
 * ```ts
 * import { addExcerpts, memorySystem } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const system = memorySystem({ files: { "/p/profiles.toml": "[profiles]\n" } });
 * const [said] = await addExcerpts([{
 *   code: "registry-invalid",
 *   severity: "error",
 *   message: "unknown field `profiles`",
 *   source: { file: "/p/profiles.toml", line: 1, column: 2, length: 8 },
 * }], system);
 * assert.equal(said?.source?.excerpt, "[profiles]");
 * ```
 */
export async function addExcerpts(
  diagnostics: readonly Diagnostic[],
  system: System,
): Promise<readonly Diagnostic[]> {
  const lacking = diagnostics.filter(({ code, source }) =>
    source !== undefined && source.excerpt === undefined &&
    OF_DATA.has(code) && isAbsolute(source.file)
  );
  if (lacking.length === 0) return diagnostics;
  const texts = new Map<string, string | undefined>();
  for (const { source } of lacking) {
    const file = source!.file;
    if (!texts.has(file)) texts.set(file, await textOf(file, system));
  }
  const { withExcerpts } = await import("../locate/excerpts.ts");
  const quoted = withExcerpts(lacking, (file) => texts.get(file));
  const done = new Map(lacking.map((one, index) => [one, quoted[index]]));
  return diagnostics.map((one) => done.get(one) ?? one);
}

async function textOf(
  file: string,
  system: System,
): Promise<string | undefined> {
  return await unlessRefused(async () => {
    // Neither the file nor its folder may be a link, because a link may lead to
    // any file.
    const folder = directoryOf(file);
    const around = joinPath(
      await system.realPath(directoryOf(folder)),
      baseName(folder),
    );
    const isPlain = await system.realPath(folder) === around &&
      await system.realPath(file) === joinPath(around, baseName(file));
    if (!isPlain) return undefined;
    return new TextDecoder().decode(await system.readFile(file));
  });
}
