import { sha256Hex } from "../base/sha256.ts";
import { failure } from "../base/profile_error.ts";
import { RESOURCE_DIGESTS } from "./resource_digests.generated.ts";

/**
 * A text of this program that came from a URL, when it is the one that belongs
 * to this version.
 *
 * A lock file pins the code of a remote module, but not the texts it imports.
 * Their sums are code, so that a lock file pins the texts as well.
 *
 * @param path the resource inside the program, as `resources/profiles/coder.lua`
 * @throws {ProfileError} `builtin-damaged`
 */
export async function verifyResource(
  path: string,
  text: string,
): Promise<string> {
  const is = await sha256Hex(text);
  const wanted = RESOURCE_DIGESTS[path];
  if (is === wanted) return text;
  const url = new URL(`../../${path}`, import.meta.url);
  throw failure(
    "builtin-damaged",
    `cannot use \`${url}\`: it has the SHA-256 sum ${is}, this version of insomnia-profile was made with ${wanted}`,
    {
      help: `run once with \`--reload=${new URL(
        "../..",
        import.meta.url,
      )}\` to load it anew; if that does not help, take another address or version`,
    },
  );
}
