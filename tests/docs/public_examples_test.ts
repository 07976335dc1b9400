import assert from "node:assert/strict";
import { repositoryPath } from "../../scripts/repository_path.ts";

/** Every text of a documentation comment in what `deno doc` says. */
function comments(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "jsDoc" in value ? [JSON.stringify(value.jsDoc)] : [];
  return [...own, ...Object.values(value).flatMap(comments)];
}

Deno.test("documentation comments: an example of the library can be copied by who imports it", async () => {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", "mod.ts"],
    cwd: repositoryPath(""),
    stderr: "null",
  }).output();
  const said = comments(JSON.parse(new TextDecoder().decode(stdout)));
  const examples = said.filter((text) => text.includes("import {"));
  assert.ok(examples.length > 20, String(examples.length));
  const own = /from \\"(?!@insomnia\/profile\\"|node:|npm:)[^"]*/;
  assert.deepEqual(
    examples.flatMap((text) => own.exec(text)?.[0] ?? []),
    [],
  );
});
