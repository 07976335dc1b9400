import assert from "node:assert/strict";
import { canonicalJson } from "../../lib/base/canonical_json.ts";
import type { JsonValue } from "../../lib/base/json.ts";
import { builtinCatalog } from "../../lib/catalog/builtin_catalog.ts";
import { catalogSha256 } from "../../lib/catalog/catalog_sha256.ts";
import { refuseSecrets } from "../../lib/profile/refuse_secrets.ts";
import type { CapabilityDraft } from "../../lib/schema/capability.ts";
import {
  buildBuiltins,
  BUILTINS_FILE,
  parseBuiltinCatalog,
} from "../../scripts/build_builtins.ts";

// The facts, written a second time and another way than in the TOML.
const PROVIDERS = `
anthropic | Anthropic | anthropic | https://api.anthropic.com | api_key INSOMNIA_API_KEY_ANTHROPIC | parallel json_schema - true explicit 4 | 200000
openai | OpenAI | openai_responses | https://api.openai.com/v1 | api_key INSOMNIA_API_KEY_OPENAI | parallel json_schema effort true auto | 400000
gemini | Google Gemini | gemini | https://generativelanguage.googleapis.com | api_key INSOMNIA_API_KEY_GEMINI | parallel json_schema - true auto | 1048576
codex-oauth | ChatGPT (Codex OAuth) | openai_responses | https://chatgpt.com/backend-api/codex | codex_oauth | parallel json_schema effort true auto | 400000
openrouter | OpenRouter | openai_chat | https://openrouter.ai/api | api_key INSOMNIA_API_KEY_OPENROUTER | parallel json_schema - true auto | 200000
ollama-local | Ollama (local) | anthropic | http://localhost:11434 | none | parallel json_schema - false auto | 128000
`;

