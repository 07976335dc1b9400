import assert from "node:assert/strict";
import { prepareProfile } from "../../../lib/api/pipeline.ts";
import { commandContext } from "../command_context.ts";
import { discoverProfiles } from "../../../lib/registry/discover_profiles.ts";
import { checkIsolated } from "../../../lib/cli/isolation/check_isolated.ts";
import { finishCheck } from "../../../lib/cli/isolation/finish_check.ts";
import type { CheckPlace } from "../../../lib/cli/isolation/worker_pool.ts";
import { delegatingSystem } from "../../../lib/system/delegating_system.ts";
import { memorySystem } from "../../../lib/system/memory_system.ts";

/** What a worker's answer needs to arrive, and a timer: a turn of the event loop. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Checks 200 profiles with a worker that answers a turn later. */
async function checkBesideWorker(
  { writesAfterwards, ready = turn() }: {
    readonly writesAfterwards: boolean;
    readonly ready?: Promise<void>;
  },
  onRead: (name: string) => void,
  onChecked: () => void = () => {},
): Promise<{ readonly batchesOfWorker: number }> {
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
  let batchesOfWorker = 0;
  const place: CheckPlace = {
    ready,
    async check(profiles, options) {
      batchesOfWorker++;
      await turn();
      return await Promise.all(
        profiles.map((profile) => finishCheck(profile, options)),
      );
    },
  };
  const registry = await discoverProfiles({ system, workspace: "/ws" });
  const results = await checkIsolated(
    names.map((path) => ({
      name: path,
      options: {
        system,
        registry,
        workspace: "/ws",
        podName: "x",
        selector: { kind: "path", path },
      },
    })),
    commandContext(["check"], system),
    {
      pool: { places: [place, place], ready: place.ready, close() {} },
      writesAfterwards,
      withDigests: false,
      onRead,
      onChecked,
    },
  );
  assert.ok(results.every(({ exitCode }) => exitCode === 0));
  return { batchesOfWorker };
}

Deno.test("checkIsolated: workers have their first answers before all is read", async () => {
  const events: string[] = [];
  await checkBesideWorker(
    { writesAfterwards: true },
    () => events.push("read"),
    () => events.push("checked"),
  );
  assert.ok(events.indexOf("checked") < events.lastIndexOf("read"));
});

Deno.test("checkIsolated: workers have their next work while this process checks", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { batchesOfWorker } = await checkBesideWorker(
    { writesAfterwards: false, ready: promise },
    (name) => name === "/ws/p199.json" && resolve(),
  );
  // Of seven; four of them are asked for before this process begins.
  assert.ok(batchesOfWorker > 4, `${batchesOfWorker}`);
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
