import assert from "node:assert/strict";
import type { JsonValue } from "../../lib/base/json.ts";
import { printFieldPath } from "../../lib/base/field_path.ts";
import type { Catalog } from "../../lib/catalog/catalog.ts";
import { validateProfile } from "../../lib/profile/validate_profile.ts";

const CATALOG: Catalog = {
  providers: [
    {
      id: "acme",
      display_name: "Acme",
      scheme: "anthropic",
      base_url: "https://api.acme.test",
      auth_hint: { kind: "api_key", env: "ACME_KEY" },
    },
    {
      id: "login",
      display_name: "Login",
      scheme: "openai_responses",
      auth_hint: { kind: "codex_oauth" },
    },
    {
      id: "vault",
      display_name: "Vault",
      scheme: "gemini",
      base_url: "https://vault.test/v1",
      auth_hint: { kind: "secret_ref", ref: "vault/key" },
    },
    {
      id: "open",
      display_name: "Open",
      scheme: "openai_chat",
      base_url: "http://localhost:11434",
      auth_hint: { kind: "none" },
    },
    {
      id: "filed",
      display_name: "Filed",
      scheme: "openai_chat",
      base_url: "https://filed.test",
      auth_hint: { kind: "api_key", file: "/ws/keys/acme" },
    },
  ],
  models: [],
  origin: { providers: "given", models: "given" },
  sha256: "",
};

function validate(
  raw: JsonValue,
  more: Partial<Parameters<typeof validateProfile>[1]> = {},
) {
  return validateProfile(raw, {
    catalog: CATALOG,
    trustedOrigins: [],
    isUsersWord: () => false,
    directory: "/ws",
    ...more,
  });
}

/** `code path` of each problem. */
async function found(raw: JsonValue): Promise<string[]> {
  const { problems } = await validate(raw);
  return problems.map(({ code, path }) => `${code} ${printFieldPath(path)}`);
}

Deno.test("validateProfile returns the normal form of a good profile", async () => {
  const { profile, problems, secrets } = await validate({
    slug: "coder",
    role: "coder",
    model: "acme/big",
    worker: { reasoning: { ratio: 0.1 } },
    compaction: { preset: "frugal", compact_retained_tokens: 5 },
    skills: { directories: {} },
  });
  assert.deepEqual([problems, secrets], [[], []]);
  assert.equal(
    JSON.stringify(profile),
    JSON.stringify({
      slug: "coder",
      role: "coder",
      model: { ref: "acme/big" },
      worker: { reasoning: { ratio: 0.1 } },
      compaction: { preset: "frugal", retained_tokens: 5 },
      skills: { directories: [] },
      scope: { intent: "workspace_write" },
    }),
  );
});

Deno.test("validateProfile finds every problem at once, in the order of the document", async () => {
  assert.deepEqual(
    await found({
      slug: "has space",
      pod: { name: "x" },
      worker: { reasonning: "high", callback: "x" },
      model: { ref: "acme/big", auth: { key: "tiger" } },
      skills: { directories: ["~/skills", 5] },
      compaction: { prune_protected_turns: 1, threshold: 0.5 },
    }),
    [
      "invalid-value slug",
      "not-a-profile-field pod",
      "unknown-field worker.reasonning",
      "not-a-profile-field worker.callback",
      "secret-value model.auth.key",
      "machine-path skills.directories[0]",
      "invalid-type skills.directories[1]",
      "removed-field compaction.prune_protected_turns",
      "invalid-type compaction.threshold",
    ],
  );
});

Deno.test("validateProfile gives a field that has its answer no second one", async () => {
  const rows: [JsonValue, string[]][] = [
    [{ model: "sk-ant-aB3dE5fG7hJ9kL2mN4" }, ["secret-value model"]],
    [{ model: { ref: "acme/big", auth: { key: "tiger" } } }, [
      "secret-value model.auth.key",
    ]],
    [{ model: "acme/big", api_key: 12345 }, ["unknown-field api_key"]],
    [{ model: "acme/big", api_key: "12345" }, ["secret-value api_key"]],
    [{ model: "acme/big", scope: { allow: [] } }, [
      "not-a-profile-field scope.allow",
    ]],
    [{ model: "acme/big", digest: 5 }, ["not-a-profile-field digest"]],
    [{ model: "acme/big", skills: { directories: ["/x"] } }, [
      "machine-path skills.directories[0]",
    ]],
    [{ model: "acme/big", description: "a\nAKIAIOSFODNN7EXAMPLE" }, [
      "secret-value description",
    ]],
    [{ pod: { name: "x" } }, [
      "not-a-profile-field pod",
      "missing-field model",
    ]],
  ];
  for (const [raw, expected] of rows) {
    assert.deepEqual(await found(raw), expected);
  }
});

