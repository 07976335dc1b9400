import {
  type ResolverSession,
  SHARED_SESSION,
} from "../base/resolver_session.ts";
import { failure } from "../base/profile_error.ts";
import type { Run } from "../lua/evaluation.ts";
import { loadMachine } from "./load_machine.ts";
import type { Wall } from "./resolve_options.ts";

/**
 * Loads what evaluating Lua needs, so that nothing has to be loaded once
 * untrusted code runs.
 */
export function loadEvaluator(
  wall: Wall,
  session: ResolverSession,
): Promise<Run> {
  return session.once(
    wall === "worker" ? loadWorkerEvaluator : loadOwnEvaluator,
    session,
  );
}

async function loadOwnEvaluator(session: ResolverSession): Promise<Run> {
  const compiling = loadMachine(session);
  // Whoever awaits it gets the error; without this it would also be an
  // unhandled rejection.
  compiling.catch(() => {});
  // Needed to locate fields of a builtin profile. Code from a literal import
  // can be loaded without permissions; a text from a URL cannot.
  await import("../resources/lua_texts.ts");
  const { LuaEvaluator } = await import("../lua/lua_evaluator.ts");
  const evaluator = new LuaEvaluator(await compiling);
  return (program, options) => evaluator.evaluate(program, options);
}

/** @throws {ProfileError} `permission-missing` where no worker can be the wall */
async function loadWorkerEvaluator(session: ResolverSession): Promise<Run> {
  if (!("Deno" in globalThis)) {
    throw failure(
      "permission-missing",
      'there is no `wall: "worker"` in this runtime: only Deno has workers without permissions',
      { help: 'leave `wall` out, or resolve in Deno with `wall: "worker"`' },
    );
  }
  await loadOwnEvaluator(session);
  const { evaluateInWorker } = await import("../lua/evaluate_in_worker.ts");
  return evaluateInWorker(await loadMachine(session));
}

/**
 * Loads everything that finishing any profile may need, so that the process can
 * give up its permissions: see {@linkcode giveUpPermissions}.
 *
 * @param session Default: the one that everybody shares
 * @throws {ProfileError} `builtin-damaged`
 */
export async function loadEvaluation(
  session: ResolverSession = SHARED_SESSION,
): Promise<void> {
  await loadEvaluator("none", session);
}
