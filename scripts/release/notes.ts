/**
 * Prints the changelog's section of a release; fails when the tag is not the
 * program's version, the changelog does not tell of it, or what people read does
 * not say where the repository is.
 *
 * ```sh
 * deno run --allow-read scripts/release/notes.ts v1.2.3
 * ```
 *
 * @module
 */
import { VERSION } from "../../lib/base/version.ts";
import { listFiles } from "../list_files.ts";
import { repositoryPath } from "../repository_path.ts";

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

/** What people read or run that says where the repository is. */
const SAYS_WHERE = [
  "README.md",
  "action.yml",
  "docs",
  "lib/base/repository.ts",
  "resources/init",
];

/**
 * Refuses to release what does not say where it is.
 *
 * @param files texts by their paths
 * @throws while the placeholder stands in one of them
 */
export function requireRepository(
  files: Readonly<Record<string, string>>,
): void {
  const placeholder = ["OWNER", "REPO"].join("/");
  const found = Object.keys(files)
    .filter((path) => files[path]!.includes(placeholder));
  if (found.length === 0) return;
  throw new Error(
    `\`${placeholder}\` stands in ${
      found.join(", ")
    }: say there where the repository is`,
  );
}

if (import.meta.main) {
  const read = (path: string) => Deno.readTextFile(repositoryPath(path));
  const changelog = await read("CHANGELOG.md");
  const files: Record<string, string> = {};
  for (const path of await listFiles(repositoryPath(""), SAYS_WHERE)) {
    files[path] = await read(path);
  }
  try {
    requireRepository(files);
    console.log(releaseNotes(Deno.args[0] ?? "", VERSION, changelog));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}
