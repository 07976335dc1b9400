import { type KnownModel, nameOf } from "../../catalog/known_model.ts";
import type { ReasoningControl } from "../../schema/capability.ts";
import type { WireScheme } from "../../schema/model.ts";

/** The two ways to say how much a model thinks. */
export type ReasoningKind = Exclude<ReasoningControl, "both">;

/**
 * The one kind that the runtime sends on each scheme. Where the other is
 * written, it sends nothing and says nothing.
 */
export const SENT_KIND: Readonly<Record<WireScheme, ReasoningKind>> = {
  anthropic: "budget_tokens",
  gemini: "budget_tokens",
  openai_chat: "effort",
  openai_responses: "effort",
};

/** What each kind is called in messages. */
export const KIND_NAMES: Readonly<Record<ReasoningKind, string>> = {
  effort: "an effort label",
  budget_tokens: "a token budget",
};

/** The kind that a request can carry: its scheme sends it and the model has it. */
export function possibleKind({ model }: KnownModel): ReasoningKind | undefined {
  const sent = SENT_KIND[model.scheme];
  const { reasoning } = model.capability;
  return reasoning === "both" || reasoning === sent ? sent : undefined;
}

/** Whether a model is gone or new: the catalog has its provider alone. */
export function isOutside({ entry, provider }: KnownModel): boolean {
  return entry === undefined && provider !== undefined;
}

/** Why a request can carry neither kind: a clause. */
export function whyNeither(known: KnownModel): string {
  const { scheme, capability } = known.model;
  const has = capability.reasoning;
  if (has === undefined || has === "both") {
    return isOutside(known)
      ? `no reasoning control is known of ${nameOf(known)}`
      : `${nameOf(known)} has no reasoning control`;
  }
  return `${nameOf(known)} takes ${KIND_NAMES[has]}, and on the scheme ` +
    `\`${scheme}\` the runtime sends ${KIND_NAMES[SENT_KIND[scheme]]} only`;
}
