import assert from "node:assert/strict";
import type { JsonValue } from "../../lib/base/json.ts";
import { printFieldPath } from "../../lib/base/field_path.ts";
import { refuseFields } from "../../lib/profile/refuse_fields.ts";
import { REFUSALS } from "../../lib/profile/refusals.ts";
import { SECRET_ROWS } from "./secret_rows.ts";

/** `code path` of each problem. */
function found(raw: JsonValue): string[] {
  return refuseFields(raw).problems.map(({ code, path }) =>
    `${code} ${printFieldPath(path)}`
  );
}

const REFUSED: readonly [JsonValue, string][] = [
  [{ manifest: {} }, "manifest"],
  [{ config: { model: "a/b" } }, "config"],
  [{ pod: { name: "x" } }, "pod"],
  [{ pod: "x" }, "pod"],
  [{ profile: { name: "x" } }, "profile"],
  [{ scope: { allow: [{ target: "/", permission: "write" }] } }, "scope.allow"],
  [{ scope: { intent: "workspace_read", deny: [] } }, "scope.deny"],
  [{ target: "/" }, "target"],
  [{ skills: { directories: ["a"], target: "/" } }, "skills.target"],
  [{ permissions: { rule: [{ target: "x" }] } }, "permissions.rule[0].target"],
  [{ socket: "x" }, "socket"],
  [{ worker: { socket_path: "x" } }, "worker.socket_path"],
  [{ runtime_dir: "x" }, "runtime_dir"],
  [{ session: { session_id: "x" } }, "session.session_id"],
  [{ session: { segment_id: "x" } }, "session.segment_id"],
  [{ active: true }, "active"],
  [{ worker: { callback: "x" } }, "worker.callback"],
  [{ store: "x" }, "store"],
  [{ digest: "sha256:0" }, "digest"],
];

Deno.test("refuseFields refuses each field that comes from elsewhere, once", () => {
  for (const [raw, path] of REFUSED) {
    assert.deepEqual(found(raw), [`not-a-profile-field ${path}`]);
  }
});

Deno.test("refuseFields says what each refused field is, why, and what instead", () => {
  const answers = new Set<string>();
  for (const [raw, path] of REFUSED) {
    const [problem] = refuseFields(raw).problems;
    assert.ok(
      problem!.message.startsWith(
        `\`${path}\` does not belong in a profile: it `,
      ),
    );
    assert.ok(problem!.help);
    answers.add(problem!.message.split(": ")[1]!);
  }
  assert.equal(
    answers.size,
    REFUSALS.length,
    "every row of REFUSALS is tested",
  );
});

Deno.test("refuseFields lets other people's words be names of tools and of nested fields", () => {
  const fine: JsonValue[] = [
    { worker: { tool_output: { per_tool: { store: 100, digest: 5 } } } },
    { model: { config: {} } }, // an unknown field, not a manifest
    { permissions: { allow: [] } },
    { description: "stores the pod's manifest" },
  ];
  for (const raw of fine) assert.deepEqual(found(raw), []);
});

const SECRET_FIELDS: readonly [JsonValue, string][] = [
  [{ model: { auth: { key: "tiger" } } }, "model.auth.key"],
  [
    { model: { auth: { kind: "api_key", token: "tiger" } } },
    "model.auth.token",
  ],
  [{ model: { auth: { value: "tiger" } } }, "model.auth.value"],
  [{ model: { auth: { api_key: "tiger" } } }, "model.auth.api_key"],
  [
    { compaction: { model: { auth: { key: "tiger" } } } },
    "compaction.model.auth.key",
  ],
  [{ api_key: "tiger" }, "api_key"],
  [{ model: { apiKey: "tiger" } }, "model.apiKey"],
  [{ web: { search: { api_key: "tiger" } } }, "web.search.api_key"],
  [{ web: { "X-Api-Key": "tiger" } }, "web.X-Api-Key"],
  [{ token: "tiger" }, "token"],
  [{ github_token: "tiger" }, "github_token"],
  [{ password: "tiger" }, "password"],
  [{ web: { secret: "tiger" } }, "web.secret"],
  [{ client_secret: "tiger" }, "client_secret"],
  [{ secrets: { anthropic: "tiger" } }, "secrets"],
  [{ worker: { access_token: ["tiger"] } }, "worker.access_token"],
];

Deno.test("refuseFields refuses fields for a secret's value, whatever it looks like", () => {
  for (const [raw, path] of SECRET_FIELDS) {
    assert.deepEqual(found(raw), [`secret-value ${path}`]);
    assert.ok(refuseFields(raw).secrets.includes("tiger"));
  }
});

Deno.test("refuseFields takes references and counts for what they are", () => {
  const fine: JsonValue[] = [
    { model: { auth: { kind: "secret_ref", ref: "llm.anthropic.default" } } },
    { model: { auth: { kind: "api_key", env: "MY_API_KEY" } } },
    { model: { auth: { kind: "api_key", file: "keys/anthropic" } } },
    { web: { search: { api_key_env: "BRAVE_SEARCH_API_KEY" } } },
    { web: { search: { api_key_secret: "web/brave/default" } } },
    { worker: { max_tokens: 100 }, compaction: { retained_tokens: 5 } },
    { api_key: { kind: "secret_ref", ref: "a.b" } }, // misplaced, but no value
    { description: "asks for a password, a token and a secret" },
  ];
  for (const raw of fine) assert.deepEqual(found(raw), []);
});

