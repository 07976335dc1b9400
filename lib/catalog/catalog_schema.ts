import type { ModelAuth } from "../schema/auth.ts";
import type { CapabilityDraft } from "../schema/capability.ts";
import type { WireScheme } from "../schema/model.ts";

/** A provider as `providers.toml` writes it. */
export interface ProviderEntry {
  /** The part of a model's `ref` before the first `/`; unique in the file. */
  readonly id: string;
  readonly display_name: string;
  readonly scheme: WireScheme;
  readonly base_url?: string;
  /** `auth` of a model that writes none. */
  readonly auth_hint: ModelAuth;
  readonly default_capability?: CapabilityDraft;
  /** Tokens. */
  readonly default_context_window?: number;
}

/** The content of a `providers.toml`. */
export interface ProvidersDocument {
  readonly provider: readonly ProviderEntry[];
}

/** A model as `models.toml` writes it. */
export interface ModelEntry {
  /** The part of a `ref` after the first `/`; unique with its provider. */
  readonly id: string;
  readonly provider: string;
  /** Tokens wanted. */
  readonly context_window?: number;
  /** Tokens the backend accepts. */
  readonly max_context_window?: number;
  readonly capability?: CapabilityDraft;
}

/** The content of a `models.toml`. */
export interface ModelsDocument {
  readonly model?: readonly ModelEntry[];
}
