import {
  byKind,
  exactly,
  flag,
  oneOf,
  optional,
  type Schema,
  schemaOf,
  table,
  wholeNumber,
} from "./schema.ts";

/** Whether and how a model calls tools. */
export type ToolCalling = "none" | "sequential" | "parallel";

/** What shape of answer a model can be held to. */
export type StructuredOutput = "none" | "json_object" | "json_schema";

/** How a model's reasoning is controlled: by a label, by tokens, or by either. */
export type ReasoningControl = "effort" | "budget_tokens" | "both";

/** Cache points that the caller sets, up to so many (0 to 255). */
export interface ExplicitPromptCaching {
  /** The caller sets the points. */
  readonly kind: "explicit";
  /** How many points it takes, 0 to 255. */
  readonly max_breakpoints: number;
}

/** Caching that the provider does by itself. */
export interface AutoPromptCaching {
  /** The provider sets the points. */
  readonly kind: "auto";
}

/** Who sets the points up to which a prompt is cached. */
export type PromptCaching = ExplicitPromptCaching | AutoPromptCaching;

/** What a model can do; every value comes from the catalog unless written out. */
export interface ModelCapability {
  /** Whether and how it calls tools. */
  readonly tool_calling: ToolCalling;
  /** What shape of answer it can be held to. */
  readonly structured_output: StructuredOutput;
  /** Left out: the model has no reasoning control. */
  readonly reasoning?: ReasoningControl;
  /** Whether it takes images. Default `false`. */
  readonly vision: boolean;
  /** Who sets the points up to which a prompt is cached. */
  readonly prompt_caching: PromptCaching;
}

/** A capability as people write it: `vision` may be left out. */
export interface CapabilityDraft extends Omit<ModelCapability, "vision"> {
  /** Whether it takes images. Default `false`. */
  readonly vision?: boolean;
}

const PromptCachingSchema: Schema<PromptCaching> = schemaOf<PromptCaching>()(
  byKind(
    table({
      kind: exactly("explicit"),
      max_breakpoints: wholeNumber(0, 255),
    }),
    table({ kind: exactly("auto") }),
  ),
);

const fields = {
  tool_calling: oneOf("none", "sequential", "parallel"),
  structured_output: oneOf("none", "json_object", "json_schema"),
  reasoning: optional(
    oneOf("effort", "budget_tokens", "both").describe(
      "How reasoning is controlled; left out: it is not",
    ),
  ),
  vision: flag().meta({
    description: "Whether it takes images",
    default: false,
  }),
  prompt_caching: PromptCachingSchema,
};

/** Schema of {@linkcode ModelCapability}. */
export const ModelCapabilitySchema: Schema<ModelCapability> = schemaOf<
  ModelCapability
>()(table(fields));

/** Schema of {@linkcode CapabilityDraft}. */
export const CapabilityDraftSchema: Schema<CapabilityDraft> = schemaOf<
  CapabilityDraft
>()(table({ ...fields, vision: optional(fields.vision) }));
