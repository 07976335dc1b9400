import { type Catalog, refOf } from "../catalog.ts";
import type { CatalogModel } from "../models_schema.ts";
import { resolveModel } from "../resolve_model.ts";
import { GOING } from "./going_note.ts";
import {
  PUBLIC_FACTS,
  type PublicCatalog,
  type PublicModel,
} from "./public_model.ts";

/** Where a public catalog and a row of ours say different things. */
export interface PublicDifference {
  readonly ref: string;
  /**
   * `listed`: the file has the provider, and not the model. `deprecated`: it has
   * it as one that goes, and the row knows no end.
   */
  readonly fact: (typeof PUBLIC_FACTS)[number] | "listed" | "deprecated";
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly file: string;
}

/** Every difference between a file and the rows that it could have, dates first. */
export function publicDifferences(
  catalog: Catalog,
  { file, models }: PublicCatalog,
): PublicDifference[] {
  const theirs = new Map(
    models.map((model) => [refOf(model), model]),
  );
  const providers = new Set(models.map(({ provider }) => provider));
  const found = catalog.models.flatMap((entry): PublicDifference[] => {
    const ref = refOf(entry);
    const model = theirs.get(ref);
    if (model === undefined) {
      return providers.has(entry.provider)
        ? [{ ref, fact: "listed", ours: true, theirs: false, file }]
        : [];
    }
    return differencesOf(catalog, entry, model)
      .map((difference) => ({ ref, file, ...difference }));
  });
  const rank = ({ fact }: PublicDifference) =>
    fact === "listed"
      ? 1.5
      : fact === "deprecated"
      ? 0.5
      : PUBLIC_FACTS.indexOf(fact);
  return found.sort((a, b) => rank(a) - rank(b));
}

function differencesOf(
  catalog: Catalog,
  entry: CatalogModel,
  theirs: PublicModel,
): Omit<PublicDifference, "ref" | "file">[] {
  const ours = factsOf(catalog, entry);
  const isGoing = theirs.deprecated && theirs.retires === undefined &&
    entry.retires === undefined && !entry.note?.includes(GOING);
  return [
    ...isGoing
      ? [{ fact: "deprecated" as const, ours: undefined, theirs: true }]
      : [],
    ...PUBLIC_FACTS.flatMap(
      (fact): Omit<PublicDifference, "ref" | "file">[] => {
        const value = theirs[fact];
        // Whether it has a control at all: which one the labels and budgets say.
        if (fact === "reasoning") {
          const has = ours.reasoning !== undefined;
          return value === undefined || has === (value !== "none")
            ? []
            : [{ fact, ours: ours.reasoning, theirs: value }];
        }
        const isSome = value === "some" && ours[fact] !== "none";
        if (value === undefined || isSome || isSame(ours[fact], value)) {
          return [];
        }
        return [{ fact, ours: ours[fact], theirs: value }];
      },
    ),
  ];
}

/** A row in the words of public catalogs, with what a provider adds. */
function factsOf(
  catalog: Catalog,
  entry: CatalogModel,
): { readonly [Fact in keyof PublicModel]?: unknown } {
  const { model } = resolveModel(catalog, refOf(entry));
  return {
    ...entry,
    ...model && {
      context_window: model.context_window,
      max_context_window: model.max_context_window,
      vision: model.capability.vision,
      tool_calling: model.capability.tool_calling,
      structured_output: model.capability.structured_output,
      reasoning: model.capability.reasoning,
    },
    temperature: entry.temperature ?? true,
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
