import assert from "node:assert/strict";
import { createPod } from "../../lib/store/create_pod.ts";
import { archivePod, removePod } from "../../lib/store/remove_pod.ts";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import {
  contentsOf,
  DATA,
  DEMO,
  locationIn,
  refusal,
  snapshotWith,
  storeWorld,
} from "./store_world.ts";

for (const [name, move] of Object.entries({ archivePod, removePod })) {
  Deno.test(`${name}: leaves a folder that another process has just begun anew`, async () => {
    const world = storeWorld();
    await createPod(locationIn(world), await snapshotWith());
    let isBegun = false;
    const system = delegatingSystem(world, {
      async lock(path) {
        if (!isBegun) {
          isBegun = true;
          await world.remove(DEMO, { recursive: true });
          await world.makeDirectory(DEMO);
        }
        return await world.lock(path);
      },
    });
    const { code } = await refusal(move(locationIn(system), "demo", false));
    assert.equal(code, "pod-unknown");
    assert.equal(await world.stat(DEMO), "directory");
    assert.deepEqual(await contentsOf(world, `${DATA}/archive`), {});
  });
}
