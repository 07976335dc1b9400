import assert from "node:assert/strict";
import { canonicalJson } from "../../lib/base/canonical_json.ts";
import type { DiagnosticCode } from "../../lib/base/diagnostic_codes.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import { sha256Hex } from "../../lib/base/sha256.ts";
import { builtinCatalog } from "../../lib/catalog/builtin_catalog.ts";
import { loadCatalog } from "../../lib/catalog/load_catalog.ts";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { type System, SystemError } from "../../lib/system/system.ts";
import { exampleSystem } from "../examples.ts";

const builtin = await builtinCatalog();

const PROVIDER = `[[provider]]
id = "studio"
display_name = "Studio"
scheme = "openai_chat"
auth_hint = { kind = "none" }
`;
const MODEL = `[[model]]
id = "big"
provider = "studio"
`;

function world(files: Record<string, string | Uint8Array>): System {
  return memorySystem({ files, env: { INSOMNIA_CONFIG_DIR: "/c" } });
}

const load = (providers?: string, models?: string) =>
  loadCatalog({
    system: world({
      ...providers !== undefined && { "/c/providers.toml": providers },
      ...models !== undefined && { "/c/models.toml": models },
    }),
  });

Deno.test("loadCatalog: the builtin one without files, and without a directory", async () => {
  assert.deepEqual(await load(), builtin);
  assert.deepEqual(await loadCatalog({ system: memorySystem() }), builtin);
});

Deno.test("loadCatalog: the examples, both files the user's", async () => {
  const catalog = await loadCatalog({ system: exampleSystem() });
  assert.deepEqual(catalog.origin, { providers: "user", models: "user" });
  assert.deepEqual(catalog.providers.map((p) => p.id), [
    "studio",
    "anthropic",
    "codex-oauth",
  ]);
  assert.deepEqual(structuredClone(catalog.models[0]), {
    id: "qwen3-next",
    provider: "studio",
    context_window: 262144,
    max_context_window: 131072,
  });
  const { providers, models } = catalog;
  assert.equal(
    catalog.sha256,
    await sha256Hex(canonicalJson({ providers, models })),
  );
  assert.notEqual(catalog.sha256, builtin.sha256);
});

Deno.test("loadCatalog: a user's models with the builtin providers", async () => {
  const catalog = await load(
    undefined,
    '[[model]]\nid = "new"\nprovider = "openai"\n',
  );
  assert.deepEqual(catalog.origin, { providers: "builtin", models: "user" });
  assert.deepEqual(catalog.providers, builtin.providers);
  assert.deepEqual(catalog.models.map((m) => m.id), ["new"]);
});

Deno.test("loadCatalog: a user's providers keep the builtin models that are theirs", async () => {
  const catalog = await load(PROVIDER.replace("studio", "gemini"));
  assert.deepEqual(catalog.origin, { providers: "user", models: "builtin" });
  assert.deepEqual(catalog.models.map((m) => `${m.provider}/${m.id}`), [
    "gemini/gemini-2.5-flash-lite",
  ]);
});

Deno.test("loadCatalog: the sum is of the facts, not of the layout", async () => {
  const plain = await load(PROVIDER, MODEL);
  const other = await load(
    `# mine\n${PROVIDER.replace('id = "studio"\n', "")}id = 'studio'\n`,
    `model = [{ provider = "studio", id = "big" }]`,
  );
  assert.equal(plain.sha256, other.sha256);
  const changed = await load(PROVIDER, `${MODEL}context_window = 1\n`);
  assert.notEqual(plain.sha256, changed.sha256);
});

Deno.test("loadCatalog: empty files mean nothing is known", async () => {
  const catalog = await load("provider = []\n", "");
  assert.deepEqual([catalog.providers, catalog.models], [[], []]);
});

const RETIRED = `[[retired]]
provider = "studio"
id = "old"
since = 2026-08-31
`;

