// deno-lint-ignore-file no-sync-fn-in-async-fn -- tests look at their files as they go
import assert from "node:assert/strict";
import { hasLocks } from "./executable_locks.ts";
import { main } from "../../lib/cli/main.ts";
import type { System } from "../../lib/system/system.ts";
import type { Terminal } from "../../lib/system/terminal.ts";
import { readText, storeWorld, writeText } from "../store/store_world.ts";
import { recordingTerminal } from "./recording_terminal.ts";
import { folderWith, type Run, runCli } from "./run_cli.ts";

/** Needs a runtime that locks files. */
const LOCKS = { ignore: !hasLocks() };

const profile = (turns: number, more = "") =>
  `return { model = "anthropic/claude-haiku-4-5", worker = { max_turns = ${turns} }${more} }`;

/** A home directory with a workspace, and this program in it. */
function worldOf(): {
  readonly home: string;
  readonly run: (...args: readonly string[]) => Promise<Run>;
} {
  const home = folderWith({
    "ws/coder.lua": profile(10),
    "ws/src/a.ts": "",
    "ws/docs/a.md": "",
  });
  return {
    home,
    run: (...args) => runCli(args, { cwd: `${home}/ws`, env: { HOME: home } }),
  };
}

Deno.test(
  "cli pod: from create to remove, as processes of their own",
  LOCKS,
  async () => {
    const { home, run } = worldOf();
    const pod = `${home}/.insomnia/pods/demo`;
    const command =
      `cd -- ${home}/ws && insomnia-pod --profile=${pod}/launch.lua --profile-pod-name=demo\n`;
    const made = await run(
      "pod",
      "create",
      "./coder.lua",
      "--pod-name",
      "demo",
    );
    assert.deepEqual(made, { code: 0, out: command, error: "" });
    const again = await run(
      "pod",
      "create",
      "./coder.lua",
      "--pod-name",
      "demo",
    );
    assert.equal(again.code, 6);
    assert.match(
      again.error,
      /error\[pod-exists\]: there is a Pod `demo` already/,
    );

    const resolved = await run("./coder.lua", "--pod-name", "demo");
    const resumed = await run("pod", "resume", "demo");
    assert.deepEqual(resumed, resolved);
    const listed = JSON.parse(
      (await run("pod", "list", "--format", "json")).out,
    );
    assert.deepEqual(listed.pods.map((p: { name: string }) => p.name), [
      "demo",
    ]);
    const shown = JSON.parse(
      (await run("pod", "show", "demo", "--format", "json")).out,
    );
    assert.equal(shown.launch.selector, "./coder.lua");
    assert.equal(shown.runtime, "same");
    assert.equal((await run("pod", "launch", "demo")).out, command);
    assert.equal((await run("pod", "launch", "demo", "--settle")).out, "");

    assert.deepEqual(await run("pod", "diff", "demo"), {
      code: 0,
      out: "",
      error: "",
    });
    await Deno.writeTextFile(`${home}/ws/coder.lua`, profile(20));
    const diff = await run("pod", "diff", "demo");
    assert.equal(diff.code, 1);
    assert.match(diff.out, /^cost {2}worker\.max_turns: 10 -> 20\n/);
    assert.match(
      diff.error,
      /note\[pod-drift\]: `coder\.lua` has changed since/,
    );
    assert.equal((await run("pod", "resume", "demo")).out, resumed.out);
    const drift = await run("pod", "resume", "demo", "--drift");
    assert.equal(drift.out, resumed.out);
    assert.match(drift.error, /note\[pod-drift\]/);

    const refused = await run("pod", "reresolve", "demo");
    assert.equal(refused.code, 1);
    assert.match(refused.error, /worker\.max_turns: 10 -> 20/);
    const agreed = await run("pod", "reresolve", "demo", "--yes");
    assert.equal(agreed.code, 0);
    assert.equal(agreed.out, "demo: 1 changed\n");
    await Deno.writeTextFile(
      `${home}/ws/coder.lua`,
      profile(20, ", web = { enabled = true }"),
    );
    const wider = await run("pod", "reresolve", "demo", "--yes");
    assert.equal(wider.code, 1);
    assert.match(wider.error, /add `--accept widening` to `--yes`/);
    const accepted = await run(
      "pod",
      "reresolve",
      "demo",
      "--yes",
      "--accept",
      "widening",
    );
    assert.equal(accepted.code, 0);
    const history = Array.from(Deno.readDirSync(`${pod}/history`));
    assert.equal(history.length, 2);

    const kept = await run("pod", "remove", "demo");
    assert.equal(kept.code, 1);
    assert.equal((await run("pod", "remove", "demo", "--yes")).code, 0);
    const gone = await run("pod", "resume", "demo");
    assert.equal(gone.code, 6);
    assert.match(gone.error, /error\[pod-unknown\]/);
  },
);

Deno.test("cli inherit: a child's manifest, to be stored", LOCKS, async () => {
  const { home, run } = worldOf();
  await run("pod", "create", "./coder.lua", "--pod-name", "demo");
  const flags = ["inherit", "--from", "demo", "--pod-name", "kid"];
  const child = await run(
    ...flags,
    "--delegate",
    "read:docs",
    "--out",
    "kid.json",
  );
  assert.deepEqual(child, { code: 0, out: "", error: "" });
  const { pod, scope } = JSON.parse(
    await Deno.readTextFile(`${home}/ws/kid.json`),
  );
  assert.equal(pod.name, "kid");
  assert.equal(scope.allow[0].target, `${home}/ws/docs`);
  const stored = await run(
    "pod",
    "create",
    "--manifest",
    "kid.json",
    "--pod-name",
    "kid",
  );
  assert.equal(stored.code, 0, stored.error);
  assert.match(stored.out, /^cd -- .*\/ws\/docs && insomnia-pod --profile=/);
  const more = await run(...flags, "--delegate", "write:/");
  assert.equal(more.code, 1);
  assert.match(more.error, /error\[scope-exceeded\]/);
  const missing = await run(...flags);
  assert.equal(missing.code, 2);
  assert.match(missing.error, /`inherit` needs `--delegate`/);
});

