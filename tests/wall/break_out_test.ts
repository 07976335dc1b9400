import assert from "node:assert/strict";
import { PERMISSION_FLAGS } from "../../scripts/compile.ts";
import { NO_WALL } from "./hostile_copy.ts";
import {
  type HostileRun,
  type Outcome,
  prepareHostile,
  runHostile,
  tellsSecret,
} from "./hostile_world.ts";
import { startListener } from "./listener.ts";

/** Started with everything: what holds then is the wall itself. */
const EVERY_PERMISSION = ["-q", "-A", "--no-prompt"];

/** A listener's path counts as success whatever the code was told. */
function successes(run: HostileRun): string[] {
  const said = run.reports.flat().filter(({ succeeded }) => succeeded);
  return [
    ...said.map(({ name, said }) => `${name}: ${said}`),
    ...run.paths.map((path) => `reached ${path}`),
    ...run.traces.map((trace) => `changed ${trace}`),
  ];
}

function holds(run: HostileRun, attacked: number): void {
  assert.equal(run.reports.length, attacked, run.error);
  for (const report of run.reports) assert.ok(report.length > 60);
  assert.deepEqual(successes(run), []);
  assert.equal(tellsSecret(run), false);
}

/** Every command that evaluates a profile; `attacked` counts the threads in which the code ran. */
const ROWS: readonly {
  readonly name: string;
  readonly args: readonly string[];
  readonly code: number;
  readonly evaluation?: number;
  readonly attacked?: number;
  readonly flags?: readonly string[];
  readonly needsPackages?: boolean;
}[] = [
  { name: "resolve", args: ["./coder.lua"], code: 0 },
  {
    name: "resolve --out",
    args: ["./coder.lua", "--out", "pod.json"],
    code: 0,
  },
  { name: "check", args: ["check", "./coder.lua"], code: 0 },
  { name: "eval", args: ["eval", "coder.lua"], code: 0 },
  {
    name: "resolve, where an error is thrown",
    args: ["./noisy.lua"],
    code: 1,
  },
  {
    name: "resolve, when a broken profile is evaluated again",
    args: ["./broken.lua"],
    code: 1,
    evaluation: 2,
    needsPackages: true,
  },
  {
    name: "resolve --out, with both evaluations of a broken profile",
    args: ["./broken.lua", "--out", "pod.json"],
    code: 1,
    attacked: 2,
    needsPackages: true,
  },
  {
    // Those of one batch are evaluated in one turn, and count as one.
    name: "check, in the evaluation of a later batch of profiles",
    args: ["check", "./many"],
    code: 0,
    evaluation: 2,
    needsPackages: true,
  },
  {
    name: "resolve, started with every permission",
    args: ["./coder.lua"],
    code: 0,
    flags: [...EVERY_PERMISSION, "--cached-only"],
  },
  {
    name: "resolve --out, started with every permission",
    args: ["./coder.lua", "--out", "pod.json"],
    code: 0,
    flags: [...EVERY_PERMISSION, "--cached-only"],
  },
];

const EMBEDDER = `
  import { denoSystem, resolveProfile } from "./mod.ts";
  const { manifest } = await resolveProfile({
    selector: "./coder.lua",
    podName: "demo",
    workspace: Deno.cwd(),
    system: denoSystem(),
    wall: "worker",
  });
  console.log(manifest.pod.name);
  // The host keeps its rights.
  Deno.readTextFileSync("coder.lua");
`;

for (const { name, args, code, attacked = 1, ...options } of ROWS) {
  Deno.test(`wall: whoever breaks out of the machine reaches nothing: ${name}`, async () => {
    await using listener = startListener();
    const run = await runHostile(args, listener, options);
    holds(run, attacked);
    assert.equal(run.code, code, run.error);
  });
}

Deno.test("wall: whoever breaks out reaches nothing: the bundle that executables are made of", async () => {
  await using listener = startListener();
  const run = await prepareHostile(listener, {
    bundled: true,
    flags: [...PERMISSION_FLAGS, "-q", "--unstable-worker-options", "--no-npm"],
  });
  for (const more of [[], ["--out", "pod.json"]]) {
    const bundled = await run(["./coder.lua", ...more]);
    holds(bundled, 1);
    assert.equal(bundled.code, 0, bundled.error);
  }
});

Deno.test("wall: the library's worker reaches nothing, and its host keeps its rights", async () => {
  await using listener = startListener();
  const run = await runHostile([], listener, {
    embedder: EMBEDDER,
    flags: [...EVERY_PERMISSION, "--cached-only"],
    needsPackages: true,
  });
  holds(run, 1);
  assert.deepEqual([run.code, run.out], [0, "demo\n"], run.error);
});

/** What only the listener can tell: its answer is no package, no socket. */
const SEEN_BY_LISTENER: Readonly<Record<string, string>> = {
  "connect: WebSocket": "/websocket",
  "connect: import a package": "/wall-npm",
  "connect: import a package by a module of data": "/wall-npm-data",
  "connect: import a package of JSR": "/@wall/jsr/meta.json",
  "worker: imports a package": "/wall-npm-worker",
};

for (
  const [name, args] of [
    ["process", ["./coder.lua"]],
    ["worker", ["./coder.lua", "--out", "pod.json"]],
  ] as const
) {
  Deno.test(`wall: without it every attack succeeds, so the tests above can fail: ${name}`, async () => {
    await using listener = startListener();
    const run = await runHostile(args, listener, {
      changes: [NO_WALL],
      flags: EVERY_PERMISSION,
    });
    const [report] = run.reports as readonly [readonly Outcome[]];
    const failed = report.filter(({ name, succeeded }) => {
      const path = SEEN_BY_LISTENER[name];
      return !succeeded && !(path && run.paths.includes(path));
    });
    assert.deepEqual(failed, []);
    assert.equal(tellsSecret(run), true);
    assert.ok(run.traces.length > 10);
  });
}
