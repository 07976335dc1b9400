import assert from "node:assert/strict";
import { failure } from "../../lib/base/profile_error.ts";
import { launchPod } from "../../lib/store/launch_pod.ts";
import { runtimeSnapshot } from "../../lib/store/pod_metadata.ts";
import { saysTheSame } from "../../lib/store/says_the_same.ts";
import { findStoredPod } from "../../lib/store/stored_pod.ts";
import type { StoreLocation } from "../../lib/store/store_location.ts";
import { denoSystem } from "../../lib/system/deno_system.ts";
import { variant, VARIANTS } from "./snapshots.ts";

/**
 * `INSOMNIA_CRASHES=5000` for a long night. What a crash between two steps
 * leaves, failing_system_test.ts tries for every step; here processes are
 * really killed, wherever they are.
 */
const CRASHES = Number(Deno.env.get("INSOMNIA_CRASHES") ?? 60);
/** Processes that are started and killed at a time, each with its own store. */
const LANES = 4;
/** A writer is killed after so many writes at most, however long they take, */
const MOST_WRITES = 5;
/** and so much later at most: a write takes a few milliseconds. */
const LONGEST_WAIT_MS = 5;

const printToml = (manifest: unknown) => JSON.stringify(manifest);

Deno.test(
  `a writer killed at ${CRASHES} random instants leaves each Pod old or new, never half`,
  {
    ignore: Deno.build.os === "windows",
  },
  async () => {
    const found = { none: 0, whole: 0, behind: 0 };
    const known = new Set<string>();
    for (let n = 0; n < VARIANTS; n++) {
      known.add((await variant("demo", n)).digest);
    }
    const root = await Deno.realPath(await Deno.makeTempDir());
    try {
      await Promise.all(
        Array.from({ length: LANES }, (_, lane) => runLane(`${root}/${lane}`)),
      );
    } finally {
      await Deno.remove(root, { recursive: true });
    }
    console.log(`      ${JSON.stringify(found)}`);
    assert(found.whole > CRASHES / 10, JSON.stringify(found));

    async function runLane(dataDirectory: string): Promise<void> {
      const location: StoreLocation = {
        system: denoSystem(),
        dataDirectory,
        runtimeDirectory: `${dataDirectory}/run`,
      };
      for (let n = 0; n < CRASHES / LANES; n++) {
        await crashOnce(dataDirectory);
        await look(location);
      }
    }

    async function look(location: StoreLocation): Promise<void> {
      const { system } = location;
      // Throws for anything half: no JSON, another digest than the manifest's.
      const pod = await findStoredPod(location, "demo");
      if (!pod) return void found.none++;
      const { snapshot, metadata } = pod;
      assert(snapshot, "the runtime's file without ours");
      assert(known.has(snapshot.digest), "a mixture");
      const theirs = runtimeSnapshot(metadata);
      if (theirs && await saysTheSame(snapshot.manifest, theirs)) {
        return void found.whole++;
      }
      found.behind++;
      if (theirs) {
        const { max_turns } = theirs.worker as { max_turns: number };
        const old = await variant("demo", max_turns - 1);
        assert(await saysTheSame(old.manifest, theirs), "a mixture");
      }
      await launchPod(
        location,
        "demo",
        { printToml, replace: true, force: false },
        () => failure("confirmation-missing", "was to be replaced"),
      );
      const mended = await findStoredPod(location, "demo");
      assert(
        await saysTheSame(
          snapshot.manifest,
          runtimeSnapshot(mended?.metadata)!,
        ),
      );
      for await (const { name } of Deno.readDir(pod.folder.path)) {
        assert(!name.endsWith(".tmp"), `${name} was left`);
      }
      assert.equal(await system.stat(pod.folder.lock), "file");
    }
  },
);

async function crashOnce(dataDirectory: string): Promise<void> {
  const script = new URL("./crash_writer.ts", import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-A", "--no-check", script, dataDirectory],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = child.stdout.getReader();
  const writes = Math.floor(Math.random() * (MOST_WRITES + 1));
  for (let told = 0; told < 1 + writes;) {
    told += (await reader.read()).value?.length ?? Infinity;
  }
  await new Promise((resolve) =>
    setTimeout(resolve, Math.random() * LONGEST_WAIT_MS)
  );
  child.kill("SIGKILL");
  const { code } = await child.status;
  await reader.cancel();
  assert.equal(code, 137, "it ended by itself");
}
