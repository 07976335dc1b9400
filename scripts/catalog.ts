/**
 * Prints where public catalogs differ from the builtin rows and from each other,
 * dates first: `deno task catalog FILE...`. With `--config DIR` from those of the
 * `models.toml` and `providers.toml` there, as `models import` made them. Reads models.dev's `api.json`,
 * LiteLLM's price file, OpenRouter's list and what `codex debug models` prints.
 * Exits with 1 where there is a difference. Reads files only, never the network.
 *
 * @module
 */
import { builtinCatalog } from "../lib/catalog/builtin_catalog.ts";
import { loadCatalog } from "../lib/catalog/load_catalog.ts";
import { mergePublic } from "../lib/catalog/public/merge_public.ts";
import {
  type PublicDifference,
  publicDifferences,
} from "../lib/catalog/public/public_differences.ts";
import type { PublicCatalog } from "../lib/catalog/public/public_model.ts";
import { readPublicCatalog } from "../lib/catalog/public/read_public_catalog.ts";
import { delegatingSystem } from "../lib/system/delegating_system.ts";
import { denoSystem } from "../lib/system/deno_system.ts";
import type { Catalog } from "../lib/catalog/catalog.ts";

/** What there is to print, a difference a line. */
export function catalogReport(
  catalog: Catalog,
  files: readonly PublicCatalog[],
): string[] {
  const refs = new Set(catalog.models.map((m) => `${m.provider}/${m.id}`));
  const differences = files.flatMap((file) => publicDifferences(catalog, file));
  const isDate = ({ fact }: PublicDifference) =>
    fact === "retires" || fact === "deprecated";
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
  if (fact === "listed") {
    return `${ref}: ${file} has the provider, and not the model`;
  }
  return fact === "deprecated"
    ? `${ref}: ${file} has it as deprecated, and the row knows no end`
    : `${ref} ${fact}: the row says ${show(ours)}, ${file} says ${
      show(theirs)
    }`;
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

/** The catalog of a config directory; without one, the builtin one. */
async function catalogOf(directory: string | undefined): Promise<Catalog> {
  if (directory === undefined) return await builtinCatalog();
  const path = await Deno.realPath(directory);
  return await loadCatalog({
    system: delegatingSystem(denoSystem(), {
      env: (name) => name === "INSOMNIA_CONFIG_DIR" ? path : undefined,
    }),
  });
}

if (import.meta.main) {
  const [option, directory, ...rest] = Deno.args;
  const isOther = option === "--config";
  const names = isOther ? rest : Deno.args;
  if (names.length === 0) {
    console.error("deno task catalog [--config DIR] FILE...");
    Deno.exit(2);
  }
  const files = await Promise.all(
    names.map(async (file) =>
      readPublicCatalog(await Deno.readTextFile(file), file)
    ),
  );
  const lines = catalogReport(
    await catalogOf(isOther ? directory : undefined),
    files,
  );
  for (const line of lines) console.log(line);
  Deno.exit(lines.length > 0 ? 1 : 0);
}
