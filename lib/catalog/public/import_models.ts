import { didYouMean } from "../../base/suggest.ts";
import { sha256Hex } from "../../base/sha256.ts";
import { type Catalog, refOf } from "../catalog.ts";
import { type CatalogModel, MODELS } from "../models_schema.ts";
import { type CatalogProvider, PROVIDERS } from "../providers_schema.ts";
import { importProviders, type LeftOut } from "./import_providers.ts";
import { mergePublic, type PublicConflict } from "./merge_public.ts";
import { printCatalogToml } from "./print_catalog_toml.ts";
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
  /** Where several give a fact, the first file's is taken. */
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
  /** `<provider>/<model id>`, or a provider's id. */
  readonly ref: string;
  /** The field; `added` and `removed` for a whole row. */
  readonly fact: string;
  /** What the present row says. */
  readonly before: unknown;
  /** What the new one says. */
  readonly after: unknown;
}

/** A `models.toml` made from public catalogs, and the providers that it needs. */
export interface ImportedModels {
  /** The new file. */
  readonly toml: string;
  /** The rows in it. */
  readonly models: readonly CatalogModel[];
  /**
   * A `providers.toml` with the present rows and those that the models need
   * beside them; left out where they need none.
   */
  readonly providersToml?: string;
  /** All providers: the present ones and those that are needed beside them. */
  readonly providers: readonly CatalogProvider[];
  /** Against the present rows, dates first. */
  readonly changes: readonly RowChange[];
  /** What files say differently about the imported rows. */
  readonly conflicts: readonly PublicConflict[];
  /** References that neither a file nor the present catalog has. */
  readonly missing: readonly string[];
  /** References whose provider the files have, without the model: the row is the present one. */
  readonly unlisted: readonly string[];
  /** Providers of `only`, or the pattern, that fit nothing in the files. */
  readonly unmatched: readonly {
    /** As it was given. */
    readonly what: string;
    /** What may have been meant. */
    readonly help?: string | undefined;
  }[];
  /** What the files have and no row can be made of. */
  readonly leftOut: readonly LeftOut[];
  /** Providers whose address the runtime calls otherwise than the file says. */
  readonly remarks: readonly LeftOut[];
}

/** Providers that public catalogs name otherwise. */
const OUR_NAMES: ReadonlyMap<string, string> = new Map([
  ["google", "gemini"],
  ["chatgpt", "codex-oauth"],
  ["codex", "codex-oauth"],
]);

/**
 * Makes a `models.toml` from files of public catalogs: models.dev, LiteLLM,
 * OpenRouter, Codex. It has the wanted rows alone. What a file does not say stays
 * as the present row has it, else unset. Nothing is read from anywhere.
 *
 * @throws {ProfileError} `import-unreadable`
 */
export async function importModels(
  { files, catalog, refs, only, models: glob }: ImportOptions,
): Promise<ImportedModels> {
  const read = files.map(({ file, text }) => readPublicCatalog(text, file));
  const sources = await Promise.all(
    files.map(async ({ file, text }, at) =>
      `${read[at]!.format}: ${file}, sha256 ${await sha256Hex(text)}`
    ),
  );
  const merged = mergePublic(read);
  // A pattern of ids alone is not meant for every provider there is.
  const known = new Set(catalog.providers.map(({ id }) => id));
  const matching = only === undefined && glob === undefined
    ? []
    : [...merged.models].filter(([ref, { provider, id }]) =>
      (only?.includes(provider) ??
        (known.has(provider) || glob!.startsWith(`${provider}/`))) &&
      (glob === undefined || matches(glob, id) || matches(glob, ref))
    ).map(([ref]) => ref);
  const offered = [
    ...new Set([...merged.models.values()].map(({ provider }) => provider)),
  ];
  const wanted = [...new Set([...refs, ...matching])].sort();
  const found = wanted.flatMap((ref) => merged.models.get(ref) ?? []);
  const { rows: added, leftOut, remarks } = await importProviders(
    found.map(({ provider }) => provider),
    merged.providers,
    catalog,
  );
  const others = found.filter(({ isOther }) => isOther);
  const usable = new Map(
    [...merged.models].filter(([, { id, isOther }]) =>
      !isOther && !/\s/.test(id)
    ),
  );
  const around = { ...catalog, providers: [...catalog.providers, ...added] };
  const rows = importedRows(wanted, usable, around);
  const present = new Set(rows.map(refOf));
  const needed = added.filter(({ id }) =>
    rows.some(({ provider }) => provider === id)
  );
  const providers = [...catalog.providers, ...needed];
  const retired = (catalog.retired ?? []).filter((model) =>
    !present.has(refOf(model))
  );
  return {
    toml: printCatalogToml(MODELS, { model: rows, retired }, sources),
    models: rows,
    ...needed.length > 0 && {
      providersToml: printCatalogToml(
        PROVIDERS,
        { provider: providers },
        sources,
      ),
    },
    providers,
    changes: [
      ...needed.map((row): RowChange => ({
        ref: row.id,
        fact: "added",
        before: undefined,
        after: row,
      })),
      ...changesOf(rows, catalog),
    ],
    conflicts: merged.conflicts.filter(({ ref }) => present.has(ref)),
    missing: refs.filter((ref) => !present.has(ref)).sort(),
    unlisted: rows.filter((row) =>
      !merged.models.has(refOf(row)) && offered.includes(row.provider)
    ).map(refOf),
    unmatched: [
      ...(only ?? []).filter((id) => !offered.includes(id)).map((what) => ({
        what,
        help: didYouMean(OUR_NAMES.get(what) ?? what, offered),
      })),
      ...glob !== undefined && matching.length === 0 ? [{ what: glob }] : [],
    ],
    leftOut: [
      ...leftOut,
      ...others.map((model) => ({
        what: refOf(model),
        why: "it is spoken to otherwise than its provider's other models",
      })),
    ],
    remarks: remarks.filter(({ what }) => needed.some(({ id }) => id === what)),
  };
}

/**
 * The catalog with every provider of the files: in it, profiles that
 * name a model of one can be resolved, and so say what they name.
 *
 * @throws {ProfileError} `import-unreadable`
 */
export async function withPublicProviders(
  files: readonly ImportFile[],
  catalog: Catalog,
): Promise<Catalog> {
  const { models, providers } = mergePublic(
    files.map(({ file, text }) => readPublicCatalog(text, file)),
  );
  const { rows } = await importProviders(
    [...models.values()].map(({ provider }) => provider),
    providers,
    catalog,
  );
  return rows.length === 0
    ? catalog
    : { ...catalog, providers: [...catalog.providers, ...rows] };
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
  // Behind the facts of public catalogs the others, then the rows that go.
  const rank = ({ fact }: RowChange) =>
    fact === "removed"
      ? 2 ** 32
      : (PUBLIC_FACTS as readonly string[]).indexOf(fact) >>> 0;
  return changes.sort((a, b) => rank(a) - rank(b));
}

/** Whether a text fits a pattern with `*` (any text) and `?` (any character). */
function matches(glob: string, text: string): boolean {
  const form = glob.replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${form}$`).test(text);
}
