import assert from "node:assert/strict";

Deno.test('resolveProfile: `wall: "worker"` that may not be loaded is refused, not left out', async () => {
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-q",
      "--no-prompt",
      "--unstable-worker-options",
      "tests/url_import/programs/one_profile.ts",
      "resolve",
      "coder",
      "worker",
    ],
    stderr: "null",
  }).output();
  assert.match(
    new TextDecoder().decode(stdout),
    /^error\[permission-missing\]: no worker can be the wall around the\s+profile: Requires read access/,
  );
  assert.equal(code, 0);
});
