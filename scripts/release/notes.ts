/**
 * Prints the changelog's section of a release; fails when the tag is not the
 * program's version, or the changelog does not tell of it.
 *
 * ```sh
 * deno run --allow-read scripts/release/notes.ts v1.2.3
 * ```
 *
 * @module
 */
import { REPOSITORY } from "../../lib/base/repository.ts";
import { VERSION } from "../../lib/base/version.ts";

/**
 * What a changelog says about the version of a tag.
 *
 * @param tag `v` and the version, as `v1.2.3`
 * @param version what the program says
 * @throws when the two differ or there is nothing to say
 */
export function releaseNotes(
  tag: string,
  version: string,
  changelog: string,
): string {
  if (tag !== `v${version}`) {
    throw new Error(`the tag is ${tag}, the program says ${version}`);
  }
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => /^\S*/.exec(text)?.[0] === version);
  const notes = section?.slice(section.indexOf("\n")).trim();
  if (!notes) {
    throw new Error(`CHANGELOG.md has no section \`## ${version}\``);
  }
  return notes;
}

/**
 * Where releases are, when somebody has said it.
 *
 * @throws while the placeholder stands there
 */
export function requireRepository(repository: string): void {
  if (repository !== ["OWNER", "REPO"].join("/")) return;
  throw new Error(
    "lib/base/repository.ts does not say where the repository is; the documents neither",
  );
}

if (import.meta.main) {
  const changelog = await Deno.readTextFile(
    new URL("../../CHANGELOG.md", import.meta.url),
  );
  try {
    requireRepository(REPOSITORY);
    console.log(releaseNotes(Deno.args[0] ?? "", VERSION, changelog));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}
