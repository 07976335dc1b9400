// deno-lint-ignore-file no-sync-fn-in-async-fn -- what happens has to happen between two steps
import assert from "node:assert/strict";
import { podFolder } from "../../lib/store/pod_folder.ts";
import { replaceMetadata } from "../../lib/store/replace_metadata.ts";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import { denoSystem } from "../../lib/system/deno_system.ts";

const TIMES = 1000;
/** Ours, in the meantime: the other goes on until they are done. */
const OURS = 40;

Deno.test(
  "replaceMetadata: no count of a process that rewrites in place 1,000 times is lost",
  {
    ignore: Deno.build.os === "windows",
  },
  async () => {
    const root = await Deno.realPath(await Deno.makeTempDir());
    try {
      const folder = podFolder(root, "demo");
      await Deno.mkdir(folder.path, { recursive: true });
      await Deno.writeTextFile(
        folder.metadata,
        JSON.stringify({ counter: 0, padding: "x".repeat(2000) }),
      );
      const script = new URL("./other_writer.ts", import.meta.url).pathname;
      const child = new Deno.Command(Deno.execPath(), {
        args: [
          "run",
          "-q",
          "-A",
          "--no-config",
          script,
          folder.metadata,
          `${TIMES}`,
        ],
        stdin: "piped",
        stdout: "piped",
        stderr: "inherit",
      }).spawn();
      // The other may be held up in the middle of a write.
      const real = denoSystem();
      const system = delegatingSystem(real, {
        wait: (ms) => real.wait(20 * ms),
      });
      for (let word = 1; word <= OURS; word++) {
        await replaceMetadata(system, folder, (metadata) => ({
          ...metadata,
          resolved_manifest_snapshot: { word },
        }));
      }
      await child.stdin.close();
      const said = new TextDecoder().decode((await child.output()).stdout);
      const { counter, padding } = JSON.parse(
        await Deno.readTextFile(folder.metadata),
      );
      assert.equal(JSON.parse(said).counter, counter, said);
      assert(counter >= TIMES, said);
      assert.equal(padding.length, 2000);
      const names = Array.from(Deno.readDirSync(folder.path), (e) => e.name);
      assert.deepEqual(names, ["metadata.json"]);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
);
