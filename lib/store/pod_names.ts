import { podsDirectory } from "./pod_folder.ts";
import type { StoreLocation } from "./store_location.ts";
import { storeAskedFor } from "./store_refusal.ts";

/**
 * The names of the folders that may be Pods, sorted: a folder counts as one
 * only if something of a Pod is in it.
 */
export async function podNames(
  { system, dataDirectory }: StoreLocation,
): Promise<readonly string[]> {
  const pods = podsDirectory(dataDirectory);
  const entries = await storeAskedFor("list", system.readDirectory(pods));
  return (entries ?? [])
    .filter(({ kind }) => kind === "directory")
    .map(({ name }) => name)
    .sort();
}
