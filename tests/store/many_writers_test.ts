// deno-lint-ignore-file no-sync-fn-in-async-fn -- thousands of files are faster made so
import assert from "node:assert/strict";
import { PodStore } from "../../lib/api/pod_store.ts";
import { runtimeSnapshot } from "../../lib/store/pod_metadata.ts";
import { saysTheSame } from "../../lib/store/says_the_same.ts";
import { findStoredPod } from "../../lib/store/stored_pod.ts";
import { denoSystem } from "../../lib/system/deno_system.ts";
import { createPod } from "../../lib/store/create_pod.ts";
import { refusal } from "./store_world.ts";
import { variant } from "./snapshots.ts";

const WRITERS = 20;
const LIFE_MS = 1500;

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
      const readers = children.map((child) => child.stdout.getReader());
      await Promise.all(readers.map((reader) => reader.read()));
      await new Promise((resolve) => setTimeout(resolve, LIFE_MS));
      for (const child of children) child.kill("SIGTERM");
      for (const [index, child] of children.entries()) {
        const { signal } = await child.status;
        const said = await new Response(child.stderr).text();
        assert.equal(signal, "SIGTERM", said);
        assert.equal(said, "");
        await readers[index]!.cancel();
      }
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

const MANY = 10_000;
/**
 * The promise is a second, on a machine that does nothing else. Here it is held
 * against what it takes to read the same files and no more.
 */
const MOST_TIMES_A_READ = 4;

Deno.test(`PodStore.list: ${MANY} Pods`, async () => {
  const root = await Deno.realPath(await Deno.makeTempDir());
  try {
    const { printJson } = await import("../../lib/base/print_json.ts");
    const snapshot = await variant("demo", 0);
    const small = {
      ...snapshot,
      manifest: {
        ...snapshot.manifest,
        worker: { ...snapshot.manifest.worker, language: "x".repeat(3000) },
      },
    };
    for (let n = 0; n < MANY; n++) {
      const folder = `${root}/pods/pod-${String(n).padStart(5, "0")}`;
      Deno.mkdirSync(folder, { recursive: true });
      Deno.writeTextFileSync(
        `${folder}/profile-snapshot.json`,
        printJson(small),
      );
    }
    const store = new PodStore({ system: denoSystem(), dataDirectory: root });
    let [reading, listing] = [Infinity, Infinity];
    let entries: Awaited<ReturnType<PodStore["list"]>> = [];
    // The best of a few: what else the machine does is not the list's.
    for (let times = 0; times < 3; times++) {
      const start = performance.now();
      for (const { name } of Deno.readDirSync(`${root}/pods`)) {
        const file = `${root}/pods/${name}/profile-snapshot.json`;
        JSON.parse(Deno.readTextFileSync(file));
      }
      const middle = performance.now();
      entries = await store.list();
      reading = Math.min(reading, middle - start);
      listing = Math.min(listing, performance.now() - middle);
    }
    assert.equal(entries.length, MANY);
    assert.equal(entries[17]?.name, "pod-00017");
    assert(
      listing < MOST_TIMES_A_READ * reading,
      `${listing} ms, ${reading} ms`,
    );
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
