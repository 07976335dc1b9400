import type { PlaceFinder } from "../document/place_finder.ts";

/**
 * Makes a finder for the fields of a text that is data.
 *
 * @param file its ending says whether it is TOML; standard input is JSON
 */
export async function dataPlaces(
  bytes: Uint8Array,
  file: string,
): Promise<PlaceFinder> {
  const text = new TextDecoder().decode(bytes);
  return file.endsWith(".toml")
    ? (await import("../document/toml_places.ts")).tomlPlaces(text, file)
    : (await import("../document/json_places.ts")).jsonPlaces(text, file);
}
