import assert from "node:assert/strict";
import { PodStore } from "../../lib/api/pod_store.ts";
import { runtimeSnapshot } from "../../lib/store/pod_metadata.ts";
import { saysTheSame } from "../../lib/store/says_the_same.ts";
import { findStoredPod } from "../../lib/store/stored_pod.ts";
import { denoSystem } from "../../lib/system/deno_system.ts";
import { createPod } from "../../lib/store/create_pod.ts";
import { printJson } from "../../lib/base/print_json.ts";
import type { System } from "../../lib/system/system.ts";
import { DATA, refusal, storeWorld } from "./store_world.ts";
import { variant } from "./snapshots.ts";

const WRITERS = 20;
/** Of all together: each had its turns, and met the others. */
const WRITES = 200;

Deno.test(
  `${WRITERS} processes that write one Pod at once: nothing lost, nothing mixed`,
  {
    ignore: Deno.build.os === "windows",
  },
  async () => {
    const root = await Deno.realPath(await Deno.makeTempDir());
    const script = new URL("./crash_writer.ts", import.meta.url).pathname;
    const children = Array.from(
      { length: WRITERS },
      () =>
        new Deno.Command(Deno.execPath(), {
          args: ["run", "-q", "-A", "--no-check", script, root],
          stdout: "piped",
          stderr: "piped",
        }).spawn(),
    );
    try {
      let told = 0;
      const begun = new Set<number>();
      const enough = Promise.withResolvers<void>();
      const listening = children.map(async ({ stdout }, index) => {
        for await (const { length } of stdout) {
          told += length;
          begun.add(index);
          if (begun.size === WRITERS && told >= WRITERS + WRITES) {
            enough.resolve();
          }
        }
      });
      await Promise.race([enough.promise, ...listening]);
      for (const child of children) child.kill("SIGTERM");
      for (const child of children) {
        const { signal } = await child.status;
        const said = await new Response(child.stderr).text();
        assert.equal(signal, "SIGTERM", said);
        assert.equal(said, "");
      }
      await Promise.all(listening);
      const location = {
        system: denoSystem(),
        dataDirectory: root,
        runtimeDirectory: `${root}/run`,
      };
      const pod = await findStoredPod(location, "demo");
      if (pod) {
        const number = pod.snapshot!.manifest.worker.max_turns! - 1;
        assert.equal(
          pod.snapshot!.digest,
          (await variant("demo", number)).digest,
        );
      }
      // Every archived Pod is whole, too.
      let found = pod ? 1 : 0;
      await Deno.mkdir(`${root}/archive`, { recursive: true });
      for await (const { name } of Deno.readDir(`${root}/archive`)) {
        const text = await Deno.readTextFile(
          `${root}/archive/${name}/profile-snapshot.json`,
        );
        const { digest, manifest } = JSON.parse(text);
        const number = manifest.worker.max_turns - 1;
        assert.equal(digest, (await variant("demo", number)).digest);
        found++;
      }
      assert(found > 0, "nobody got to write");
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
);

Deno.test(`${WRITERS} creators of one Pod: one wins, the others are told`, async () => {
  const root = await Deno.realPath(await Deno.makeTempDir());
  try {
    const location = {
      system: denoSystem(),
      dataDirectory: root,
      runtimeDirectory: `${root}/run`,
    };
    const answers = await Promise.all(
      Array.from(
        { length: WRITERS },
        async (_, n) =>
          await refusal(createPod(location, await variant("demo", n))),
      ),
    );
    const codes = answers.map(({ code }) => code).sort();
    assert.deepEqual(codes, [
      "nothing",
      ...Array.from({ length: WRITERS - 1 }, () => "pod-exists"),
    ]);
    const pod = await findStoredPod(location, "demo");
    assert(
      await saysTheSame(
        pod!.snapshot!.manifest,
        runtimeSnapshot(pod!.metadata)!,
      ),
    );
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("PodStore.list reads one file of each Pod, and asks nothing else of it", async () => {
  const text = printJson(await variant("demo", 0));
  const questionsFor = async (pods: number) => {
    const world = storeWorld({
      files: Object.fromEntries(
        Array.from({ length: pods }, (_, n) => [
          `${DATA}/pods/pod-${1000 + n}/profile-snapshot.json`,
          text,
        ]),
      ),
    });
    let questions = 0;
    const system = new Proxy(world, {
      get(target, name: keyof System) {
        questions++;
        return (target[name] as () => unknown).bind(target);
      },
    });
    const entries = await new PodStore({ system }).list();
    assert.deepEqual(
      entries.map(({ name, state }) => `${name} ${state}`),
      Array.from({ length: pods }, (_, n) => `pod-${1000 + n} created`),
    );
    return questions;
  };
  const few = await questionsFor(10);
  assert.equal(await questionsFor(1000), few + 990);
});
