import type { FieldPath } from "../base/field_path.ts";
import type { CatalogOrigin } from "../schema/provenance.ts";
import type { Launch } from "./launch_inputs.ts";

/** Where the value of one field of a manifest came from. */
export type Origin =
  /** Written by the author of the profile, or of the manifest file. */
  | {
    readonly kind: "profile" | "manifest";
    /** The field there, in its present spelling. */
    readonly field: FieldPath;
    readonly computed?: Computation;
  }
  | {
    readonly kind: "preset";
    /** What chose it, as `compact.preset("long_coding")`. */
    readonly preset: string;
    /** The field of the profile that names the preset. */
    readonly field: FieldPath;
    readonly computed?: Computation;
  }
  | {
    readonly kind: "catalog";
    readonly file: "providers" | "models";
    /** Whose file it is. */
    readonly from: CatalogOrigin;
    /** `anthropic` of the providers, `anthropic/claude-sonnet-4-6` of the models. */
    readonly entry: string;
  }
  /** Nobody said it. */
  | { readonly kind: "default"; readonly reason?: string }
  | { readonly kind: "launch"; readonly input: keyof Launch };

/** How tokens came out of a share of a window. */
export interface Computation {
  /** `25/34 of 272000 tokens` */
  readonly arithmetic: string;
  /** Where the window is from. */
  readonly window: string;
}
