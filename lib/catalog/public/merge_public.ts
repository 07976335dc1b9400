import { refOf } from "../catalog.ts";
import type {
  PublicCatalog,
  PublicModel,
  PublicProvider,
} from "./public_model.ts";
import { PUBLIC_FACTS } from "./public_model.ts";

/** A fact that two files say differently. */
export interface PublicConflict {
  /** `<provider>/<model id>`. */
  readonly ref: string;
  /** The field of a row. */
  readonly fact: string;
  /** What each file says, in the order of the files. The first is taken. */
  readonly values: readonly {
    readonly file: string;
    readonly value: unknown;
  }[];
}

/** Several public catalogs as one. */
export interface MergedPublic {
  /** By `ref`. */
  readonly models: ReadonlyMap<string, PublicModel>;
  /** By id. */
  readonly providers: ReadonlyMap<string, PublicProvider>;
  readonly conflicts: readonly PublicConflict[];
}

/** Puts files together: of a fact that several say, the first one's. */
export function mergePublic(catalogs: readonly PublicCatalog[]): MergedPublic {
  const models = new Map<string, Record<string, unknown>>();
  const said = new Map<string, { file: string; value: unknown }[]>();
  for (const { file, models: theirs } of catalogs) {
    for (const model of theirs) {
      const ref = refOf(model);
      const merged = models.get(ref) ??
        { provider: model.provider, id: model.id };
      if (model.isOther) merged.isOther = true;
      if (model.deprecated) merged.deprecated = true;
      models.set(ref, merged);
      for (const fact of PUBLIC_FACTS) {
        const value = fact === "reasoning" ? reasoningOf(model) : model[fact];
        if (value === undefined) continue;
        // An earlier file says that it does not reason.
        if (merged.reasoning === "none" && CONTROLS.has(fact)) continue;
        if (merged[fact] === undefined || isMore(value, merged[fact])) {
          merged[fact] = value;
        }
        const key = `${ref} ${fact}`;
        const values = said.get(key) ?? [];
        values.push({ file, value });
        said.set(key, values);
      }
    }
  }
  const conflicts = [...said].flatMap(([key, values]): PublicConflict[] => {
    const different = values.some(({ value: a }) =>
      values.some(({ value: b }) =>
        JSON.stringify(a) !== JSON.stringify(b) && !isMore(a, b) &&
        !isMore(b, a)
      )
    );
    if (!different) return [];
    const space = key.lastIndexOf(" ");
    return [{
      ref: key.slice(0, space),
      fact: key.slice(space + 1),
      values,
    }];
  });
  return {
    models: models as unknown as ReadonlyMap<string, PublicModel>,
    providers: new Map(
      catalogs.flatMap(({ providers }) => providers).reverse()
        .map((provider) => [provider.id, provider]),
    ),
    conflicts,
  };
}

const CONTROLS: ReadonlySet<string> = new Set([
  "reasoning_efforts",
  "reasoning_budget",
]);

/** A model that has labels or a budget reasons, too. */
function reasoningOf(model: PublicModel): PublicModel["reasoning"] {
  const isSome = model.reasoning_efforts ?? model.reasoning_budget;
  return model.reasoning ?? (isSome && "some");
}

/** Whether a value says the same as another, and more. */
function isMore(value: unknown, than: unknown): boolean {
  return than === "some" && value !== "some" && value !== "none";
}
