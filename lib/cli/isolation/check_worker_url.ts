// Nobody calls this: see `worker_url.ts` of the evaluation's worker.
export const CHECK_WORKER_MODULE = (): Promise<unknown> =>
  import("./check_worker.ts");

/**
 * Where the code of the workers that check profiles is. A bundle has another
 * module in place of this one: see `scripts/bundle.ts`.
 */
export function checkWorkerUrl(): URL {
  return new URL("./check_worker.ts", import.meta.url);
}
