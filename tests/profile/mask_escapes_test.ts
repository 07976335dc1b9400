import assert from "node:assert/strict";
import { maskSecrets } from "../../lib/profile/mask_secrets.ts";

Deno.test("maskSecrets: a credential behind a tab that is written as an escape", () => {
  const token = "aB3dE5fG7hJ9kL2mN4pQ6rS8tU0vW1xY3zA5bC7";
  for (const word of ["Bearer", "BEARER"]) {
    const masked = maskSecrets(String.raw`worker["${word}\t${token}"] is`);
    assert.ok(!masked.includes(token), masked);
  }
});
