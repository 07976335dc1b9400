import assert from "node:assert/strict";
import { evaluate } from "../lua/evaluator.ts";
import { builtinCatalog } from "../../lib/catalog/builtin_catalog.ts";
import { loadCatalog } from "../../lib/catalog/load_catalog.ts";
import { luaCatalog, luaCatalogOf } from "../../lib/catalog/catalog_facts.ts";
import type { CatalogFacts } from "../../lib/catalog/catalog_facts.ts";
import { VERSION } from "../../lib/base/version.ts";
import { exampleSystem } from "../examples.ts";

const data: CatalogFacts = luaCatalogOf(await builtinCatalog());

Deno.test("luaCatalog: a model with its windows and what it can do", () => {
  assert.deepEqual(data.models["codex-oauth/gpt-5.5"], {
    ref: "codex-oauth/gpt-5.5",
    provider: "codex-oauth",
    model_id: "gpt-5.5",
    scheme: "openai_responses",
    context_window: 1000000,
    max_context_window: 272000,
    effective_context_window: 272000,
    capability: {
      tool_calling: "parallel",
      structured_output: "json_schema",
      reasoning: "effort",
      vision: true,
      prompt_caching: { kind: "auto" },
    },
  });
});

Deno.test("luaCatalog: a model id may have slashes", () => {
  const model = data.models["openrouter/anthropic/claude-sonnet-4.6"]!;
  assert.equal(model.provider, "openrouter");
  assert.equal(model.model_id, "anthropic/claude-sonnet-4.6");
});

Deno.test("luaCatalog: every model, references sorted by code unit", () => {
  assert.equal(data.refs.length, 32);
  assert.deepEqual(data.refs, Object.keys(data.models).sort());
  assert.deepEqual(data.refs, [...data.refs].sort());
});

Deno.test("luaCatalog: what holds for a model that is not listed", () => {
  assert.deepEqual(data.providers["ollama-local"], {
    scheme: "anthropic",
    context_window: 128000,
    capability: {
      tool_calling: "parallel",
      structured_output: "json_schema",
      vision: false,
      prompt_caching: { kind: "auto" },
    },
  });
});

Deno.test("luaCatalog: defaults are filled in as a manifest has them", async () => {
  const catalog = await loadCatalog({
    system: exampleSystem({
      files: {
        "/home2/config/providers.toml": [
          "[[provider]]",
          'id = "bare"',
          'display_name = "Bare"',
          'scheme = "gemini"',
          'auth_hint = { kind = "none" }',
        ].join("\n"),
        "/home2/config/models.toml": [
          "[[model]]",
          'id = "m"',
          'provider = "bare"',
          'capability = { tool_calling = "none", structured_output = "none", prompt_caching = { kind = "auto" } }',
        ].join("\n"),
      },
      env: { INSOMNIA_HOME: "/home2" },
    }),
  });
  const { models, providers } = luaCatalogOf(catalog);
  assert.deepEqual(providers, {
    bare: { scheme: "gemini", context_window: 200000 },
  });
  assert.equal(models["bare/m"]!.context_window, 200000);
  assert.equal(models["bare/m"]!.effective_context_window, 200000);
  assert.equal(models["bare/m"]!.capability?.vision, false);
});

Deno.test("luaCatalog: nothing about how to reach a provider", () => {
  const text = JSON.stringify(data);
  for (const word of ["http", "INSOMNIA_API_KEY", "auth"]) {
    assert(!text.replaceAll("codex-oauth", "").includes(word), word);
  }
});

Deno.test("luaCatalog: nothing for the builtin catalog, once for every other", async () => {
  const builtin = await builtinCatalog();
  assert.equal(luaCatalog(builtin), undefined);
  const copy = { ...builtin };
  assert.deepEqual(luaCatalog(copy), data);
  assert.equal(luaCatalog(copy), luaCatalog(copy));
});

Deno.test("luaCatalog: the Lua machine holds what the builtin catalog says now", () => {
  const bytes = new TextEncoder().encode(`
    local models, facts = insomnia.models, {}
    for _, ref in ipairs(models.refs()) do
      local found = {}
      for name, value in pairs(models.info(ref)) do
        if type(value) ~= "table" then found[name] = value end
      end
      facts[ref] = found
    end
    return facts
  `);
  const program = {
    entry: { chunk: "main.lua", file: "/main.lua", bytes },
    modules: new Map(),
    imports: new Map(),
  };
  const held = evaluate(program, { version: VERSION });
  const given = evaluate(program, { version: VERSION, catalog: data });
  assert.deepEqual(held.value, given.value);
  assert.deepEqual(Object.keys(held.value as object), data.refs);
});
