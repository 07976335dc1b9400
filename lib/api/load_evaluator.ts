import type { Run } from "../lua/evaluation.ts";
import type { Wall } from "./resolve_options.ts";

/** Kept, because to import a module again takes the event loop a turn. */
const loaded: Partial<Record<Wall, Run>> = {};

/**
 * Loads what evaluating Lua needs, so that nothing has to be loaded once
 * untrusted code runs.
 */
export async function loadEvaluator(wall: Wall = "none"): Promise<Run> {
  return loaded[wall] ??= await load(wall);
}

async function load(wall: Wall): Promise<Run> {
  // For places in a builtin profile. Code that a literal import names is there
  // when no permission is left; from a URL, texts are not.
  await import("../resources/profile_texts.ts");
  const { loadVm } = await import("../lua/load_vm.ts");
  await loadVm();
  if (wall === "worker") {
    const { evaluateInWorker } = await import("../lua/evaluate_in_worker.ts");
    return evaluateInWorker;
  }
  const { evaluate } = await import("../lua/evaluate.ts");
  return evaluate;
}

/**
 * The compiled Lua machine, to be sent to a worker that may load nothing.
 *
 * @throws {ProfileError} `builtin-damaged`
 */
export async function loadMachine(): Promise<WebAssembly.Module> {
  await loadEvaluator();
  const { vmModule } = await import("../lua/vm_module.ts");
  return vmModule();
}

/** Takes a machine that {@linkcode loadMachine} gave elsewhere. */
export async function useMachine(machine: WebAssembly.Module): Promise<void> {
  const { useCompiledVm } = await import("../lua/vm_module.ts");
  useCompiledVm(machine);
}
