import assert from "node:assert/strict";
import { cpuMs } from "../cpu_time.ts";
import { hasPieceOf, hideValues } from "../../lib/locate/hide_values.ts";

const KEY = "AKIAIOSFODNN7EXAMPLE";
const NONE: ReadonlySet<string> = new Set();

/** What is shown of a line of which nothing is underlined. */
const shown = (
  line: string,
  values: readonly string[] = [],
  holdsSecret = false,
) => hideValues(line, { values: new Set(values), holdsSecret }, 0);

const ROWS: readonly (readonly [line: string, shown: string])[] = [
  // What has the form of a credential, however it is written.
  [`x = "${KEY}"`, `x = "…"`],
  [`x = "AKIA" .. "IOSFODNN7EXAMPLE"`, `x = "…" .. "…"`],
  [
    `x = 'AKIA' .. [[IOSF]] .. [==[ODNN7EXAMPLE]==]`,
    `x = '…' .. [[…]] .. [==[…]==]`,
  ],
  [`x = "\\65KIAIOSFODNN7EXAMPLE"`, `x = "…"`],
  [`x = "\\x41KIAIOSFODNN7EXAMPLE"`, `x = "…"`],
  [`x = "\\u{41}KIAIOSFODNN7EXAMPLE"`, `x = "…"`],
  [`x = "BEARER\\taB3dE5fG7hJ9kL2mN4pQ6"`, `x = "…"`],
  [`x = "${KEY}`, `x = "…`],
  // Beside the name of a secret.
  [`password = "tiger", slug = "coder"`, `password = "…", slug = "coder"`],
  [`["api_key"] = "tiger"`, `["api_key"] = "…"`],
  [
    `{ "api-key": "tiger", "slug": "coder" }`,
    `{ "api-key": "…", "slug": "coder" }`,
  ],
  [`local apiKey = "tiger"`, `local apiKey = "…"`],
  [`api.key = "tiger"`, `api.key = "…"`],
  [`api-key = "tiger"`, `api-key = "…"`],
  [`[ 'api_key' ] = ("tiger")`, `[ 'api_key' ] = ("…")`],
  [`password : ( "tiger"`, `password : ( "…"`],
  [`t[password] = "tiger"`, `t[password] = "…"`],
  [
    `password${" ".repeat(300)}=${" ".repeat(300)}"tiger"`,
    `password${" ".repeat(300)}=${" ".repeat(300)}"…"`,
  ],
  // Not beside it.
  [`password = x, y = "tiger"`, `password = x, y = "tiger"`],
  [`password = x .. "tiger"`, `password = x .. "tiger"`],
  [`password "tiger"`, `password "tiger"`],
  [
    `pin_token = 123456, max_tokens = 123456`,
    `pin_token = ******, max_tokens = 123456`,
  ],
  // An address that begins like a number is left to who looks for passwords in them.
  [`api_key = 1e9ps://ada:tiger@x.org`, `api_key = 1e9ps://ada:tiger@x.org`],
  [`[4111111111111111] = true`, `[****************] = true`],
  // Names of fields, known words and references stay.
  [`api_key_env = secrets.env("K")`, `api_key_env = secrets.env("K")`],
  [`max_token = 4096`, `max_token = 4096`],
  [`max_token = "4096"`, `max_token = "4096"`],
  [`token = "secret_ref"`, `token = "secret_ref"`],
  [`path = "profiles/coder.lua"`, `path = "profiles/coder.lua"`],
  [
    `model = "codex-oauth/gpt-5.5", slug = "coder"`,
    `model = "codex-oauth/gpt-5.5", slug = "coder"`,
  ],
];

for (const [line, expected] of ROWS) {
  Deno.test(`hideValues: ${line}`, () => {
    assert.equal(shown(line), expected);
  });
}

for (
  const [line, expected] of [
    ["password = hunter2", "password = *******"],
    [
      '{ "api_key": hunter2.x, "slug": x }',
      '{ "api_key": *********, "slug": x }',
    ],
    ['api_key_env = "K"', 'api_key_env = "K"'],
    ["max_tokens = 5k", "max_tokens = 5k"],
    // Behind the name of a secret is anything hidden that is no known word.
    ["password = true", "password = ****"],
  ] as const
) {
  Deno.test(`hideValues, in data: ${line}`, () => {
    const known = { values: NONE, holdsSecret: false };
    assert.equal(hideValues(line, { ...known, isData: true }, 0), expected);
    // In Lua it is a variable.
    assert.equal(hideValues(line, known, 0), line);
  });
}

const LONG = 80_000;

for (
  const [what, line] of [
    ["blanks", `"a"${" ".repeat(LONG)}"b"`],
    ["brackets", `"a" =${" (".repeat(LONG)})"b"`],
    ["blanks and a sign", `${" ".repeat(LONG)}="b"`],
    ["a word", "a".repeat(LONG)],
    ["a word in quotes", `"${"a".repeat(LONG)}"`],
    ["names in quotes", `:"a"`.repeat(LONG / 4)],
  ] as const
) {
  Deno.test(`hideValues reads a long line once: ${what}`, () => {
    const start = cpuMs();
    hideValues(line, { values: NONE, holdsSecret: false, isData: true }, 0);
    // By its square it takes 20 seconds.
    assert(cpuMs() - start < 5000);
  });
}

Deno.test("hideValues hides values of fields that nobody knows, wherever they stand", () => {
  const line = `tokn = "correct horse", slug = "coder"`;
  assert.equal(shown(line, ["correct horse"]), `tokn = "…", slug = "coder"`);
  assert.equal(shown(`["x9Kf02mPq7"] = 1`, ["x9Kf02mPq7"]), `["…"] = 1`);
});

Deno.test("hideValues keeps the length up to what is underlined", () => {
  const line = `a = "${KEY}", b = "${KEY}"`;
  assert.equal(
    hideValues(line, { values: NONE, holdsSecret: false }, 27),
    `a = "${"*".repeat(KEY.length)}", b = "…"`,
  );
});

Deno.test("hideValues shows no string of a line that a secret stands on, nor the inside of a long one", () => {
  assert.equal(shown(`x = f("ti" , 'ger')`, [], true), `x = f("…" , '…')`);
  assert.equal(shown("hunter2 of ada", [], true), "**************");
  assert.equal(shown("[model.auth]", [], true), "[model.auth]");
  assert.equal(shown("[hunter2]", [], true), "*********");
  assert.equal(
    shown(`kind = "api_key", x = "tiger"`, [], true),
    `kind = "api_key", x = "…"`,
  );
});

Deno.test("hasPieceOf: strings that are a part of a known secret", () => {
  const rows: [string, readonly string[], boolean][] = [
    [`x = "IOSFODNN7"`, [], false],
    [`x = "IOSFODNN7"`, [KEY], true],
    [`x = "${KEY}"`, [KEY], false],
    [`x = "AK"`, [KEY], false],
    [`model = "codex-oauth/gpt-5.5", slug = "coder"`, [KEY], false],
  ];
  for (const [line, secrets, expected] of rows) {
    assert.equal(hasPieceOf(line, secrets), expected, line);
  }
});
