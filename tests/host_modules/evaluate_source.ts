import { evaluate } from "../lua/evaluator.ts";
import type { JsonValue } from "../../lib/base/json.ts";
import type { CatalogFacts } from "../../lib/catalog/catalog_facts.ts";
import { LuaFailure, type LuaFailureFacts } from "../../lib/lua/lua_failure.ts";

const CAPABILITY = {
  tool_calling: "parallel",
  structured_output: "json_schema",
  vision: true,
  prompt_caching: { kind: "auto" },
};

/** Small, with a model for each way a window comes about. */
export const CATALOG: CatalogFacts = {
  refs: ["acme/wide", "zeta/org/small", "acme/plain"],
  models: {
    "acme/wide": {
      ref: "acme/wide",
      provider: "acme",
      model_id: "wide",
      scheme: "openai_responses",
      context_window: 1000000,
      max_context_window: 272000,
      effective_context_window: 272000,
      capability: CAPABILITY,
    },
    "acme/plain": {
      ref: "acme/plain",
      provider: "acme",
      model_id: "plain",
      scheme: "openai_responses",
      context_window: 64000,
      effective_context_window: 64000,
    },
    "zeta/org/small": {
      ref: "zeta/org/small",
      provider: "zeta",
      model_id: "org/small",
      scheme: "openai_chat",
      context_window: 8000,
      effective_context_window: 8000,
    },
  },
  providers: {
    acme: {
      scheme: "openai_responses",
      context_window: 400000,
      capability: CAPABILITY,
    },
    zeta: { scheme: "openai_chat", context_window: 32000 },
  },
};

/** What a Lua text evaluates to; `imports` are other profiles, by selector. */
export function evaluateSource(
  source: string,
  imports: Readonly<Record<string, string>> = {},
): JsonValue {
  const root = (chunk: string, text: string) => ({
    entry: { chunk, bytes: new TextEncoder().encode(text), file: `/${chunk}` },
    modules: new Map(),
  });
  const program = {
    ...root("main.lua", source),
    imports: new Map(
      Object.entries(imports).map(([name, text]) => [
        name,
        { name, root: root(`${name}/x.lua`, text) },
      ]),
    ),
  };
  return evaluate(program, { catalog: CATALOG, version: "1.2.3" }).value;
}

/** The failure of a Lua text that has to fail. */
export async function failureOf(source: string): Promise<LuaFailureFacts> {
  try {
    await evaluateSource(source);
  } catch (error) {
    if (error instanceof LuaFailure) return error.facts;
    throw error;
  }
  throw new Error(`evaluates without an error: ${source}`);
}
