import type { SectionType } from "./field.ts";
import { flag, oneOf, section, variants, wholeNumber } from "./field_types.ts";

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

const PROMPT_CACHING = variants<PromptCaching>({
  explicit: {
    description: "The caller sets cache breakpoints",
    fields: {
      max_breakpoints: {
        type: wholeNumber(0, 255),
        unit: "breakpoints",
        description: "Most cache breakpoints in a request",
        required: "always",
        example: 4,
      },
    },
  },
  auto: { description: "The provider caches automatically", fields: {} },
});

/** What a model can do. */
export const CAPABILITY: SectionType<ModelCapability, CapabilityDraft> =
  section<
    ModelCapability,
    CapabilityDraft
  >({
    tool_calling: {
      type: oneOf("none", "sequential", "parallel"),
      description: "Whether it can call tools, and whether several in parallel",
      required: "always",
      example: "parallel",
    },
    structured_output: {
      type: oneOf("none", "json_object", "json_schema"),
      description: "How the structure of an answer can be enforced",
      required: "always",
      example: "json_schema",
    },
    reasoning: {
      type: oneOf("effort", "budget_tokens", "both"),
      description:
        "How its reasoning is controlled: by an effort label, a token budget, or either; default: not at all",
      example: "budget_tokens",
    },
    vision: {
      type: flag(),
      description: "Whether it accepts images",
      default: false,
    },
    prompt_caching: {
      type: PROMPT_CACHING,
      description: "How prompts are cached",
      required: "always",
      example: { kind: "auto" },
    },
  });