// ref | window, most that is sent, most of an answer | capability | effort labels |
// budget | temperature | default_max_tokens | replacement
const CLAUDE = "parallel json_schema effort true explicit 4";
const TO_MAX = "low,medium,high,xhigh,max";
const TO_XHIGH = "low,medium,high,xhigh";
const ROUTED = "parallel json_schema effort true auto";
const MODELS = `
anthropic/claude-opus-5-5 | 1000000 - 128000 | ${CLAUDE} | ${TO_MAX} | - | false | 32000 | -
anthropic/claude-sonnet-5-5 | 1000000 - 128000 | ${CLAUDE} | ${TO_MAX} | - | false | 32000 | -
anthropic/claude-haiku-5-5 | 1000000 - 128000 | ${CLAUDE} | ${TO_MAX} | - | false | 32000 | -
anthropic/claude-fable-5-2 | 1000000 - 128000 | ${CLAUDE} | ${TO_MAX} | - | false | 32000 | -
anthropic/claude-opus-5 | 1000000 - 128000 | ${CLAUDE} | ${TO_MAX} | - | false | 32000 | claude-opus-5-5
anthropic/claude-opus-4-8 | 1000000 - 128000 | ${CLAUDE} | ${TO_MAX} | - | false | 8192 | claude-opus-5-5
anthropic/claude-sonnet-4-6 | 1000000 - 128000 | parallel json_schema both true explicit 4 | low,medium,high,max | 1024..127999 | - | 8192 | claude-sonnet-5-5
anthropic/claude-haiku-4-5 | 200000 - 64000 | parallel json_schema budget_tokens true explicit 4 | - | 1024..63999 | - | 8192 | claude-haiku-5-5
openai/gpt-6.2-astra | 1050000 922000 128000 | - | ${TO_MAX} | - | false | - | -
openai/gpt-6.2-sol | 1050000 922000 128000 | - | ${TO_MAX} | - | false | - | -
openai/gpt-6.1-terra | 1050000 922000 128000 | - | ${TO_MAX} | - | false | - | -
openai/gpt-6-luna | 1050000 922000 128000 | - | ${TO_MAX} | - | false | - | -
openai/gpt-5.5 | 1050000 922000 128000 | - | ${TO_XHIGH} | - | false | - | gpt-6.2-sol
gemini/gemini-2.5-flash-lite | 1048576 - 65536 | parallel json_schema budget_tokens true auto | - | 512..24576 | - | - | -
codex-oauth/gpt-5.5 | 1000000 272000 128000 | - | ${TO_XHIGH} | - | false | - | gpt-6-sol
codex-oauth/gpt-6.2-sol | 872000 500000 128000 | - | ${TO_MAX} | - | false | - | -
codex-oauth/gpt-6.2-astra | 872000 272000 128000 | - | ${TO_MAX} | - | false | - | -
codex-oauth/gpt-6.1-terra | 872000 500000 128000 | - | ${TO_MAX} | - | false | - | -
codex-oauth/gpt-6-sol | 872000 272000 128000 | - | ${TO_MAX} | - | false | - | -
codex-oauth/gpt-6-luna | 872000 272000 128000 | - | ${TO_MAX} | - | false | - | -
openrouter/anthropic/claude-opus-5.5 | 1000000 - 128000 | ${ROUTED} | ${TO_MAX} | - | false | - | -
openrouter/anthropic/claude-sonnet-5.5 | 1000000 - 128000 | ${ROUTED} | ${TO_MAX} | - | false | - | -
openrouter/anthropic/claude-haiku-5.5 | 1000000 - 128000 | ${ROUTED} | ${TO_MAX} | - | false | - | -
openrouter/anthropic/claude-opus-4.8 | 1000000 - 128000 | ${ROUTED} | ${TO_MAX} | - | false | - | anthropic/claude-opus-5.5
openrouter/anthropic/claude-sonnet-4.6 | 1000000 - 128000 | ${ROUTED} | low,medium,high,max | - | - | - | anthropic/claude-sonnet-5.5
openrouter/openai/gpt-6.2-sol | 1050000 922000 128000 | ${ROUTED} | ${TO_MAX} | - | false | - | -
openrouter/openai/gpt-6-luna | 1050000 922000 128000 | ${ROUTED} | ${TO_MAX} | - | false | - | -
openrouter/openai/gpt-5.5 | 1050000 922000 128000 | ${ROUTED} | ${TO_XHIGH} | - | false | - | openai/gpt-6.2-sol
ollama-local/qwen3.6:27b | 262144 - - | parallel json_schema - true auto | - | - | - | 8192 | -
ollama-local/qwen3-coder | 262144 - - | - | - | - | - | 8192 | -
ollama-local/gpt-oss:20b | 131072 - - | - | - | - | - | 8192 | -
ollama-local/gemma4:31b | 262144 - - | parallel json_schema - true auto | - | - | - | 8192 | -
`;

const RETIRED = `
anthropic/claude-sonnet-4-5 2026-11-30 claude-sonnet-5-5
anthropic/claude-opus-4-1 2026-08-05 claude-opus-5-5
openai/gpt-5 2026-12-11 gpt-6.2-sol
gemini/gemini-2.5-pro 2026-12-01 gemini-2.5-flash-lite
gemini/gemini-2.5-flash 2026-12-01 gemini-2.5-flash-lite
codex-oauth/gpt-5.4 2026-08-31 gpt-6-sol
codex-oauth/gpt-5.4-mini 2026-08-31 gpt-6-luna
codex-oauth/gpt-5-codex 2026-07-23 gpt-6.2-sol
codex-oauth/gpt-5 2026-04-14 gpt-6.2-sol
openrouter/anthropic/claude-sonnet-4 2026-06-15 anthropic/claude-sonnet-5.5
openrouter/openai/gpt-5 2026-12-11 openai/gpt-6.2-sol
`;

