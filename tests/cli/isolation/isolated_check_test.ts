import assert from "node:assert/strict";
import { prepareProfile } from "../../../lib/api/pipeline.ts";
import { commandContext } from "../command_context.ts";
import { discoverProfiles } from "../../../lib/registry/discover_profiles.ts";
import {
  type CheckRequest,
  IsolatedCheck,
} from "../../../lib/cli/isolation/isolated_check.ts";
import { finishCheck } from "../../../lib/cli/isolation/finish_check.ts";
import type { CheckPlace } from "../../../lib/cli/isolation/worker_pool.ts";
import { delegatingSystem } from "../../../lib/system/delegating_system.ts";
import { memorySystem } from "../../../lib/system/memory_system.ts";

/** What a worker's answer needs to arrive, and a timer: a turn of the event loop. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** 200 profiles, and a worker that answers a turn later. */
async function beside(
  { writesAfterwards, ready = turn(), ...told }: {
    readonly writesAfterwards: boolean;
    readonly ready?: Promise<void>;
    readonly workers?: number;
    readonly onRead?: (name: string) => void;
    readonly onChecked?: (done: number, of: number) => void;
  },
) {
  const names = Array.from({ length: 200 }, (_, at) => `/ws/p${at}.json`);
  const system = delegatingSystem(
    memorySystem({
      cwd: "/ws",
      files: Object.fromEntries(
        names.map((name) => [name, `{"model": "codex-oauth/gpt-5.5"}`]),
      ),
    }),
    { wait: turn },
  );
  const byWorker: string[] = [];
  const place: CheckPlace = {
    ready,
    async check(profiles, options) {
      for (const { source } of profiles) byWorker.push(source.path);
      await turn();
      return await Promise.all(
        profiles.map((profile) => finishCheck(profile, options)),
      );
    },
  };
  const registry = await discoverProfiles({ system, workspace: "/ws" });
  const check = new IsolatedCheck(commandContext(["check"], system), {
    workersFor: () => told.workers ?? 1,
    writesAfterwards,
    withDigests: false,
    startWorkers: () => ({ places: [place, place], ready, close() {} }),
    ...told,
  });
  const requests = names.map((path): CheckRequest => ({
    name: path,
    options: {
      system,
      registry,
      workspace: "/ws",
      podName: "x",
      selector: { kind: "path", path },
    },
  }));
  return { check, requests, byWorker };
}

Deno.test("IsolatedCheck.finish: workers have their first answers before all is read", async () => {
  const events: string[] = [];
  const { check, requests } = await beside({
    writesAfterwards: true,
    onRead: () => events.push("read"),
    onChecked: () => events.push("checked"),
  });
  const results = await check.finish(requests);
  assert.ok(results.every(({ exitCode }) => exitCode === 0));
  assert.ok(events.indexOf("checked") < events.lastIndexOf("read"));
});

Deno.test("IsolatedCheck.finish: workers have their next work while this process checks", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { check, requests, byWorker } = await beside({
    writesAfterwards: false,
    ready: promise,
    onRead: (name) => name === "/ws/p199.json" && resolve(),
  });
  await check.finish(requests);
  // Of seven batches; four are asked for before this process begins.
  assert.ok(byWorker.length > 4 * 32, `${byWorker.length}`);
});

Deno.test("IsolatedCheck.offer: a worker that has nothing to do begins early, and nothing is done twice", async () => {
  const read: string[] = [];
  const progress: string[] = [];
  const { check, requests, byWorker } = await beside({
    writesAfterwards: true,
    onRead: (name) => read.push(name),
    onChecked: (done, of) => progress.push(`${done}/${of}`),
  });
  check.expect(requests.length);
  for (const request of requests) await check.offer(request);
  const early = [...byWorker];
  assert.equal(early[0], "/ws/p0.json");
  // In the end the first turns out to be a module.
  const asked = requests.slice(1);
  const results = await check.finish(asked);
  assert.equal(results.length, 199);
  assert.ok(results.every(({ exitCode }) => exitCode === 0));
  assert.equal(read.length, 200);
  assert.deepEqual(new Set(byWorker), new Set(read));
  assert.equal(byWorker.length, 200);
  assert.equal(progress.at(-1), "199/199");
});

Deno.test("IsolatedCheck.offer: is not read while workers have enough to do, or without any", async () => {
  for (const workers of [0, 1]) {
    const read: string[] = [];
    const { check, requests } = await beside({
      writesAfterwards: false,
      workers,
      // It is not ready before all is read.
      ready: new Promise(() => {}),
      onRead: (name) => read.push(name),
    });
    check.expect(requests.length);
    for (const request of requests) await check.offer(request);
    assert.equal(read.length, workers * 32);
  }
});

Deno.test("finishCheck: a digest only where it is asked for, and all else the same", async () => {
  const prepared = await prepareProfile({
    selector: "./a.lua",
    podName: "x",
    workspace: "/ws",
    system: memorySystem({
      cwd: "/ws",
      files: {
        "/ws/a.lua": `return require("b")`,
        "/ws/b.lua": `print("hi") return { model = "codex-oauth/gpt-5.5" }`,
      },
    }),
  });
  const { digest, ...others } = await finishCheck(prepared, {
    withDigests: true,
  });
  assert.match(digest!, /^sha256:/);
  assert.deepEqual(others.modules, ["/ws/b.lua"]);
  assert.equal(others.diagnostics.length, 1);
  assert.deepEqual(
    await finishCheck(prepared, { withDigests: false }),
    others,
  );
});
