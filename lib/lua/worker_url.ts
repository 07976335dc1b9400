/**
 * Where the code of the evaluation worker is. A bundle has a module of its own
 * in place of this one, with the code in the URL: see `scripts/bundle.ts`.
 */
export function workerUrl(): URL {
  return new URL("./evaluation_worker.ts", import.meta.url);
}
