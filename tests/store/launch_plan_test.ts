import assert from "node:assert/strict";
import { podFolder } from "../../lib/store/pod_folder.ts";
import { type LaunchFacts, planLaunch } from "../../lib/store/launch_plan.ts";
import { shellWord } from "../../lib/store/shell_word.ts";
import { refusal } from "./store_world.ts";
import { BASE } from "../manifest/compare/base_manifest.ts";

const FACTS: LaunchFacts = {
  folder: podFolder("/data", "demo"),
  manifest: BASE,
  conversation: "none",
  workspace: "/ws",
  folders: ["/ws"],
};
const POD = "/data/pods/demo";
const read = (target: string) =>
  ({ target, permission: "read", recursive: true }) as const;
const several = (...allow: ReturnType<typeof read>[]) => ({
  notCarried: "several scope rules" as const,
  manifest: { ...BASE, scope: { allow, deny: [] } },
  folders: allow.map(({ target }) => target),
});

for (
  const [what, facts, expected] of [
    [
      "a first start",
      {},
      `cd -- /ws && insomnia-pod --profile=${POD}/launch.lua --profile-pod-name=demo`,
    ],
    [
      "stopped before its first turn",
      { conversation: "pending" },
      `cd -- /ws && insomnia-pod --profile=${POD}/launch.lua --profile-pod-name=demo`,
    ],
    [
      "a conversation",
      { conversation: "there" },
      `cd -- /ws && insomnia-pod --manifest=${POD}/launch.toml --pod=demo --require-pod-state`,
    ],
    [
      "several rules, in the workspace",
      several(read("/ws/a"), read("/ws")),
      `(cd -- /ws && insomnia-pod --manifest=${POD}/launch.toml); insomnia-profile pod launch demo --settle`,
    ],
    [
      "several rules, the workspace out of reach",
      several(read("/ws/a"), read("/ws/b")),
      `(cd -- /ws/a && insomnia-pod --manifest=${POD}/launch.toml); insomnia-profile pod launch demo --settle`,
    ],
    [
      "several rules, restored",
      { ...several(read("/ws/b"), read("/ws/a")), conversation: "there" },
      `cd -- /ws/b && insomnia-pod --manifest=${POD}/launch.toml --pod=demo --require-pod-state`,
    ],
    [
      "one delegated folder",
      { manifest: { ...BASE, scope: { allow: [read("/ws/src")], deny: [] } } },
      `cd -- /ws/src && insomnia-pod --profile=${POD}/launch.lua --profile-pod-name=demo`,
    ],
    [
      "a name with a dash first",
      { folder: podFolder("/data", "-x"), ...several(read("/ws"), read("/b")) },
      `(cd -- /ws && insomnia-pod --manifest=/data/pods/-x/launch.toml); insomnia-profile pod launch --settle -- -x`,
    ],
    [
      "an adopted Pod",
      { workspace: undefined, ...several(read("/a"), read("/b")) },
      `(cd -- /a && insomnia-pod --manifest=${POD}/launch.toml); insomnia-profile pod launch demo --settle`,
    ],
  ] as readonly (readonly [string, Partial<LaunchFacts>, string])[]
) {
  Deno.test(`planLaunch: ${what}`, () => {
    assert.equal(planLaunch({ ...FACTS, ...facts }).command, expected);
  });
}

Deno.test("planLaunch: no folder that can be read is an error", async () => {
  const facts = { ...FACTS, ...several(), folders: [], workspace: "/else" };
  // deno-lint-ignore require-await -- what it throws is a rejection
  const { code } = await refusal((async () => planLaunch(facts))());
  assert.equal(code, "pod-unstartable");
});

Deno.test("shellWord: a POSIX shell reads it as it is", {
  ignore: Deno.build.os === "windows",
}, async () => {
  const words = [
    "",
    "plain/path.txt",
    "a b",
    "it's",
    "'",
    'a"b',
    "$HOME `id` $(id)",
    "日本",
    "~/x",
    "-x",
    "a\nb",
    "*?[a]{b,c}",
    "!x #y & ; | < >",
    "\\",
  ];
  const { stdout } = await new Deno.Command("/bin/sh", {
    args: ["-c", `printf '%s\\0' ${words.map(shellWord).join(" ")}`],
  }).output();
  const seen = new TextDecoder().decode(stdout).split("\0").slice(0, -1);
  assert.deepEqual(seen, words);
});
