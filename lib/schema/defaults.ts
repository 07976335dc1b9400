// What a field of the manifest is by default, as the runtime expects it.

/** Tokens of a window that neither the profile nor the catalog gives. */
export const DEFAULT_CONTEXT_WINDOW = 200_000;

/** Where requests of a scheme go by default. */
export const BASE_URLS = {
  anthropic: "https://api.anthropic.com",
  openai_chat: "https://api.openai.com",
  openai_responses: "https://api.openai.com/v1",
  gemini: "https://generativelanguage.googleapis.com",
} as const;

/** Where requests with the login of Codex go by default. */
export const CODEX_OAUTH_BASE_URL = "https://chatgpt.com/backend-api/codex";

/** The variable that holds the key of an `api_key` that names neither variable nor file. */
export const API_KEY_VARIABLES = {
  anthropic: "INSOMNIA_API_KEY_ANTHROPIC",
  openai_chat: "INSOMNIA_API_KEY_OPENAI",
  openai_responses: "INSOMNIA_API_KEY_OPENAI",
  gemini: "INSOMNIA_API_KEY_GEMINI",
} as const;
