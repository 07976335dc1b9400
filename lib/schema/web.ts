import type { SectionType } from "./field.ts";
import { flag, oneOf, section, text, wholeNumber } from "./field_types.ts";
import { HTTP_URL, SECRET_NAME, VARIABLE_NAME } from "./names.ts";

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

const SEARCH = section<WebSearch>({
  enabled: {
    type: flag(),
    description: "Whether the search tool is available; default: false",
    example: true,
    change: "authority-when-true",
  },
  provider: {
    type: oneOf("brave"),
    description: "The search service",
    example: "brave",
  },
  api_key_env: {
    type: VARIABLE_NAME,
    description: "Environment variable that holds the provider's key",
    example: "BRAVE_SEARCH_API_KEY",
  },
  api_key_secret: {
    type: SECRET_NAME,
    description: "Name of the secret that holds the provider's key",
    example: "web.brave",
  },
  timeout_secs: {
    type: wholeNumber(),
    unit: "seconds",
    description: "Timeout of a search",
    example: 20,
    change: "cost",
  },
  base_url: {
    type: HTTP_URL,
    description: "Address of the provider; default: its own",
    example: "https://api.search.brave.com",
  },
  country: {
    type: text(),
    description: "Country of the results, as a two-letter code",
    example: "US",
  },
  search_lang: {
    type: text(),
    description: "Language of the results",
    example: "en",
  },
  ui_lang: {
    type: text(),
    description: "Language of the texts around the results",
    example: "en-US",
  },
  safesearch: {
    type: oneOf("off", "moderate", "strict"),
    description: "How strictly adult content is filtered",
    example: "moderate",
  },
});

const FETCH = section<WebFetch>({
  enabled: {
    type: flag(),
    description: "Whether pages can be fetched",
    example: true,
    change: "authority-when-true",
  },
  timeout_secs: {
    type: wholeNumber(),
    unit: "seconds",
    description: "Timeout of a fetch",
    example: 30,
  },
  redirect_limit: {
    type: wholeNumber(),
    unit: "redirects",
    description: "Most redirects of one fetch",
    example: 5,
  },
  max_response_bytes: {
    type: wholeNumber(),
    unit: "bytes",
    description: "Most bytes of a response that are read",
    example: 2_097_152,
    change: "cost",
  },
  max_output_bytes: {
    type: wholeNumber(),
    unit: "bytes",
    description: "Most bytes of a response that are given to the model",
    example: 65_536,
    change: "cost",
  },
  allow_private_addresses: {
    type: flag(),
    description:
      "Whether pages in private networks may be fetched; default: `web.allow_private_addresses`",
    example: false,
    change: "authority-when-true",
  },
});

/** The network tools. */
export const WEB: SectionType<Web> = section<Web>({
  enabled: {
    type: flag(),
    description: "Whether there are network tools; default: false",
    example: true,
    change: "authority-when-true",
  },
  allow_private_addresses: {
    type: flag(),
    description:
      "Whether pages in private networks may be fetched; default: false",
    example: false,
    change: "authority-when-true",
  },
  search: { type: SEARCH, description: "Web search; default: none" },
  fetch: {
    type: FETCH,
    description:
      "Fetching pages; default: on with the runtime's limits, if `web.enabled` is true",
    change: "cost",
  },
});
