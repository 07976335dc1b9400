import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { main } from "../../lib/cli/main.ts";
import { secretsIn } from "../../lib/profile/secret_forms.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { recordingTerminal } from "../cli/recording_terminal.ts";
import { SECRET_ROWS } from "../profile/secret_rows.ts";

// A secret in every kind of document that is data, and every command that
// shows something of it. What Lua can do with one has a test of its own.

/** Of one line, and written the same in JSON and TOML. */
const SECRETS = SECRET_ROWS.flatMap(({ secrets }) => secrets)
  .filter((secret) => /^[!#-[\]-~ ]{16,}$/.test(secret))
  // Of a URL it is the password that is a secret, and of a webhook its path.
  .filter((secret) => !secret.includes("://"));

type Files = Readonly<Record<string, string>>;

interface Kind {
  /** Where `$` is the secret. */
  readonly texts: readonly string[];
  readonly files: (text: string) => Files;
  readonly commands: readonly (readonly string[])[];
}

const PROFILES = [
  '"model": "codex-oauth/gpt-5.5", "description": "$"',
  '"model": "codex-oauth/gpt-5.5", "worker": { "language": "a $" }',
  '"model": "codex-oauth/gpt-5.5", "worker": { "$": "$" }',
  '"model": "codex-oauth/gpt-5.5", "$": { "a": 1 }',
  '"model": { "ref": "codex-oauth/gpt-5.5", "auth": "$" }',
  '"model": { "ref": "codex-oauth/gpt-5.5", "auth": { "kind": "$" } }',
  '"model": { "ref": "anthropic/$" }, "role": "$", "slug": "$"',
  '"model": "codex-oauth/gpt-5.5", "worker": { "reasoning": "$" }',
  '"model": "codex-oauth/gpt-5.5", "worker": { "stop_sequences": ["$", 1] }',
  '"model": "codex-oauth/gpt-5.5", "web": { "search": { "provider": "$" } }',
  '"model": "codex-oauth/gpt-5.5", "web": { "search": { "api_key_env": "$" } }',
  '"model": "codex-oauth/gpt-5.5", "pod": { "name": "$" }',
  '"model": "codex-oauth/gpt-5.5", "nonsense": 1, "x": ["$"]',
  '"model": "codex-oauth/gpt-5.5", "a": $',
];

const shows = (file: string): readonly (readonly string[])[] =>
  ["human", "json", "github", "sarif"].flatMap((format) => [
    [file, "--error-format", format],
    ["check", file, "--error-format", format],
    ["explain", file, "--error-format", format],
    ["diff", file, "default", "--error-format", format],
    ["diff", "default", file, "--format", "json", "--error-format", format],
  ]);

const registries = [
  'default = "$"',
  '[profile]\n"$" = "a.json"',
  '[profile]\na = "$.json"',
  '[profile]\na = { path = "a.json", description = "see $" }',
  '[profile]\na = { path = "a.json", "$" = 1 }',
  '[profile]\na = ["$"]',
  '[alias]\n"$" = "project:a"',
  '[alias]\na = "$"',
  'trusted_origins = ["https://$"]',
  '"$" = 1',
  "default = $",
];

const inRegistry = (folder: string): Kind => ({
  texts: registries,
  files: (text) => ({
    [`${folder}/profiles.toml`]: text,
    [`${folder}/a.json`]: '{ "model": "codex-oauth/gpt-5.5" }',
  }),
  commands: [
    ["list"],
    ["list", "--format", "json"],
    ["list", "--format", "compact"],
    ["check"],
    ["check", "--format", "json", "--error-format", "json"],
    ["default"],
    ["project:a"],
    ["user:a", "--error-format", "sarif"],
    ["resolve", "--all", "--out", "/out"],
    ["explain", "project:a"],
  ],
});

const CATALOG = [
  ["models"],
  ["models", "--format", "json"],
  [
    "models",
    "acme/a",
  ],
  ["./p.json"],
  ["explain", "./p.json"],
  ["list"],
];

const KINDS: Readonly<Record<string, Kind>> = {
  "a JSON profile": {
    texts: PROFILES,
    files: (text) => ({ "/ws/p.json": `{ ${text} }` }),
    commands: shows("./p.json"),
  },
  "a TOML profile": {
    texts: [
      'model = "codex-oauth/gpt-5.5"\n"$" = "$"',
      'model = "codex-oauth/gpt-5.5"\nworker.language = """\n$\n"""\nx = 1',
      'model = "codex-oauth/gpt-5.5"\n[$]\nx = 1',
      'model = "codex-oauth/gpt-5.5"\n["$"]\n["$"]',
      'model = "codex-oauth/gpt-5.5" # $\nx = $',
    ],
    files: (text) => ({ "/ws/p.toml": text }),
    commands: shows("./p.toml"),
  },
  "a manifest file": {
    texts: [
      'worker.language = "$"',
      'worker.instruction = "$user/$"',
      '"$" = 1',
      'worker."$" = "$"',
      'nonsense = "see $"',
      'memory.language = "$"\nweb.search.api_key = "$"',
      'permissions.default_action = "$"',
      'worker.tool_output.per_tool = { "$" = 1 }',
      "nonsense = $",
      'skills.directories = ["$"]\nx = 1',
    ],
    files: (text) => ({
      "/ws/m.toml": `${text}
pod.name = "x"
model.ref = "codex-oauth/gpt-5.5"
scope.allow = [{ target = "/ws", permission = "write" }]
`,
    }),
    commands: ["human", "json", "github", "sarif"].flatMap((format) => [
      ["--manifest", "m.toml", "--error-format", format],
      ["--manifest", "m.toml", "--strict", "--error-format", format],
      ["diff", "m.toml", "default", "--error-format", format],
      ["diff", "m.toml", "m.toml", "--error-format", format],
    ]),
  },
  "a project's registry": inRegistry("/ws/.insomnia"),
  "a user's registry": inRegistry("/home/.config/insomnia"),
  "providers": {
    texts: [
      'id = "$"',
      'display_name = "$"',
      'scheme = "$"',
      'auth_hint = { kind = "api_key", env = "$" }',
      'auth_hint = { kind = "api_key", key = "$" }',
      'api_key = "$"',
      '"$" = 1',
      "id = $",
    ],
    files: (text) => {
      const rows = [
        'id = "acme"',
        'display_name = "Acme"',
        'scheme = "anthropic"',
        'auth_hint = { kind = "none" }',
      ].filter((row) => row.split(" ")[0] !== text.split(" ")[0]);
      return {
        "/home/.config/insomnia/providers.toml": [
          "[[provider]]",
          ...rows,
          text,
        ].join("\n"),
        "/ws/p.json": '{ "model": "acme/a" }',
      };
    },
    commands: CATALOG,
  },
  "models": {
    texts: [
      'id = "$"',
      'provider = "$"',
      'note = "$"',
      'reasoning_efforts = ["$"]',
      'replacement = "$"\nretires = 2026-01-01',
      '"$" = 1',
      "id = $",
    ],
    files: (text) => {
      const rows = ['id = "a"', 'provider = "openai"']
        .filter((row) => row.split(" ")[0] !== text.split(" ")[0]);
      return {
        "/home/.config/insomnia/models.toml": ["[[model]]", ...rows, text]
          .join("\n"),
        "/ws/p.json": '{ "model": "openai/a" }',
      };
    },
    commands: CATALOG,
  },
};

async function shownBy(
  args: readonly string[],
  files: Files,
): Promise<string> {
  const { terminal, out, error } = recordingTerminal();
  const system = memorySystem({
    cwd: "/ws",
    env: { HOME: "/home" },
    files: { "/ws/.git/HEAD": "", "/out/keep": "", ...files },
  });
  const code = await main(args, system, terminal);
  assert.ok(code !== 70, `${args.join(" ")}: ${error()}`);
  return out() + error();
}

for (const [name, { texts, files, commands }] of Object.entries(KINDS)) {
  for (const text of texts) {
    Deno.test(`no secret shows in ${name}: ${text.replaceAll("\n", "; ")}`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...SECRETS),
          fc.constantFrom(...commands),
          async (secret, args) => {
            const [value = secret] = secretsIn(secret);
            const written = files(text.replaceAll("$", () => secret));
            const shown = await shownBy(args, written);
            assert.ok(
              !shown.includes(value),
              `${value} in ${args.join(" ")}\n${shown}`,
            );
          },
        ),
        { numRuns: 25 },
      );
    });
  }
}