function capability(written: CapabilityDraft | undefined): string {
  if (!written) return "-";
  const { tool_calling, structured_output, reasoning, vision } = written;
  return [
    tool_calling,
    structured_output,
    reasoning ?? "-",
    vision,
    ...Object.values(written.prompt_caching),
  ].join(" ");
}

const { providers, models, retired, origin, sha256 } = await builtinCatalog();

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
    const { min, max } = model.reasoning_budget ?? {};
    const sizes = [
      model.context_window,
      model.max_context_window ?? "-",
      model.max_output_tokens ?? "-",
    ];
    return [
      `${model.provider}/${model.id}`,
      sizes.join(" "),
      capability(model.capability),
      model.reasoning_efforts?.join(",") ?? "-",
      model.reasoning_budget ? `${min}..${max}` : "-",
      model.temperature ?? "-",
      model.default_max_tokens ?? "-",
      model.replacement ?? "-",
    ].join(" | ");
  });
  assert.equal(lines.join("\n"), MODELS.trim());
});

Deno.test("builtinCatalog: the models that are gone, each with one that lives", () => {
  const lines = retired!.map((model) =>
    `${model.provider}/${model.id} ${model.since} ${model.replacement}`
  );
  assert.equal(lines.join("\n"), RETIRED.trim());
  const living = new Set(models.map(({ provider, id }) => `${provider}/${id}`));
  for (const { provider, id, replacement } of [...retired!, ...models]) {
    const heir = `${provider}/${replacement ?? id}`;
    assert(living.has(heir), `${provider}/${id} is replaced by ${heir}`);
  }
});

// The release is of this day; a source of the last 60 days was asked for.
const LOOKED_UP = Date.parse("2026-11-30");
const NEWEST_SOURCE_DAYS = 60;

Deno.test("models.toml: each row says where it is from, and a source that is not old", async () => {
  const toml = await Deno.readTextFile("resources/catalog/models.toml");
  const rows = toml.split(/\n(?=\n)/).filter((part) =>
    part.includes("[[model]]")
  );
  assert.equal(rows.length, models.length);
  for (const row of rows) {
    const comment = row.split("\n").filter((line) => line.startsWith("#"));
    const days = comment.join(" ").match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    const ages = days.map((day) => (LOOKED_UP - Date.parse(day)) / 86_400_000);
    assert(ages.some((age) => age >= 0 && age <= NEWEST_SOURCE_DAYS), row);
  }
});

Deno.test("builtinCatalog: what is in the program is what the TOML says", async () => {
  const parsed = await parseBuiltinCatalog();
  assert.equal(
    canonicalJson({ providers, models, retired: [...retired!] }),
    canonicalJson({
      providers: parsed.providers,
      models: parsed.models,
      retired: [...parsed.retired!],
    }),
  );
  assert.deepEqual(origin, { providers: "builtin", models: "builtin" });
  assert.equal(sha256, parsed.sha256);
  assert.equal(
    sha256,
    await catalogSha256({
      providers,
      models,
      ...retired && { retired },
    }),
  );
});

Deno.test("buildBuiltins: writes what it is given, and the catalog", async () => {
  const profile = { path: "x.lua", value: { slug: "x" }, modules: [] };
  const text = await buildBuiltins(() => Promise.resolve({ x: profile }));
  const built = JSON.parse(text);
  assert.deepEqual(built.profiles, { x: profile });
  assert.deepEqual(built.catalog, { providers, models, retired });
  assert.equal(built.catalogSha256, sha256);
  const kept = JSON.parse(await Deno.readTextFile(BUILTINS_FILE));
  assert.deepEqual(Object.keys(built), Object.keys(kept));
});

Deno.test("the builtin catalog holds no secret, which `pinnedSecrets` counts on", async () => {
  const { providers, models } = await builtinCatalog();
  const rows = { providers, models } as unknown as JsonValue;
  assert.deepEqual(refuseSecrets(rows, "manifest").problems, []);
});
