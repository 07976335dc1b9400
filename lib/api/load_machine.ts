import {
  type ResolverSession,
  SHARED_SESSION,
} from "../base/resolver_session.ts";

/**
 * The compiled Lua machine, to be sent to a worker that may load nothing: see
 * {@linkcode useMachine}. It is compiled on another thread.
 *
 * @param session Default: the one that everybody shares
 * @throws {ProfileError} `builtin-damaged`
 */
export function loadMachine(
  session: ResolverSession = SHARED_SESSION,
): Promise<WebAssembly.Module> {
  return session.once(compileMachine, session);
}

async function compileMachine(_: ResolverSession): Promise<WebAssembly.Module> {
  const { compileVm } = await import("../lua/compile_vm.ts");
  return await compileVm();
}

/**
 * Takes a machine that {@linkcode loadMachine} gave elsewhere.
 *
 * @param session Default: the one that everybody shares
 */
export function useMachine(
  machine: WebAssembly.Module,
  session: ResolverSession = SHARED_SESSION,
): void {
  session.give(compileMachine, session, Promise.resolve(machine));
}
