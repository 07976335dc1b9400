import assert from "node:assert/strict";
import { runCli } from "./run_cli.ts";

Deno.test("cli models: providers and models with effective windows", async () => {
  const { code, out, error } = await runCli(["models"]);
  assert.deepEqual({ code, error }, { code: 0, error: "" });
  assert.match(
    out,
    /^ {2}anthropic +Anthropic +anthropic +\$INSOMNIA_API_KEY_ANTHROPIC +https:\S+$/m,
  );
  assert.match(
    out,
    /^ {2}codex-oauth\/gpt-5\.5 +272000 +effort +parallel +yes$/m,
  );
});

Deno.test("cli models --format json: each model with what its provider adds", async () => {
  const { code, out } = await runCli(["models", "--format", "json"]);
  assert.equal(code, 0);
  const { origin, sha256, providers, models } = JSON.parse(out);
  assert.deepEqual(origin, { providers: "builtin", models: "builtin" });
  assert.match(sha256, /^[0-9a-f]{64}$/);
  assert.ok(providers.some(({ id }: { id: string }) => id === "openrouter"));
  const model = models.find(({ ref }: { ref: string }) =>
    ref === "codex-oauth/gpt-5.5"
  );
  assert.equal(model.effective_context_window, 272000);
  assert.equal(model.capability.reasoning, "effort");
});

Deno.test("cli models REF: one model in full", async () => {
  const { code, out, error } = await runCli(["models", "codex-oauth/gpt-5.5"]);
  assert.deepEqual({ code, error }, { code: 0, error: "" });
  assert.match(out, /^model +codex-oauth\/gpt-5\.5\n/);
  assert.match(out, /^effective window +272000 tokens$/m);
  assert.match(out, /^credential +codex oauth$/m);
});

Deno.test("cli models REF: an unknown model is a warning, an unknown provider an error", async () => {
  const model = await runCli(["models", "openai/gpt-unheard-of"]);
  assert.equal(model.code, 0);
  assert.match(model.out, /provider's defaults/);
  assert.match(model.error, /^warning\[model-unknown\]: /);
  const provider = await runCli(["models", "opnai/gpt-5"]);
  assert.deepEqual({ code: provider.code, out: provider.out }, {
    code: 1,
    out: "",
  });
  assert.match(
    provider.error,
    /^error\[provider-unknown\]: [^]*did you mean `openai\/gpt-5`/,
  );
});