Deno.test("validateProfile points at what the author wrote", async () => {
  const rows: [JsonValue, string[]][] = [
    [{ model: "no-slash" }, ["invalid-value model"]],
    [{ model: "acme/big", scope: "everywhere" }, ["invalid-value scope"]],
    [{ model: "acme/big", compaction: { compact_threshold: "x" } }, [
      "invalid-type compaction.compact_threshold",
    ]],
  ];
  for (const [raw, expected] of rows) {
    assert.deepEqual(await found(raw), expected);
  }
});

Deno.test("validateProfile refuses what is no table, and old artifacts", async () => {
  const rows: [JsonValue, string[]][] = [
    [null, ["invalid-type "]],
    ["x", ["invalid-type "]],
    [[1], ["invalid-type "]],
    [{}, ["missing-field model"]],
    ["AKIAIOSFODNN7EXAMPLE", ["secret-value "]],
    [{ profile: { format: "insomnia.nix-profile.v1" }, manifest: {} }, [
      "old-format profile.format",
    ]],
    [{ profile: { format: "insomnia.semantic-profile.v1" } }, [
      "old-format profile.format",
    ]],
    [{ profile: { format: "other" }, model: "a/b" }, [
      "not-a-profile-field profile",
    ]],
  ];
  for (const [raw, expected] of rows) {
    assert.deepEqual(await found(raw), expected);
  }
});

Deno.test("validateProfile keeps credentials at their provider's origin", async () => {
  const elsewhere = "https://evil.test/v1";
  const rows: [JsonValue, boolean][] = [
    [{ ref: "acme/big", base_url: "https://api.acme.test/v2" }, false],
    [{ ref: "acme/big", base_url: elsewhere }, true],
    [{ ref: "acme/big", base_url: "http://api.acme.test" }, true],
    [{ ref: "acme/big", base_url: "https://api.acme.test:8443" }, true],
    [{ ref: "login/x", base_url: elsewhere }, true],
    [{ ref: "vault/x", base_url: elsewhere }, true],
    // A credential of nobody's: where providers of the catalog are.
    [{
      ref: "acme/big",
      base_url: elsewhere,
      auth: { kind: "api_key", env: "GITHUB_TOKEN" },
    }, true],
    [{
      ref: "acme/big",
      base_url: "https://vault.test/v1",
      auth: { kind: "api_key", env: "GITHUB_TOKEN" },
    }, false],
    [{
      ref: "acme/big",
      base_url: elsewhere,
      auth: { kind: "secret_ref", ref: "mine" },
    }, true],
    // Nothing is sent.
    [{ ref: "acme/big", base_url: elsewhere, auth: { kind: "none" } }, false],
    [{ ref: "open/x", base_url: elsewhere }, false],
    // The provider's, written out or reached through another one.
    [{
      ref: "acme/big",
      base_url: elsewhere,
      auth: { kind: "api_key", env: "ACME_KEY" },
    }, true],
    [{
      ref: "open/x",
      base_url: elsewhere,
      auth: { kind: "api_key", env: "ACME_KEY" },
    }, true],
    [{
      scheme: "gemini",
      model_id: "x",
      base_url: elsewhere,
      auth: { kind: "secret_ref", ref: "vault/key" },
    }, true],
    [{
      scheme: "gemini",
      model_id: "x",
      base_url: "https://vault.test",
      auth: { kind: "secret_ref", ref: "vault/key" },
    }, false],
    // The variable of a scheme, which no provider of this catalog has as its own.
    [{
      scheme: "openai_chat",
      model_id: "x",
      base_url: elsewhere,
      auth: { kind: "api_key" },
    }, true],
    [{
      scheme: "openai_chat",
      model_id: "x",
      base_url: "https://api.openai.com/v1",
      auth: { kind: "api_key" },
    }, false],
    [{
      ref: "open/x",
      base_url: elsewhere,
      auth: { kind: "api_key", env: "INSOMNIA_API_KEY_GEMINI" },
    }, true],
    // The same file, by whatever way.
    [{
      ref: "open/x",
      base_url: elsewhere,
      auth: { kind: "api_key", file: "keys/../keys/acme" },
    }, true],
    [{
      ref: "open/x",
      base_url: elsewhere,
      auth: { kind: "api_key", file: "keys/mine", env: "MINE" },
    }, true],
  ];
  for (const [model, isForeign] of rows) {
    for (const isUsers of [true, false]) {
      const severity = isUsers ? "warning" : "error";
      const more = { isUsersWord: () => isUsers };
      const first = await validate({ model }, more);
      const second = await validate(
        { model: "open/x", compaction: { model } },
        more,
      );
      assert.deepEqual(
        [...first.problems, ...second.problems].map((
          p,
        ) => [p.code, p.severity, printFieldPath(p.path)]),
        isForeign
          ? [
            ["foreign-base-url", severity, "model.base_url"],
            ["foreign-base-url", severity, "compaction.model.base_url"],
          ]
          : [],
        JSON.stringify(model),
      );
      assert.equal(first.profile === undefined, isForeign && !isUsers);
    }
  }
});

