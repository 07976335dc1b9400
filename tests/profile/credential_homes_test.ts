import assert from "node:assert/strict";
import { credentialsOf } from "../../lib/profile/credential_homes.ts";

const ROWS:
  readonly (readonly [auth: unknown, credentials: readonly string[]])[] = [
    [{ kind: "none" }, []],
    [undefined, []],
    ["a text", []],
    [{ kind: "secret_ref", ref: "llm.key" }, ["the secret `llm.key`"]],
    [{ kind: "api_key", env: "MY_KEY" }, ["the variable `MY_KEY`"]],
    [{ kind: "api_key", file: "key" }, ["the key file `/ws/key`"]],
  ];

for (const [auth, credentials] of ROWS) {
  Deno.test(`credentialsOf: ${JSON.stringify(auth)}`, () => {
    assert.deepEqual(credentialsOf(auth, "anthropic", "/ws"), credentials);
  });
}

Deno.test("credentialsOf: a login is one", () => {
  const [login, ...more] = credentialsOf(
    { kind: "codex_oauth" },
    "openai_responses",
    "/",
  );
  assert.match(login!, /login/);
  assert.deepEqual(more, []);
});