Deno.test("refuseFields finds credentials by form in any string, and never repeats them", () => {
  for (const secret of SECRET_ROWS.flatMap(({ secrets }) => secrets)) {
    const places: [JsonValue, string][] = [
      [{ description: secret }, "description"],
      [{ model: secret }, "model"],
      [{ model: { auth: { kind: "api_key", env: secret } } }, "model.auth.env"],
      [
        { model: { auth: { kind: "secret_ref", ref: secret } } },
        "model.auth.ref",
      ],
      [
        { worker: { stop_sequences: ["x", secret] } },
        "worker.stop_sequences[1]",
      ],
      [{ anything: { deep: [{ down: secret }] } }, "anything.deep[0].down"],
    ];
    for (const [raw, path] of places) {
      const { problems, secrets } = refuseFields(raw);
      assert.deepEqual(found(raw), [`secret-value ${path}`]);
      assert.ok(secrets.includes(secret));
      assert.ok(!holdsPiece(JSON.stringify(problems), secret));
    }
  }
});

Deno.test("refuseFields finds a credential that is a key, and its path does not show it", () => {
  const secret = "AKIAIOSFODNN7EXAMPLE";
  const raw = { worker: { tool_output: { per_tool: { [secret]: 5 } } } };
  const { problems, rest } = refuseFields(raw);
  assert.deepEqual(found(raw), ["secret-value worker.tool_output.per_tool"]);
  assert.ok(!holdsPiece(JSON.stringify([problems, rest]), secret));
  assert.deepEqual(found({ [secret]: 1 }), ["secret-value "]);
});

Deno.test("refuseFields reports a secret inside a refused field as well", () => {
  const raw = {
    pod: { name: "x", token: "tiger", env: ["AKIAIOSFODNN7EXAMPLE"] },
  };
  assert.deepEqual(found(raw), [
    "not-a-profile-field pod",
    "secret-value pod.token",
    "secret-value pod.env[0]",
  ]);
});

const PATH_FIELDS: readonly ((path: string) => [JsonValue, string])[] = [
  (
    path,
  ) => [
    { model: { auth: { kind: "api_key", file: path } } },
    "model.auth.file",
  ],
  (
    path,
  ) => [
    { compaction: { model: { auth: { file: path } } } },
    "compaction.model.auth.file",
  ],
  (
    path,
  ) => [
    { memory: { extract_model: { auth: { file: path } } } },
    "memory.extract_model.auth.file",
  ],
  (
    path,
  ) => [
    { memory: { consolidation_model: { auth: { file: path } } } },
    "memory.consolidation_model.auth.file",
  ],
  (path) => [{ memory: { workspace_root: path } }, "memory.workspace_root"],
  (
    path,
  ) => [{ skills: { directories: ["skills", path] } }, "skills.directories[1]"],
];

Deno.test("refuseFields refuses paths that are bound to one machine", () => {
  const bound: [string, string][] = [
    ["/home/me/key", "is absolute"],
    ["\\\\server\\share", "is absolute"],
    ["C:\\keys", "is absolute"],
    ["c:/keys", "is absolute"],
    ["C:keys", "is absolute"],
    ["file:///keys", "is absolute"],
    ["~", "begins in one person's home directory"],
    ["~/keys", "begins in one person's home directory"],
    ["~me/keys", "begins in one person's home directory"],
    ["..", "leaves the profile's directory"],
    ["../keys", "leaves the profile's directory"],
    ["a/../../keys", "leaves the profile's directory"],
    ["./a\\..\\..\\keys", "leaves the profile's directory"],
  ];
  for (const [path, why] of bound) {
    for (const field of PATH_FIELDS) {
      const [raw, where] = field(path);
      assert.deepEqual(found(raw), [`machine-path ${where}`]);
      assert.match(refuseFields(raw).problems[0]!.message, new RegExp(why));
    }
  }
});

Deno.test("refuseFields takes paths that stay in the profile's directory", () => {
  for (
    const path of [
      ".",
      "skills",
      "./skills/../keys",
      "a/b/../..",
      "a..b",
      "..a/b",
      "$HOME",
    ]
  ) {
    for (const field of PATH_FIELDS) {
      assert.deepEqual(found(field(path)[0]), [], path);
    }
  }
});

Deno.test("refuseFields keeps what belongs, and the numbers of list items", () => {
  const { rest, refused } = refuseFields({
    slug: "x",
    pod: {},
    worker: { stop_sequences: ["a", "AKIAIOSFODNN7EXAMPLE", "b"] },
    skills: { directories: {} },
  });
  assert.equal(
    JSON.stringify(rest),
    `{"slug":"x","worker":{"stop_sequences":["a",null,"b"]},"skills":{"directories":{}}}`,
  );
  assert.deepEqual(refused, [["pod"], ["worker", "stop_sequences", 1]]);
});

Deno.test("refuseFields treats __proto__ as a key", () => {
  const raw = JSON.parse(`{ "__proto__": { "pod": 1 }, "constructor": "x" }`);
  const { rest, problems } = refuseFields(raw);
  assert.deepEqual(Object.keys(rest as object), ["__proto__", "constructor"]);
  assert.deepEqual(problems, []);
});

/** Whether a text holds six characters in a row of the random part of a secret. */
function holdsPiece(text: string, secret: string): boolean {
  const random = secret.match(/(?=[A-Za-z]*[0-9])[A-Za-z0-9]{12,}|hunter2/g) ??
    [];
  return random.some((part) => text.includes(part.slice(-6)));
}