for (
  const [args, code, expected] of [
    [["pod"], 2, /`pod` needs a command[^]*create, launch/],
    [
      ["pod", "lunch", "x"],
      2,
      /unknown command: `pod lunch`[^]*did you mean `launch`/,
    ],
    [["pod", "resume"], 2, /`pod resume` needs NAME/],
    [
      ["pod", "resume", "a", "b"],
      2,
      /`pod resume` takes one NAME: `b` is too much/,
    ],
    [
      ["pod", "resume", "a", "--profile", "x"],
      2,
      /error\[flag-conflict\]: `pod resume` cannot be given together with `--profile`/,
    ],
    [
      ["pod", "create", "x", "--manifest", "y"],
      2,
      /`--manifest` cannot be given together with `x`/,
    ],
    [
      ["pod", "reresolve", "a", "--accept", "all"],
      2,
      /`--accept` cannot be `all`/,
    ],
    [["pod", "show", "a/b"], 2, /error\[pod-name-invalid\]/],
    [["pod", "list", "--strict"], 2, /`pod list` does not take `--strict`/],
  ] as const
) {
  Deno.test(`cli pod: ${args.join(" ")}`, async () => {
    const terminal = recordingTerminal();
    assert.equal(await main(args, storeWorld(), terminal.terminal), code);
    assert.match(terminal.error(), expected);
  });
}

/** A terminal at which somebody answers. */
function answering(answer: string | undefined): {
  readonly terminal: Terminal;
  readonly out: () => string;
  readonly error: () => string;
} {
  const recorded = recordingTerminal({ error: { isTerminal: true } });
  return {
    ...recorded,
    terminal: {
      ...recorded.terminal,
      input: {
        isTerminal: true,
        setRaw: () => {},
        read: () =>
          Promise.resolve(
            answer === undefined
              ? undefined
              : new TextEncoder().encode(`${answer}\n`),
          ),
      },
    },
  };
}

async function createdIn(system: System): Promise<void> {
  const { terminal, error } = recordingTerminal();
  const args = ["pod", "create", "builtin:reviewer", "--pod-name", "demo"];
  assert.equal(await main(args, system, terminal), 0, error());
}

for (
  const [answer, isAgreed] of [
    ["y", true],
    ["YES", true],
    ["", false],
    ["n", false],
    ["yesterday", false],
    [undefined, false],
  ] as const
) {
  Deno.test(`cli pod on a terminal: ${JSON.stringify(answer)} is ${isAgreed ? "a yes" : "a no"}`, async () => {
    const system = storeWorld();
    await createdIn(system);
    const asked = answering(answer);
    const args = ["pod", "reresolve", "demo", "--profile", "builtin:coder"];
    const code = await main(args, system, asked.terminal);
    assert.equal(code, isAgreed ? 0 : 1, asked.error());
    assert.match(
      asked.error(),
      /scope\.allow\[0\]\.permission: "read" -> "write"/,
    );
    assert.match(
      asked.error(),
      /the Pod demo could do MORE than before: .*\[y\/N\]/,
    );
    const snapshot = JSON.parse(
      await readText(
        system,
        "/home/ada/.insomnia/pods/demo/profile-snapshot.json",
      ),
    );
    assert.equal(
      snapshot.manifest.scope.allow[0].permission,
      isAgreed ? "write" : "read",
    );

    const removal = answering(answer);
    const removed = await main(
      ["pod", "remove", "demo"],
      system,
      removal.terminal,
    );
    assert.equal(removed, isAgreed ? 0 : 1);
    assert.match(
      removal.error(),
      /remove the Pod demo with its history for good\? \[y\/N\]/,
    );
  });
}

Deno.test("cli pod launch: shows what the runtime has before it asks", async () => {
  const system = storeWorld();
  await createdIn(system);
  const file = "/home/ada/.insomnia/pods/demo/metadata.json";
  const metadata = JSON.parse(await readText(system, file));
  metadata.resolved_manifest_snapshot.worker.max_turns = 3;
  await writeText(system, file, JSON.stringify(metadata));
  const quiet = recordingTerminal();
  assert.equal(
    await main(["pod", "launch", "demo"], system, quiet.terminal),
    1,
  );
  assert.equal(quiet.out(), "");
  assert.match(quiet.error(), /worker\.max_turns: 3 -> \(none\)/);
  const asked = answering("y");
  assert.equal(
    await main(["pod", "launch", "demo"], system, asked.terminal),
    0,
  );
  assert.match(asked.out(), /^cd -- /);
  const shown = recordingTerminal();
  await main(["pod", "show", "demo"], system, shown.terminal);
  assert.equal(shown.error(), "");
});

Deno.test("cli __complete: words of pod, and names of Pods", async () => {
  const system = storeWorld();
  await createdIn(system);
  const complete = async (...words: string[]) => {
    const { terminal, out } = recordingTerminal();
    await main(["__complete", ...words], system, terminal);
    return out().split("\n").map((line) => line.split("\t")[0]);
  };
  assert((await complete("=po")).includes("pod"));
  assert.deepEqual(await complete("pod", "=re"), [
    "resume",
    "reresolve",
    "remove",
    "",
  ]);
  assert.deepEqual(await complete("pod", "resume", "="), ["demo", ""]);
  assert.deepEqual(await complete("inherit", "--from", "=d"), ["demo", ""]);
});
