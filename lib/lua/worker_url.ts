// Never called. But a literal import makes the worker a part of the module graph,
// so that a program which imports the library from a URL fetches it with the rest.
export const WORKER_MODULE = (): Promise<unknown> =>
  import("./evaluation_worker.ts");

/**
 * Where the code of the evaluation worker is. A bundle has a module of its own
 * in place of this one, with the code in the URL: see `scripts/bundle.ts`.
 */
export function workerUrl(): URL {
  return new URL("./evaluation_worker.ts", import.meta.url);
}
