import assert from "node:assert/strict";
import {
  type Launch,
  validateLaunch,
} from "../../lib/manifest/launch_inputs.ts";

const RIGHT: Launch = {
  podName: "demo",
  workspaceBase: "/ws",
  delegatedScope: [{ target: "/ws", permission: "read", recursive: false }],
};

const ROWS: readonly {
  readonly launch: Record<string, unknown>;
  readonly code?: string;
  readonly message?: string;
}[] = [
  { launch: {} },
  { launch: { podName: "名前 é" } },
  { launch: { podName: "x".repeat(255) } },
  { launch: { workspaceBase: "C:/ws", delegatedScope: undefined } },
  {
    launch: { podName: "" },
    code: "pod-name-invalid",
    message: "`` cannot be the name of a Pod: it is empty",
  },
  {
    launch: { podName: ".." },
    code: "pod-name-invalid",
    message: "`..` cannot be the name of a Pod: it means a directory",
  },
  {
    launch: { podName: "a/b" },
    code: "pod-name-invalid",
    message: "`a/b` cannot be the name of a Pod: it has a `/` in it",
  },
  {
    launch: { podName: "a\u0007" },
    code: "pod-name-invalid",
    message: "`a\u0007` cannot be the name of a Pod: " +
      "it has the control character U+0007 in it",
  },
  {
    launch: { podName: "\ud800" },
    code: "pod-name-invalid",
    message: "`\ud800` cannot be the name of a Pod: it is not valid Unicode",
  },
  {
    launch: { podName: "é".repeat(128) },
    code: "pod-name-invalid",
    message: `\`${"é".repeat(128)}\` cannot be the name of a Pod: ` +
      "it has 256 bytes of UTF-8",
  },
  {
    launch: { podName: undefined },
    code: "pod-name-invalid",
    message: "nothing cannot be the name of a Pod: it is not a string",
  },
  {
    launch: { workspaceBase: "ws" },
    code: "workspace-invalid",
    message: "`ws` cannot be the workspace: an absolute path is required",
  },
  {
    launch: { delegatedScope: [] },
    code: "delegate-invalid",
    message: "cannot delegate this scope: it grants nothing",
  },
  {
    launch: { delegatedScope: "read:/" },
    code: "delegate-invalid",
    message: "cannot delegate this scope: it is not a list of rules",
  },
  {
    launch: {
      delegatedScope: [{ target: "src", permission: "read", recursive: true }],
    },
    code: "delegate-invalid",
    message:
      "cannot delegate this scope: rule 1 needs an absolute path as `target`",
  },
  {
    launch: {
      delegatedScope: [{ target: "/", permission: "admin", recursive: true }],
    },
    code: "delegate-invalid",
    message: "cannot delegate this scope: " +
      "rule 1 needs `read` or `write` as `permission`",
  },
  {
    launch: {
      delegatedScope: [
        RIGHT.delegatedScope![0],
        { target: "/", permission: "read" },
      ],
    },
    code: "delegate-invalid",
    message: "cannot delegate this scope: " +
      "rule 2 needs `true` or `false` as `recursive`",
  },
  {
    launch: { delegatedScope: [{ ...RIGHT.delegatedScope![0], deny: true }] },
    code: "delegate-invalid",
    message: "cannot delegate this scope: rule 1 has an unknown field `deny`",
  },
];

for (const { launch, code, message } of ROWS) {
  const name = JSON.stringify(launch).slice(0, 80);
  Deno.test(`validateLaunch: ${name} ${code ?? "is right"}`, () => {
    const problems = validateLaunch({ ...RIGHT, ...launch } as Launch);
    assert.deepEqual(
      problems.map((problem) => [problem.code, problem.message]),
      code === undefined ? [] : [[code, message]],
    );
  });
}

Deno.test("validateLaunch: all problems at once", () => {
  const launch = { podName: "", workspaceBase: "", delegatedScope: [] };
  assert.equal(validateLaunch(launch).length, 3);
});