Deno.test("loadCatalog: dates are read as text, and none of the new fields is lost", async () => {
  const catalog = await load(
    PROVIDER,
    `${MODEL}retires = 2027-01-31
replacement = "new"
max_output_tokens = 8
reasoning_efforts = ["low", "ultra"]
reasoning_budget = { min = 8, max = 8 }
temperature = false
default_max_tokens = 4294967295
note = "One sentence."
${RETIRED}replacement = "big"
`,
  );
  assert.deepEqual(structuredClone(catalog.models[0]), {
    id: "big",
    provider: "studio",
    retires: "2027-01-31",
    replacement: "new",
    max_output_tokens: 8,
    reasoning_efforts: ["low", "ultra"],
    reasoning_budget: { min: 8, max: 8 },
    temperature: false,
    default_max_tokens: 4294967295,
    note: "One sentence.",
  });
  assert.deepEqual(structuredClone(catalog.retired![0]), {
    provider: "studio",
    id: "old",
    since: "2026-08-31",
    replacement: "big",
  });
});

Deno.test("loadCatalog: a retired model changes the sum", async () => {
  const without = await load(PROVIDER, MODEL);
  assert.notEqual(
    (await load(PROVIDER, MODEL + RETIRED)).sha256,
    without.sha256,
  );
});

type Row = readonly [
  name: string,
  file: "providers" | "models",
  text: string,
  problems: readonly (readonly [place: string, message: RegExp])[],
  code?: DiagnosticCode,
];
const ROWS: readonly Row[] = [
  [
    "no TOML",
    "providers",
    "[[provider]\n",
    [["1:12", /cannot read/]],
    "catalog-syntax",
  ],
  ["no TOML", "models", "x", [["1:1", /cannot read/]], "catalog-syntax"],
  ["an unknown field", "models", `${MODEL}contxt_window = 5\n`, [
    ["4:1", /unknown field `model\[0\]\.contxt_window`/],
  ]],
  ["an unknown field at the top", "providers", `providr = 1\n${PROVIDER}`, [
    ["1:1", /unknown field `providr`/],
  ]],
  [
    "an unknown field inside a table",
    "providers",
    PROVIDER.replace("none", 'none", x = "'),
    [
      ["5:30", /unknown field `provider\[0\]\.auth_hint\.x`/],
    ],
  ],
  ["a wrong type", "models", `${MODEL}context_window = "5"\n`, [
    ["4:\\d+", /context_window` must be a whole number/],
  ]],
  ["a number out of range", "models", `${MODEL}context_window = -5\n`, [
    ["4:\\d+", /context_window` must be at least 0/],
  ]],
  [
    "a word that is none",
    "providers",
    PROVIDER.replace("openai_chat", "openai"),
    [
      ["4:\\d+", /scheme`.*openai/],
    ],
  ],
  ["a missing field", "models", '[[model]]\nid = "big"\n', [
    ["1:3", /provider/],
  ]],
  ["several at once", "models", `${MODEL}a = 1\n[[model]]\nid = 5\nb = 2\n`, [
    ["4:1", /unknown field `model\[0\]\.a`/],
    ["6:\\d+", /model\[1\]\.id/],
    ["7:1", /unknown field `model\[1\]\.b`/],
    ["5:3", /provider/],
  ]],
  ["a provider that is there twice", "providers", `${PROVIDER}${PROVIDER}`, [
    ["7:6", /provider `studio` is there twice/],
  ]],
  ["a model that is there twice", "models", `${MODEL}\n${MODEL}`, [
    ["6:6", /model `studio\/big` is there twice/],
  ]],
  ["a day that is none", "models", `${MODEL}retires = "2027-02-30"\n`, [
    ["4:\\d+", /retires` must be a date/],
  ]],
  [
    "a time in place of a day",
    "models",
    `${MODEL}retires = 2027-02-01T00:00:00Z\n`,
    [
      ["4:\\d+", /retires` must be a date/],
    ],
  ],
  [
    "a budget upside down",
    "models",
    `${MODEL}reasoning_budget = { min = 9, max = 8 }\n`,
    [
      [
        "4:\\d+",
        /no `reasoning_budget` of `big` is possible: `min` is 9, `max` is 8/,
      ],
    ],
  ],
  [
    "a model that is gone as well",
    "models",
    `${MODEL}${RETIRED.replace("old", "big")}`,
    [
      ["6:6", /`studio\/big` is both a model and a retired one/],
    ],
  ],
  ["a retired model twice", "models", `${RETIRED}${RETIRED}`, [
    ["7:6", /retired model `studio\/old` is there twice/],
  ]],
  [
    "a retired model of no provider",
    "models",
    RETIRED.replace("studio", "studoi"),
    [
      ["2:12", /unknown provider: `studoi`/],
    ],
  ],
  ["an answer of no tokens", "models", `${MODEL}default_max_tokens = 0\n`, [
    ["4:\\d+", /default_max_tokens` must be/],
  ]],
  [
    "a model of an unknown provider",
    "models",
    MODEL.replace("studio", "studoi"),
    [
      ["3:12", /unknown provider: `studoi`/],
    ],
  ],
];

