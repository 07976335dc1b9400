/**
 * Prints where public catalogs differ from the builtin rows and from each other,
 * dates first: `deno task catalog FILE...`. Reads models.dev's `api.json`,
 * LiteLLM's price file, OpenRouter's list and what `codex debug models` prints.
 * Exits with 1 where there is a difference. Reads files only, never the network.
 *
 * @module
 */
import { builtinCatalog } from "../lib/catalog/builtin_catalog.ts";
import { mergePublic } from "../lib/catalog/public/merge_public.ts";
import {
  type PublicDifference,
  publicDifferences,
} from "../lib/catalog/public/public_differences.ts";
import type { PublicCatalog } from "../lib/catalog/public/public_model.ts";
import { readPublicCatalog } from "../lib/catalog/public/read_public_catalog.ts";
import type { Catalog } from "../lib/catalog/catalog.ts";

/** What there is to print, a difference a line. */
export function catalogReport(
  catalog: Catalog,
  files: readonly PublicCatalog[],
): string[] {
  const refs = new Set(catalog.models.map((m) => `${m.provider}/${m.id}`));
  const differences = files.flatMap((file) => publicDifferences(catalog, file));
  const isDate = ({ fact }: PublicDifference) => fact === "retires";
  const { conflicts } = mergePublic(files);
  return [
    ...differences.filter(isDate).map(printDifference),
    ...differences.filter((difference) => !isDate(difference))
      .map(printDifference),
    ...conflicts.filter(({ ref }) => refs.has(ref)).map((
      { ref, fact, values },
    ) =>
      `${ref} ${fact}: ${
        values.map(({ file, value }) => `${file} says ${show(value)}`).join(
          ", ",
        )
      }`
    ),
  ];
}

function printDifference(
  { ref, fact, ours, theirs, file }: PublicDifference,
): string {
  return fact === "listed"
    ? `${ref}: ${file} has the provider, and not the model`
    : `${ref} ${fact}: the row says ${show(ours)}, ${file} says ${
      show(theirs)
    }`;
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

if (import.meta.main) {
  if (Deno.args.length === 0) {
    console.error("deno task catalog FILE...");
    Deno.exit(2);
  }
  const files = await Promise.all(
    Deno.args.map(async (file) =>
      readPublicCatalog(await Deno.readTextFile(file), file)
    ),
  );
  const lines = catalogReport(await builtinCatalog(), files);
  for (const line of lines) console.log(line);
  Deno.exit(lines.length > 0 ? 1 : 0);
}
