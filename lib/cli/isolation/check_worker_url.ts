// Never called; the import puts the worker into the module graph. See
// `lib/lua/worker_url.ts`.
export const CHECK_WORKER_MODULE = (): Promise<unknown> =>
  import("./check_worker.ts");

/**
 * Where the code of the workers that check profiles is. A bundle has another
 * module in place of this one: see `scripts/bundle.ts`.
 */
export function checkWorkerUrl(): URL {
  return new URL("./check_worker.ts", import.meta.url);
}