for (const [name, file, text, problems, code = "catalog-invalid"] of ROWS) {
  Deno.test(`loadCatalog: ${name} in ${file}.toml is an error with its place`, async () => {
    const loading = file === "providers"
      ? load(text, "")
      : load(PROVIDER, text);
    await assert.rejects(loading, (error) => {
      assert(error instanceof ProfileError, String(error));
      assert.equal(error.code, code);
      assert.equal(error.exitCode, 5);
      const left = error.diagnostics.map(({ source, message }) => ({
        place: `${source?.line}:${source?.column}`,
        message,
      }));
      for (const { source } of error.diagnostics) {
        assert.equal(source?.file, `/c/${file}.toml`);
      }
      for (const [place, message] of problems) {
        const index = left.findIndex((one) =>
          new RegExp(`^${place}$`).test(one.place) && message.test(one.message)
        );
        assert.notEqual(index, -1, `${message} among ${JSON.stringify(left)}`);
        left.splice(index, 1);
      }
      assert.deepEqual(left, []);
      return true;
    });
  });
}

Deno.test("loadCatalog: the same id of two providers is two models", async () => {
  const catalog = await load(
    PROVIDER + PROVIDER.replace("studio", "attic"),
    MODEL + MODEL.replace("studio", "attic"),
  );
  assert.equal(catalog.models.length, 2);
});

Deno.test("loadCatalog: a secret written into a catalog is not repeated", async () => {
  const secret = "sk-ant-api03-abcdefghijklmnopqrstuvwxyz0123456789";
  const text = PROVIDER.replace('"none"', `"api_key", key = "${secret}"`);
  await assert.rejects(load(text), (error) => {
    assert(error instanceof ProfileError);
    assert(!JSON.stringify(error.diagnostics).includes("abcdefghij"));
    return true;
  });
});

Deno.test("loadCatalog: a file that cannot be read is never passed over", async () => {
  const inner = world({});
  const refusing = (kind: "denied" | "not-permitted" | "is-directory") =>
    loadCatalog({
      system: delegatingSystem(inner, {
        readFile: (path) => Promise.reject(new SystemError(kind, path, "no")),
      }),
    });
  await assert.rejects(refusing("denied"), { code: "file-unreadable" });
  await assert.rejects(refusing("is-directory"), { code: "file-unreadable" });
  await assert.rejects(refusing("not-permitted"), {
    code: "permission-missing",
  });
  await assert.rejects(
    loadCatalog({ system: world({ "/c/models.toml": new Uint8Array([255]) }) }),
    { code: "catalog-syntax", exitCode: 5 },
  );
});

Deno.test("loadCatalog: a link that leads nowhere is never passed over", async () => {
  for (const link of ["/c/models.toml", "/c/providers.toml", "/c"]) {
    const system = memorySystem({
      links: { [link]: "/gone" },
      env: { INSOMNIA_CONFIG_DIR: "/c" },
    });
    await assert.rejects(loadCatalog({ system }), {
      code: "file-unreadable",
      message: /a link that leads nowhere$/,
    });
  }
});
