import assert from "node:assert/strict";
import { isSecretField } from "../../lib/profile/secret_fields.ts";

Deno.test("isSecretField: a secret's name in any spelling", () => {
  for (
    const key of [
      "apiKey",
      "API-KEY",
      "api.keys",
      "accessToken",
      "x_token",
      "apiTokens",
      "API_TOKENS",
      "refresh tokens",
      "dbPassword",
      "passwd",
      "client_secret",
      "Credentials",
      "Authorization",
    ]
  ) assert(isSecretField(undefined, key, "x"), key);
});

Deno.test("isSecretField: not what merely sounds like one", () => {
  for (
    const key of [
      "max_tokens",
      "retainedTokens",
      "worker_context_max_tokens",
      "monkey",
      "hotkeys",
      "tokenizer",
      "api_key_env",
      "api_key_secret",
      "secret_ref",
    ]
  ) assert(!isSecretField(undefined, key, "x"), key);
});

Deno.test("isSecretField: a reference is none, and nothing else is a reference", () => {
  for (
    const [value, isSecret] of [
      [{ kind: "secret_ref", ref: "llm" }, false],
      [{ env: "KEY", kind: "api_key" }, false],
      [{ kind: "api_key", file: "key" }, false],
      [{ kind: "none" }, false],
      [{}, false],
      [5, false],
      ["x", true],
      [["x"], true],
      [{ ref: "llm" }, true],
      [{ kind: "x", value: "y" }, true],
      [{ kind: "x", ref: "y", env: "z" }, true],
      [{ "kind,ref": "y" }, true],
    ] as const
  ) {
    const found = isSecretField("model", "api_key", value);
    assert.equal(found, isSecret, JSON.stringify(value));
  }
});
