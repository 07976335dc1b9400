import { AUTH, type ModelAuth } from "../schema/auth.ts";
import { CAPABILITY, type CapabilityDraft } from "../schema/capability.ts";
import type { FieldType, SectionType } from "../schema/field.ts";
import {
  asWritten,
  list,
  pattern,
  section,
  text,
  wholeNumber,
} from "../schema/field_types.ts";
import { WIRE_SCHEME, type WireScheme } from "../schema/model.ts";
import { HTTP_URL } from "../schema/names.ts";

/** A provider as `providers.toml` writes it. */
export interface CatalogProvider {
  /** The part of a model's `ref` before the first `/`; unique in the file. */
  readonly id: string;
  /** What people call it. */
  readonly display_name: string;
  /** The protocol its models are spoken to in. */
  readonly scheme: WireScheme;
  /** Where it answers. */
  readonly base_url?: string;
  /** `auth` of a model that writes none. */
  readonly auth_hint: ModelAuth;
  /** What its models can do, unless one says otherwise. */
  readonly default_capability?: CapabilityDraft;
  /** Tokens. */
  readonly default_context_window?: number;
}

/** The content of a `providers.toml`. */
export interface ProvidersDocument {
  /** At least none: an empty catalog is a catalog. */
  readonly provider: readonly CatalogProvider[];
}

/** The id of a provider. */
export const PROVIDER_ID: FieldType<string> = pattern(
  /^[^\s/]+$/,
  "the id of a provider, without `/` and spaces",
);

const PROVIDER = section<CatalogProvider>({
  id: {
    type: PROVIDER_ID,
    description: "The part of a model's `ref` before the first `/`",
    required: "always",
    example: "anthropic",
  },
  display_name: {
    type: text(),
    description: "Name of the provider for people",
    required: "always",
    example: "Anthropic",
  },
  scheme: {
    type: WIRE_SCHEME,
    description: "Wire protocol of its API",
    required: "always",
    example: "anthropic",
  },
  base_url: {
    type: HTTP_URL,
    description: "Address of its API; default: the scheme's own address",
    example: "https://api.anthropic.com",
  },
  auth_hint: {
    type: asWritten(AUTH),
    description: "Credential of models that name none",
    required: "always",
    example: { kind: "api_key", env: "ANTHROPIC_API_KEY" },
  },
  default_capability: {
    type: asWritten(CAPABILITY),
    description: "What its models can do, unless they say otherwise",
  },
  default_context_window: {
    type: wholeNumber(),
    unit: "tokens",
    description: "Context window of its models, unless they say otherwise",
    example: 200_000,
  },
});

/** The fields of a `providers.toml`. */
export const PROVIDERS: SectionType<ProvidersDocument> = section<
  ProvidersDocument
>({
  provider: {
    type: list(PROVIDER),
    description: "The known providers",
    required: "always",
  },
});
