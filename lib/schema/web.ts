/** How strictly a search leaves out adult content. */
export type SafeSearch = "off" | "moderate" | "strict";

/** Web search. */
export interface WebSearch {
  readonly enabled?: boolean;
  readonly provider?: "brave";
  /** Name of the environment variable that holds the key. */
  readonly api_key_env?: string;
  /** Name of the secret that is the key. */
  readonly api_key_secret?: string;
  /** Seconds. */
  readonly timeout_secs?: number;
  readonly base_url?: string;
  /** Country of the results, as `US`. */
  readonly country?: string;
  /** Language of the results, as `en`. */
  readonly search_lang?: string;
  /** Language of what stands around them, as `en-US`. */
  readonly ui_lang?: string;
  readonly safesearch?: SafeSearch;
}

/** Fetching of web pages. */
export interface WebFetch {
  readonly enabled?: boolean;
  /** Seconds. */
  readonly timeout_secs?: number;
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
  readonly enabled?: boolean;
  readonly allow_private_addresses?: boolean;
  readonly search?: WebSearch;
  readonly fetch?: WebFetch;
}
