// deno-lint-ignore-file no-sync-fn-in-async-fn -- what happens has to happen between two steps
import assert from "node:assert/strict";
import { podFolder } from "../../lib/store/pod_folder.ts";
import { replaceMetadata } from "../../lib/store/replace_metadata.ts";
import { denoSystem } from "../../lib/system/deno_system.ts";

const TIMES = 1000;

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
        stdout: "piped",
        stderr: "inherit",
      }).spawn();
      let isOver = false;
      const ended = child.output().then((output) => {
        isOver = true;
        return new TextDecoder().decode(output.stdout);
      });
      const system = denoSystem();
      let writes = 0;
      while (!isOver) {
        const word = ++writes;
        await replaceMetadata(system, folder, (metadata) => ({
          ...metadata,
          resolved_manifest_snapshot: { word },
        }));
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      const said = await ended;
      assert.match(said, /"counter":1000/, said);
      const { counter, padding } = JSON.parse(
        await Deno.readTextFile(folder.metadata),
      );
      assert.equal(counter, TIMES);
      assert.equal(padding.length, 2000);
      // How many depends on what else the machine does.
      assert(writes > 5, `only ${writes} writes of ours`);
      const names = Array.from(Deno.readDirSync(folder.path), (e) => e.name);
      assert.deepEqual(names, ["metadata.json"]);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
);
