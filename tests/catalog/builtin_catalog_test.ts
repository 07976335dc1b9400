import assert from "node:assert/strict";
import { canonicalJson } from "../../lib/base/canonical_json.ts";
import { builtinCatalog } from "../../lib/catalog/builtin_catalog.ts";
import { catalogSha256 } from "../../lib/catalog/catalog_sha256.ts";
import type { CapabilityDraft } from "../../lib/schema/capability.ts";
import {
  buildBuiltins,
  BUILTINS_FILE,
  parseBuiltinCatalog,
} from "../../scripts/build_builtins.ts";

// The facts, written a second time and another way than in the TOML.
const PROVIDERS = `
anthropic | Anthropic | anthropic | https://api.anthropic.com | api_key INSOMNIA_API_KEY_ANTHROPIC | parallel json_schema budget_tokens true explicit 4 | 200000
openai | OpenAI | openai_responses | https://api.openai.com/v1 | api_key INSOMNIA_API_KEY_OPENAI | parallel json_schema effort true auto | 400000
gemini | Google Gemini | gemini | https://generativelanguage.googleapis.com | api_key INSOMNIA_API_KEY_GEMINI | parallel json_schema both true auto | 1048576
codex-oauth | ChatGPT (Codex OAuth) | openai_responses | - | codex_oauth | parallel json_schema effort true auto | 400000
openrouter | OpenRouter | openai_chat | https://openrouter.ai/api/v1 | api_key INSOMNIA_API_KEY_OPENROUTER | parallel json_schema - true auto | 200000
ollama-local | Ollama (local) | anthropic | http://localhost:11434 | none | parallel json_schema - false auto | 128000
`;

const MODELS = `
anthropic/claude-opus-4-8 1000000 - | parallel json_schema - true explicit 4
anthropic/claude-sonnet-4-6 1000000 -
anthropic/claude-sonnet-4-5 200000 -
anthropic/claude-opus-4-1 200000 -
anthropic/claude-haiku-4-5 200000 -
openai/gpt-5.5 1050000 -
openai/gpt-5 400000 -
gemini/gemini-2.5-pro 1048576 -
gemini/gemini-2.5-flash 1048576 -
codex-oauth/gpt-5.5 1000000 272000
codex-oauth/gpt-5.4 272000 -
codex-oauth/gpt-5.4-mini 272000 -
codex-oauth/gpt-5-codex 400000 -
codex-oauth/gpt-5 400000 -
openrouter/anthropic/claude-opus-4.8 1000000 - | parallel json_schema budget_tokens true auto
openrouter/anthropic/claude-sonnet-4.6 1000000 - | parallel json_schema budget_tokens true auto
openrouter/anthropic/claude-sonnet-4 200000 - | parallel json_schema budget_tokens true auto
openrouter/openai/gpt-5.5 1050000 - | parallel json_schema effort true auto
openrouter/openai/gpt-5 400000 - | parallel json_schema effort true auto
ollama-local/llama3.3 128000 -
ollama-local/llama3.1 128000 -
ollama-local/qwen3-coder 256000 -
ollama-local/qwen2.5-coder 128000 -
`;

function capability(written: CapabilityDraft | undefined): string {
  if (!written) return "";
  const { tool_calling, structured_output, reasoning, vision } = written;
  return [
    tool_calling,
    structured_output,
    reasoning ?? "-",
    vision,
    ...Object.values(written.prompt_caching),
  ].join(" ");
}

const { providers, models, origin, sha256 } = await builtinCatalog();

Deno.test("builtinCatalog: the facts of every provider", () => {
  const lines = providers.map((provider) =>
    [
      provider.id,
      provider.display_name,
      provider.scheme,
      provider.base_url ?? "-",
      Object.values(provider.auth_hint).join(" "),
      capability(provider.default_capability),
      provider.default_context_window,
    ].join(" | ")
  );
  assert.equal(lines.join("\n"), PROVIDERS.trim());
});

Deno.test("builtinCatalog: the facts of every model", () => {
  const lines = models.map((model) => {
    const facts = [
      `${model.provider}/${model.id}`,
      model.context_window,
      model.max_context_window ?? "-",
    ].join(" ");
    const own = capability(model.capability);
    return own === "" ? facts : `${facts} | ${own}`;
  });
  assert.equal(lines.join("\n"), MODELS.trim());
});

Deno.test("builtinCatalog: what is in the program is what the TOML says", async () => {
  const parsed = await parseBuiltinCatalog();
  assert.equal(
    canonicalJson({ providers, models }),
    canonicalJson({ providers: parsed.providers, models: parsed.models }),
  );
  assert.deepEqual(origin, { providers: "builtin", models: "builtin" });
  assert.equal(sha256, parsed.sha256);
  assert.equal(sha256, await catalogSha256({ providers, models }));
});

Deno.test("buildBuiltins: writes what it is given, and the catalog", async () => {
  const profile = { path: "x.lua", value: { slug: "x" }, modules: [] };
  const text = await buildBuiltins(() => Promise.resolve({ x: profile }));
  const built = JSON.parse(text);
  assert.deepEqual(built.profiles, { x: profile });
  assert.deepEqual(built.catalog, { providers, models });
  assert.equal(built.catalogSha256, sha256);
  const kept = JSON.parse(await Deno.readTextFile(BUILTINS_FILE));
  assert.deepEqual(Object.keys(built), Object.keys(kept));
});
