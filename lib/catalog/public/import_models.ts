import { sha256Hex } from "../../base/sha256.ts";
import type { Catalog, CatalogModel } from "../catalog.ts";
import { mergePublic, type PublicConflict } from "./merge_public.ts";
import { printModelsToml } from "./print_models_toml.ts";
import { PUBLIC_FACTS } from "./public_model.ts";
import { readPublicCatalog } from "./read_public_catalog.ts";
import { importedRows } from "./rows_of_public.ts";

/** A file of a public catalog, and what it is called. */
export interface ImportFile {
  /** How it is named in errors and remarks. */
  readonly file: string;
  /** JSON. */
  readonly text: string;
}

/** What is imported. */
export interface ImportOptions {
  /** Of a fact that several say, the first one's is taken. */
  readonly files: readonly ImportFile[];
  /** What the rows take the place of. */
  readonly catalog: Catalog;
  /** References that are wanted in any case. */
  readonly refs: readonly string[];
  /** Providers whose models are wanted. Default: none beside `refs`, or all with `models`. */
  readonly only?: readonly string[];
  /** A pattern of ids or references that are wanted, with `*` and `?`. */
  readonly models?: string;
}

/** One change of a row. */
export interface RowChange {
  /** `<provider>/<model id>`. */
  readonly ref: string;
  /** The field; `added` and `removed` for a whole row. */
  readonly fact: string;
  /** What the present row says. */
  readonly before: unknown;
  /** What the new one says. */
  readonly after: unknown;
}

/** A `models.toml` made from public catalogs. */
export interface ImportedModels {
  /** The new file. */
  readonly toml: string;
  /** The rows in it. */
  readonly models: readonly CatalogModel[];
  /** Against the present rows, dates first. */
  readonly changes: readonly RowChange[];
  /** What files say differently about the rows in it. */
  readonly conflicts: readonly PublicConflict[];
  /** References that neither a file nor the present catalog has. */
  readonly missing: readonly string[];
}

/**
 * Makes a `models.toml` from files of public catalogs: models.dev, LiteLLM,
 * OpenRouter, Codex. What a file does not say stays as the present row has it,
 * else unset. Nothing is read from anywhere.
 *
 * @throws {ProfileError} `import-unreadable`
 */
export async function importModels(
  { files, catalog, refs, only, models: glob }: ImportOptions,
): Promise<ImportedModels> {
  const read = files.map(({ file, text }) => readPublicCatalog(text, file));
  const remarks = await Promise.all(
    files.map(async ({ file, text }, at) =>
      `${read[at]!.format}: ${file}, sha256 ${await sha256Hex(text)}`
    ),
  );
  const merged = mergePublic(read);
  const known = new Set(catalog.providers.map(({ id }) => id));
  const matching = only === undefined && glob === undefined
    ? []
    : [...merged.models].filter(([ref, { provider, id }]) =>
      known.has(provider) && (only?.includes(provider) ?? true) &&
      (glob === undefined || matches(glob, id) || matches(glob, ref))
    ).map(([ref]) => ref);
  const wanted = [...new Set([...refs, ...matching])].sort();
  const rows = importedRows(wanted, merged.models, catalog);
  const present = new Set(rows.map(refOf));
  const conflicts = merged.conflicts.filter(({ ref }) => present.has(ref));
  const retired = (catalog.retired ?? []).filter((model) =>
    !present.has(refOf(model))
  );
  return {
    toml: printModelsToml(rows, retired, remarks),
    models: rows,
    changes: changesOf(rows, catalog),
    conflicts,
    missing: wanted.filter((ref) => !present.has(ref)),
  };
}

function changesOf(
  rows: readonly CatalogModel[],
  catalog: Catalog,
): RowChange[] {
  const before = new Map(catalog.models.map((row) => [refOf(row), row]));
  const after = new Map(rows.map((row) => [refOf(row), row]));
  const changes: RowChange[] = [];
  for (const [ref, row] of after) {
    const old = before.get(ref);
    if (old === undefined) {
      changes.push({ ref, fact: "added", before: undefined, after: row });
      continue;
    }
    for (const fact of Object.keys({ ...old, ...row })) {
      const [a, b] = [old, row].map((one) =>
        (one as unknown as Record<string, unknown>)[fact]
      );
      if (JSON.stringify(a) !== JSON.stringify(b)) {
        changes.push({ ref, fact, before: a, after: b });
      }
    }
  }
  for (const [ref, row] of before) {
    if (!after.has(ref)) {
      changes.push({ ref, fact: "removed", before: row, after: undefined });
    }
  }
  const rank = ({ fact }: RowChange) =>
    fact === "removed"
      ? 99
      : (PUBLIC_FACTS as readonly string[]).indexOf(fact) >>> 0;
  return changes.sort((a, b) => rank(a) - rank(b));
}

/** Whether a text fits a pattern with `*` (any text) and `?` (any character). */
function matches(glob: string, text: string): boolean {
  const form = glob.replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${form}$`).test(text);
}

function refOf({ provider, id }: { provider: string; id: string }): string {
  return `${provider}/${id}`;
}
