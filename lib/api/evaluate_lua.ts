import type { Diagnostic } from "../base/diagnostic.ts";
import { checkOptions, OPTIONS } from "../base/check_options.ts";
import type { JsonValue } from "../base/json.ts";
import { catalogOf } from "../catalog/builtin_catalog.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { requireCatalog } from "../catalog/given_catalog.ts";
import { luaCatalog } from "../catalog/catalog_facts.ts";
import { LuaEvaluator } from "../lua/lua_evaluator.ts";
import type { LuaProgram, LuaSource } from "../source/lua_program.ts";
import { compileVmText } from "../lua/compile_vm.ts";
import {
  type ResolverSession,
  SHARED_SESSION,
} from "../base/resolver_session.ts";
import { evaluationErrorAtReturn } from "../locate/evaluation_error.ts";
import { printDiagnostics } from "../locate/lua_diagnostics.ts";
import { builtinsText, luaVmText } from "../resources/preloaded_resources.ts";
import { VERSION } from "../base/version.ts";

/** How a Lua source is evaluated. */
export interface EvaluateLuaOptions {
  /** The name of the source in messages. Default `main.lua`. */
  readonly name?: string | undefined;
  /** Local modules by dotted name: `{ "shared.models": "return {}" }`. Default none. */
  readonly modules?: Readonly<Record<string, string>> | undefined;
  /** What `insomnia.models` knows. Default: the builtin catalog. */
  readonly catalog?: Catalog | undefined;
  /** Steps it may take, 1 to 2^31-1. Default 200 million. */
  readonly maxSteps?: number | undefined;
  /** What is kept for later evaluations. Default: shared by the whole process. */
  readonly session?: ResolverSession | undefined;
  /** Called with each line that the source prints. Default: ignored. */
  readonly onPrint?: (note: Diagnostic) => void | undefined;
}

/**
 * Evaluates a Lua source in the sandbox to the data it returns, before any
 * check of a profile. Nothing is read.
 *
 * Synchronous: it blocks the event loop until it is done, at most `maxSteps`
 * steps (by default about a second).
 *
 * @throws {ProfileError} for a Lua error, a function that the sandbox does not
 * have, a result that is not plain data, or a limit of the sandbox
 *
 * @example
 * ```ts
 * import { evaluateLua } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const value = evaluateLua(`return { list = { 1, 2 }, sum = require("add")(1, 2) }`, {
 *   modules: { add: "return function(a, b) return a + b end" },
 * });
 * assert.equal(JSON.stringify(value), `{"list":[1,2],"sum":3}`);
 * ```
 */
export function evaluateLua(
  source: string,
  options: EvaluateLuaOptions = {},
): JsonValue {
  checkOptions({ source, ...options }, {
    source: OPTIONS.text,
    name: OPTIONS.text,
    modules: OPTIONS.textsByName,
    maxSteps: OPTIONS.maxSteps,
    session: OPTIONS.session,
    onPrint: OPTIONS.call,
  });
  const { name = "main.lua", modules = {}, catalog, maxSteps } = options;
  if (catalog !== undefined) requireCatalog(catalog);
  const { session = SHARED_SESSION } = options;
  const program: LuaProgram = {
    entry: sourceOf(name, source),
    modules: new Map(
      Object.entries(modules).map(([module, text]) => [
        module,
        sourceOf(`${module.replaceAll(".", "/")}.lua`, text),
      ]),
    ),
    imports: new Map(),
  };
  const evaluator = session.once(startEvaluator, session);
  try {
    const evaluation = evaluator.evaluate(program, {
      catalog: luaCatalog(
        catalog ?? session.once(builtinCatalog, session),
        session,
      ),
      version: VERSION,
      maxSteps,
    });
    if (options.onPrint) {
      printDiagnostics(evaluation, program).forEach(options.onPrint);
    }
    return evaluation.value;
  } catch (error) {
    throw evaluationErrorAtReturn(error, program);
  }
}

function sourceOf(file: string, text: string): LuaSource {
  return { chunk: file, file, bytes: new TextEncoder().encode(text) };
}

/** Compiled synchronously, as everything here is synchronous. */
function startEvaluator(_: ResolverSession): LuaEvaluator {
  return new LuaEvaluator(compileVmText(luaVmText()));
}

function builtinCatalog(session: ResolverSession): Catalog {
  return session.once(catalogOf, JSON.parse(builtinsText()));
}
