/**
 * Writes what both sides know of the forms of credentials, made from the one
 * table `resources/credential_forms.toml`. With `--check` only tells whether
 * both are up to date.
 *
 * @module
 */
import { luaForms } from "./credentials/lua_forms.ts";
import { type FormRow, readForms } from "./credentials/read_forms.ts";
import { typescriptForms } from "./credentials/typescript_forms.ts";
import { repositoryPath } from "./repository_path.ts";

const TABLE = repositoryPath("resources/credential_forms.toml");

/** The rows of the table in the repository. */
export function credentialForms(): readonly FormRow[] {
  return readForms(Deno.readTextFileSync(TABLE));
}

/** Path in the repository to what has to be there. */
export async function credentialFiles(
  rows: readonly FormRow[],
): Promise<Readonly<Record<string, string>>> {
  return {
    "lib/profile/credential_forms.generated.ts": await typescriptForms(rows),
    "resources/lua/_credentials.lua": luaForms(rows),
  };
}

if (import.meta.main) {
  const files = await credentialFiles(credentialForms());
  for (const [path, text] of Object.entries(files)) {
    const file = repositoryPath(path);
    if (!Deno.args.includes("--check")) {
      await Deno.writeTextFile(file, text);
    } else if (await Deno.readTextFile(file) !== text) {
      console.error(
        `${path} is not what the table of credentials gives: run \`deno task generate\``,
      );
      Deno.exit(1);
    }
  }
}
