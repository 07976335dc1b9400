import { useMachine } from "../../api/load_machine.ts";
import type { PreparedProfile } from "../../api/prepared_profile.ts";
import {
  type CheckResult,
  finishCheck,
  type FinishCheckOptions,
} from "./finish_check.ts";

/** A request to a worker: the first one only brings the virtual machine. */
export type CheckWorkerRequest =
  | { readonly machine: WebAssembly.Module }
  | {
    readonly profiles: readonly PreparedProfile[];
    readonly options: FinishCheckOptions;
  };

/** Its answer: ready, results, or an internal error. */
export type CheckWorkerAnswer =
  | { readonly ready: true }
  | { readonly results: readonly CheckResult[] }
  | { readonly bug: string };

/** What is used of the global scope; see `evaluation_worker.ts`. */
interface WorkerScope {
  onmessage: (event: MessageEvent<CheckWorkerRequest>) => void;
  postMessage(answer: CheckWorkerAnswer): void;
}

/**
 * Serves a worker without any permission: it is given everything that checking
 * profiles needs, and answers in the order in which it is asked.
 */
export function serveChecks(scope: WorkerScope): void {
  let before = Promise.resolve();
  scope.onmessage = ({ data }) => {
    before = before.then(async () => scope.postMessage(await answer(data)));
  };
}

async function answer(
  request: CheckWorkerRequest,
): Promise<CheckWorkerAnswer> {
  try {
    if ("machine" in request) {
      useMachine(request.machine);
      return { ready: true };
    }
    const { profiles, options } = request;
    return {
      results: await Promise.all(
        profiles.map((profile) => finishCheck(profile, options)),
      ),
    };
  } catch (error) {
    return { bug: String(error) };
  }
}

if (import.meta.main) serveChecks(globalThis as unknown as WorkerScope);
