import {
  HttpUrlSchema,
  SecretNameSchema,
  VariableNameSchema,
} from "./names.ts";
import {
  flag,
  oneOf,
  optionalFields,
  type Schema,
  schemaOf,
  table,
  text,
  wholeNumber,
} from "./schema.ts";

/** How strictly a search leaves out adult content. */
export type SafeSearch = "off" | "moderate" | "strict";

/** Web search. */
export interface WebSearch {
  /** Whether the search tool is there. */
  readonly enabled?: boolean;
  /** Who searches. */
  readonly provider?: "brave";
  /** Name of the environment variable that holds the key. */
  readonly api_key_env?: string;
  /** Name of the secret that is the key. */
  readonly api_key_secret?: string;
  /** Seconds. */
  readonly timeout_secs?: number;
  /** Where the provider answers, when not at its own address. */
  readonly base_url?: string;
  /** Country of the results, as `US`. */
  readonly country?: string;
  /** Language of the results, as `en`. */
  readonly search_lang?: string;
  /** Language of what stands around them, as `en-US`. */
  readonly ui_lang?: string;
  /** How strictly results are filtered. */
  readonly safesearch?: SafeSearch;
}

/** Fetching of web pages. */
export interface WebFetch {
  /** Whether the fetch tool is there. */
  readonly enabled?: boolean;
  /** Seconds. */
  readonly timeout_secs?: number;
  /** Redirects followed for one request. */
  readonly redirect_limit?: number;
  /** Bytes read of an answer. */
  readonly max_response_bytes?: number;
  /** Bytes of it given to the model. */
  readonly max_output_bytes?: number;
  /** Whether addresses of private networks may be fetched. */
  readonly allow_private_addresses?: boolean;
}

/**
 * The network tools. There are none unless `enabled` is `true`. Written the same
 * in profiles, manifest files and manifests.
 */
export interface Web {
  /** Without `true` there are no network tools. */
  readonly enabled?: boolean;
  /** Whether addresses of private networks may be reached. */
  readonly allow_private_addresses?: boolean;
  /** Left out: no search tool. */
  readonly search?: WebSearch;
  /** Left out: no fetch tool. */
  readonly fetch?: WebFetch;
}

const WebSearchSchema: Schema<WebSearch> = schemaOf<WebSearch>()(
  table(optionalFields({
    enabled: flag(),
    provider: oneOf("brave"),
    api_key_env: VariableNameSchema.describe(
      "Environment variable that holds the key",
    ),
    api_key_secret: SecretNameSchema.describe("Secret that is the key"),
    timeout_secs: wholeNumber().describe("Seconds"),
    base_url: HttpUrlSchema,
    country: text(),
    search_lang: text(),
    ui_lang: text(),
    safesearch: oneOf("off", "moderate", "strict"),
  })),
);

const WebFetchSchema: Schema<WebFetch> = schemaOf<WebFetch>()(
  table(optionalFields({
    enabled: flag(),
    timeout_secs: wholeNumber().describe("Seconds"),
    redirect_limit: wholeNumber(),
    max_response_bytes: wholeNumber().describe("Bytes read of an answer"),
    max_output_bytes: wholeNumber().describe("Bytes of it given to the model"),
    allow_private_addresses: flag(),
  })),
);

/** Schema of {@linkcode Web}. */
export const WebSchema: Schema<Web> = schemaOf<Web>()(
  table(optionalFields({
    enabled: flag().describe("Without it there are no network tools"),
    allow_private_addresses: flag(),
    search: WebSearchSchema,
    fetch: WebFetchSchema,
  })),
);
