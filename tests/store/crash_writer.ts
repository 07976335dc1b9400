// Writes a Pod as fast as it can, until it is killed. Tells with a byte that it
// begins, and of every write. Argument: the store.
import { failure, ProfileError } from "../../lib/base/profile_error.ts";
import { createPod } from "../../lib/store/create_pod.ts";
import { launchPod } from "../../lib/store/launch_pod.ts";
import { archivePod, removePod } from "../../lib/store/remove_pod.ts";
import { replaceSnapshot } from "../../lib/store/replace_snapshot.ts";
import { findStoredPod } from "../../lib/store/stored_pod.ts";
import { denoSystem } from "../../lib/system/deno_system.ts";
import { variant } from "./snapshots.ts";

const [root = ""] = Deno.args;
const location = {
  system: denoSystem(),
  dataDirectory: root,
  runtimeDirectory: `${root}/run`,
};
const printToml = (manifest: unknown) => JSON.stringify(manifest);
const tell = () => Deno.stdout.writeSync(new Uint8Array(1));
tell();
for (let n = 0;; n++) {
  const snapshot = await variant("demo", n);
  const chance = Math.random();
  try {
    const there = await findStoredPod(location, "demo");
    if (!there) await createPod(location, snapshot);
    else if (chance < 0.05) await archivePod(location, "demo", false);
    else if (chance < 0.1) await removePod(location, "demo", false);
    else if (chance < 0.3) {
      await launchPod(
        location,
        "demo",
        { printToml, replace: true, force: false },
        () => failure("confirmation-missing", "was to be replaced"),
      );
    } else if (there.snapshot) {
      await replaceSnapshot(location, there.snapshot, snapshot, false);
    }
    tell();
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    // Another writer was faster: that is said, and nothing else.
    if (!/^(pod-exists|pod-unknown|store-locked)$/.test(error.code)) {
      throw error;
    }
  }
}
