import assert from "node:assert/strict";
import { parseToml } from "../../lib/document/parse_toml.ts";
import { folderWith, runCli } from "./run_cli.ts";

/** As models.dev's file has them: one of ours, one that can be made, one that cannot. */
const API = JSON.stringify({
  openai: {
    id: "openai",
    env: ["OPENAI_API_KEY"],
    npm: "@ai-sdk/openai",
    models: {
      "gpt-new": { id: "gpt-new", limit: { context: 400000, input: 272000 } },
    },
  },
  acme: {
    id: "acme",
    name: "Acme AI",
    env: ["ACME_API_KEY"],
    npm: "@ai-sdk/openai-compatible",
    api: "https://api.example.com/v1",
    models: {
      "m/1": {
        id: "m/1",
        limit: { context: 9000 },
        modalities: { input: ["text"] },
      },
      "m/2": { id: "m/2" },
    },
  },
  odd: {
    id: "odd",
    env: ["ODD_API_KEY"],
    npm: "odd-sdk",
    models: { x: { id: "x" } },
  },
});

const FILES = {
  "api.json": API,
  ".insomnia/profiles.toml": `[profile]\na = "a.lua"\nb = "b.lua"\n`,
  ".insomnia/a.lua": `return { model = "acme/m/1" }`,
  ".insomnia/b.lua": `return { model = "openai/gpt-new" }`,
};

Deno.test("cli models import: what is printed loads, and resolves every profile of the project", async () => {
  const cwd = folderWith({ ...FILES, "config/x": "" });
  const env = { INSOMNIA_CONFIG_DIR: `${cwd}/config` };
  const before = await runCli(["check", "project:"], { cwd, env });
  assert.equal(before.code, 1);
  const { code, out, error } = await runCli(["models", "import", "api.json"], {
    cwd,
    env,
  });
  assert.deepEqual({ code, error }, { code: 0, error: "" });
  assert.match(
    out,
    /^# Changes:\n# REF .*\n# acme +added\n# acme\/m\/1 +added\n/,
  );
  // Both files are one document: no name of a table is in both.
  const parsed = parseToml(out);
  assert.ok("value" in parsed, out);
  const data = parsed.value as Record<string, { id: string }[]>;
  assert.ok(data.provider!.some(({ id }) => id === "acme"));
  assert.deepEqual(
    data.model!.map(({ id }) => id).filter((id) => /new|m\//.test(id)),
    ["m/1", "gpt-new"],
  );

  const args = ["models", "import", "api.json", "-o", "config/models.toml"];
  const written = await runCli(args, { cwd, env });
  assert.deepEqual({ code: written.code, error: written.error }, {
    code: 0,
    error: "",
  });
  assert.match(
    written.out,
    /^written as well: \S+\/config\/providers\.toml\nChanges:\n/,
  );
  const after = await runCli(["check", "project:"], { cwd, env });
  assert.equal(after.code, 0, after.error);
  // Again, with what there is now: nothing is new, and nothing is lost.
  const again = await runCli(args, { cwd, env });
  assert.equal(again.out, "no row changes\n");
  assert.equal((await runCli(["check", "project:"], { cwd, env })).code, 0);
});

Deno.test("cli models import --out: another providers.toml beside it stays", async () => {
  const cwd = folderWith({ ...FILES, "new/providers.toml": "# mine\n" });
  const args = ["models", "import", "api.json", "-o", "new/models.toml"];
  const { code, out, error } = await runCli(args, { cwd });
  assert.equal(code, 5, error);
  assert.equal(out, "");
  assert.match(error, /cannot write `new\/providers\.toml`: there is one/);
  assert.equal(
    await Deno.readTextFile(`${cwd}/new/providers.toml`),
    "# mine\n",
  );
  await assert.rejects(Deno.stat(`${cwd}/new/models.toml`));
});

Deno.test("cli models import: what no file tells is said, and no row of it made", async () => {
  const cwd = folderWith({
    ...FILES,
    ".insomnia/b.lua": `return { model = "odd/x" }`,
    "prices.json": JSON.stringify({
      "acme/m/1": {
        litellm_provider: "acme",
        mode: "chat",
        max_output_tokens: 7,
      },
      "else/y": { litellm_provider: "else", mode: "chat" },
    }),
  });
  const { code, out, error } = await runCli([
    "models",
    "import",
    "api.json",
    "prices.json",
    "--only=odd,else",
  ], { cwd });
  assert.equal(code, 0);
  // A profile, and both providers.
  assert.match(error, /^warning\[provider-unknown\]: unknown provider `odd`/m);
  assert.match(
    error,
    /no row of `odd`: its protocol is unknown \(`odd-sdk`\)/,
  );
  assert.match(error, /no row of `else`: no file says/);
  assert.doesNotMatch(out, /odd|else/);
  // The first file has the provider, the second one a limit.
  assert.match(
    out,
    /^id = "m\/1"\nprovider = "acme"\ncontext_window = 9000\nmax_output_tokens = 7$/m,
  );
});

Deno.test("cli models import: a choice that fits nothing is told", async () => {
  const { code, error } = await runCli(
    ["models", "import", "api.json", "--only=openai, acem,", "--models=zz*"],
    { cwd: folderWith(FILES) },
  );
  assert.equal(code, 0);
  assert.match(error, /`acem` fits no model .*\n.*did you mean `acme`/);
  assert.match(error, /`zz\*` fits no model/);
  assert.equal(error.match(/fits no model/g)?.length, 2);
});

Deno.test("cli models import: a file that PowerShell wrote, in UTF-16", async () => {
  const cwd = folderWith({ "x": "" });
  const text = `\ufeff{"models":[{"slug":"gpt-new","context_window":5}]}`;
  const units = Uint16Array.from(text, (letter) => letter.charCodeAt(0));
  await Deno.writeFile(`${cwd}/codex.json`, new Uint8Array(units.buffer));
  const { code, out, error } = await runCli(
    ["models", "import", "codex.json", "--only=codex-oauth"],
    { cwd },
  );
  assert.equal(code, 0, error);
  assert.match(out, /^id = "gpt-new"\nprovider = "codex-oauth"$/m);
});
