import type { FieldPath } from "../base/field_path.ts";
import type { JsonValue } from "../base/json.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Profile } from "../profile/profile.ts";
import type { CatalogOrigin } from "../schema/resolution_inputs.ts";
import type { Launch } from "./launch_inputs.ts";
import type { ManifestDraft } from "./manifest_draft.ts";

/** Where the value of one field of a manifest came from. */
export type Origin =
  /** Written by the author of the profile, or of the manifest file. */
  | {
    readonly kind: "profile" | "manifest";
    /** The field there, in its present spelling. */
    readonly field: FieldPath;
    readonly computed?: Computation;
    /** What it did to what else would hold, one clause a change. */
    readonly changes?: readonly string[];
  }
  | {
    readonly kind: "preset";
    /** What chose it, as `compact.preset("long_coding")`. */
    readonly preset: string;
    /** The field of the profile that names the preset. */
    readonly field: FieldPath;
    readonly computed?: Computation;
    /** What was done to fit it to the model, one clause a change. */
    readonly changes?: readonly string[];
  }
  | {
    readonly kind: "catalog";
    readonly file: "providers" | "models";
    /** Whose file it is. */
    readonly from: CatalogOrigin;
    /** `anthropic` of the providers, `anthropic/claude-sonnet-4-6` of the models. */
    readonly entry: string;
  }
  /** Written nowhere. */
  | { readonly kind: "default"; readonly reason?: string }
  | { readonly kind: "launch"; readonly input: keyof Launch };

/** How tokens came out of a share of a window. */
export interface Computation {
  /** `25/34 of 272000 tokens` */
  readonly arithmetic: string;
  /** Where the window is from. */
  readonly window: string;
}

/** What a manifest was made of. */
export interface OriginInputs {
  /** The text it was made from. */
  readonly document:
    | {
      readonly kind: "profile";
      readonly profile: Profile;
      /** The same before it was brought into its normal form. */
      readonly raw?: JsonValue;
    }
    | { readonly kind: "manifest"; readonly draft: ManifestDraft };
  /** What of the launch took part. */
  readonly launch: Partial<Launch>;
  /** What its models were looked up in. */
  readonly catalog: Catalog;
}