Deno.test("validateProfile keeps the login where no provider of the catalog has one", async () => {
  const { problems } = await validateProfile({
    model: {
      scheme: "openai_responses",
      model_id: "x",
      base_url: "https://evil.test",
      auth: { kind: "codex_oauth" },
    },
  }, {
    catalog: { ...CATALOG, providers: [] },
    trustedOrigins: ["https://evil.test"],
    isUsersWord: () => false,
    directory: "/ws",
  });
  assert.deepEqual(problems.map(({ code, message }) => [code, message]), [[
    "foreign-base-url",
    "`model.base_url` would send the login of `codex_oauth` to https://evil.test: it goes to no other address than the program's own",
  ]]);
});

Deno.test("validateProfile keeps the key of a web search at the search's origin", async () => {
  const rows: [JsonValue, boolean][] = [
    [{ api_key_env: "BRAVE", base_url: "https://evil.test" }, true],
    [{ api_key_secret: "web/brave", base_url: "https://evil.test" }, true],
    [{
      api_key_env: "BRAVE",
      base_url: "https://api.search.brave.com/res/v1/web/search",
    }, false],
    [{ base_url: "https://evil.test" }, false],
  ];
  for (const [search, isForeign] of rows) {
    for (const isUsers of [true, false]) {
      const { problems } = await validate(
        { model: "open/x", web: { search } },
        { isUsersWord: () => isUsers },
      );
      assert.deepEqual(
        problems.map((p) => [p.code, p.severity, printFieldPath(p.path)]),
        isForeign
          ? [[
            "foreign-base-url",
            isUsers ? "warning" : "error",
            "web.search.base_url",
          ]]
          : [],
      );
    }
  }
});

Deno.test("validateProfile never repeats the value of a secret", async () => {
  const secret = "hunter2-is-no-known-form";
  const { problems, secrets, profile } = await validate({
    model: { ref: "acme/big", auth: { kind: "api_key", value: secret } },
    web: { search: { api_key: secret } },
    pod: { token: secret },
  });
  assert.equal(profile, undefined);
  assert.equal(problems.length, 4);
  assert.ok(!JSON.stringify(problems).includes("hunter2"));
  assert.deepEqual(secrets, [secret, secret, secret]);
});

Deno.test("validateProfile takes what is no name of a secret for the secret", async () => {
  const { secrets } = await validate({
    model: { ref: "acme/big", auth: { kind: "api_key", env: "tiger lily" } },
    web: { search: { api_key_secret: "lily tiger", api_key_env: "GOOD" } },
  });
  assert.deepEqual(secrets, ["tiger lily", "lily tiger"]);
});

Deno.test("validateProfile: a tool may be called like a secret", async () => {
  const per_tool = { get_token: 5, Secrets: 6 };
  assert.deepEqual(
    await found({ model: "acme/big", worker: { tool_output: { per_tool } } }),
    [],
  );
  assert.deepEqual(
    await found({
      model: "acme/big",
      worker: { tool_output: { per_tool: { get_token: "tiger" } } },
    }),
    ["secret-value worker.tool_output.per_tool.get_token"],
  );
});

Deno.test("validateProfile takes the user's word for an origin, but not for the login", async () => {
  const base_url = "https://gateway.test/v1";
  const trusting = { trustedOrigins: ["https://gateway.test"] };
  const key = { ref: "acme/big", base_url };
  assert.deepEqual((await validate({ model: key }, trusting)).problems, []);
  const search = { api_key_env: "BRAVE", base_url };
  assert.deepEqual(
    (await validate({ model: "open/x", web: { search } }, trusting)).problems,
    [],
  );
  const login = { ref: "login/x", base_url };
  const [problem] = (await validate({ model: login }, trusting)).problems;
  assert.equal(problem?.code, "foreign-base-url");
  assert.doesNotMatch(problem?.help ?? "", /trust/);
  // Another port is another origin.
  const port = { ref: "acme/big", base_url: "https://gateway.test:8443" };
  const [other] = (await validate({ model: port }, trusting)).problems;
  assert.match(
    other?.help ?? "",
    /`trusted_origins = \["https:\/\/gateway.test:8443"\]`.*`--trust-origin https:\/\/gateway.test:8443`/,
  );
});
