import assert from "node:assert/strict";
import { runCli } from "./run_cli.ts";

Deno.test("cli schema: each name is a JSON Schema 2020-12", async () => {
  for (
    const name of ["manifest", "profile", "registry", "providers", "models"]
  ) {
    const { code, out, error } = await runCli(["schema", name]);
    assert.deepEqual({ code, error }, { code: 0, error: "" }, name);
    assert.equal(
      JSON.parse(out).$schema,
      "https://json-schema.org/draft/2020-12/schema",
    );
  }
});

Deno.test("cli schema: any other word is refused with the list", async () => {
  const { code, error } = await runCli(["schema", "nonsense"]);
  assert.equal(code, 2);
  assert.match(error, /one of: manifest, profile, registry, providers, models/);
});
