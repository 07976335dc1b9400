import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { START_FLAGS } from "../../scripts/start.ts";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
const TEXT = Deno.readTextFileSync(`${REPOSITORY}docs/security.md`);
const CONFIG = JSON.parse(Deno.readTextFileSync(`${REPOSITORY}deno.json`));

Deno.test("docs/security.md names files that are there", () => {
  const named = [
    ...TEXT.matchAll(/`((?:lib|resources|scripts|tests)\/[^`]+)`/g),
  ]
    .map(([, path]) => path!);
  assert.ok(named.length > 15);
  assert.deepEqual(named.filter((path) => !existsSync(REPOSITORY + path)), []);
});

Deno.test("docs/security.md names the variables that can be read", () => {
  const { env } = CONFIG.permissions.default;
  for (const name of env) assert.ok(TEXT.includes(`\`${name}\``), name);
});

Deno.test("docs/security.md starts the program as the start task does", () => {
  const [, shown] =
    /^DENO_NO_UPDATE_CHECK=1 deno run (.*) --lock=scripts\/start\.lock --frozen cli\.ts/m
      .exec(TEXT)!;
  assert.equal(shown, START_FLAGS.join(" "));
});
