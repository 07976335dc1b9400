import assert from "node:assert/strict";
import { PodStore } from "../../lib/api/pod_store.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import type { System, SystemErrorKind } from "../../lib/system/system.ts";
import { SystemError } from "../../lib/system/system.ts";
import {
  contentsOf,
  DATA,
  DEMO,
  storeWorld,
  writeText,
} from "./store_world.ts";

/** How a change ends that is not made. */
interface Ending {
  /** What the method refuses with. */
  readonly kind: SystemErrorKind;
  readonly words: string;
  /** Everything is refused afterwards. */
  readonly crashes?: true;
  /** Half of a new file is there. */
  readonly tears?: true;
}

/** A disk that is full, read-only, or gone; a process that is killed. */
const ENDINGS: Readonly<Record<string, readonly Ending[]>> = {
  "is refused": [
    { kind: "other", words: "no space left on device" },
    { kind: "denied", words: "permission denied" },
  ],
  crashes: [
    { kind: "other", words: "killed", crashes: true },
    { kind: "other", words: "killed", crashes: true, tears: true },
  ],
};

/** What changes the disk; a crash is possible before each of them. */
const CHANGING = new Set<keyof System>([
  "createFile",
  "makeDirectory",
  "rename",
  "remove",
  "sync",
  "lock",
]);

/** A System whose n-th change is refused; after a crash everything is. */
function failingAt(
  n: number,
  system: System,
  { kind, words, crashes, tears }: Ending,
): { readonly system: System; changes(): number } {
  let changes = 0;
  const failing = new Proxy(system, {
    get(target, name: keyof System) {
      const ask = (target[name] as (...words: never[]) => unknown)
        .bind(target);
      if (!CHANGING.has(name)) return ask;
      return async (...question: never[]) => {
        changes++;
        if (tears && changes === n && name === "createFile") {
          const [path, bytes] = question as unknown as [
            string,
            Uint8Array,
          ];
          await target.createFile(path, bytes.subarray(0, bytes.length / 2));
        }
        if (changes === n || crashes && changes > n) {
          throw new SystemError(kind, String(question[0]), words);
        }
        return await ask(...question);
      };
    },
  });
  return { system: failing, changes: () => changes };
}

const CREATE = { selector: "./coder.lua", podName: "demo", workspace: "/ws" };
const edit = (system: System) =>
  writeText(
    system,
    "/ws/coder.lua",
    `return { model = "anthropic/claude-haiku-4-5", worker = { max_turns = 20 } }`,
  );

/** What is done, in a world that is made for it, and what may be there afterwards. */
const ROWS: readonly {
  readonly title: string;
  readonly prepare: (store: PodStore, system: System) => Promise<unknown>;
  readonly work: (store: PodStore) => Promise<unknown>;
}[] = [
  {
    title: "create",
    prepare: () => Promise.resolve(),
    work: (store) => store.create(CREATE),
  },
  {
    title: "reresolve",
    prepare: async (store, system) => {
      await store.create(CREATE);
      await edit(system);
    },
    work: (store) => store.reresolve("demo", { yes: true }),
  },
  {
    title: "launch --yes",
    prepare: async (store, system) => {
      await store.create(CREATE);
      await writeText(
        system,
        `${DEMO}/metadata.json`,
        `{"pod_name":"demo","x":1}`,
      );
    },
    work: (store) => store.launch("demo", { yes: true }),
  },
  {
    title: "archive",
    prepare: (store) => store.create(CREATE),
    work: (store) => store.archive("demo"),
  },
  {
    title: "remove",
    prepare: (store) => store.create(CREATE),
    work: (store) => store.remove("demo"),
  },
];

/** Whether a store holds nothing half: each Pod is whole, or says what is behind. */
async function isWhole(system: System): Promise<void> {
  const store = new PodStore({ system });
  for (const { name, state, reason } of await store.list()) {
    assert.notEqual(state, "damaged", reason);
    const { manifest, text } = await store.resume(name);
    assert.deepEqual(JSON.parse(text), manifest);
    const { runtime } = await store.read(name);
    // The next launch mends what is behind.
    await store.launch(name, { yes: true });
    assert.equal((await store.read(name)).runtime, "same", runtime);
    const left = Object.keys(await contentsOf(system, `${DATA}/pods/${name}`));
    assert(!left.some((file) => file.endsWith(".tmp")), left.join());
  }
}

for (const { title, prepare, work } of ROWS) {
  for (const [how, endings] of Object.entries(ENDINGS)) {
    Deno.test(`${title}: whatever step ${how}, nothing is half done`, async () => {
      let steps = 0;
      for (const ending of endings) {
        for (let n = 1;; n++) {
          const world = storeWorld();
          await prepare(new PodStore({ system: world }), world);
          const before = await contentsOf(world, DATA);
          const { system, changes } = failingAt(n, world, ending);
          let failed: unknown;
          try {
            await work(new PodStore({ system }));
          } catch (error) {
            failed = error;
          }
          if (changes() < n) break;
          steps++;
          // Leftovers may be left; the rest says what could not be done.
          if (failed) {
            assert(failed instanceof ProfileError, String(failed));
            assert.equal(failed.exitCode, 6);
            assert.match(failed.message, new RegExp(ending.words));
            if (!ending.crashes && title === "create") {
              const store = new PodStore({ system: world });
              const left = await store.list();
              // Only how to start it could not be written any more.
              if (left.length > 0) assert.equal(left[0]?.state, "created");
              else assert.deepEqual(await contentsOf(world, DATA), before);
            }
          }
          await isWhole(world);
          // The same again, on a disk that works: done, or done already.
          try {
            await work(new PodStore({ system: world }));
          } catch (error) {
            assert(error instanceof ProfileError);
            assert.match(error.code, /^pod-(exists|unknown)$/, error.message);
          }
          await isWhole(world);
        }
      }
      assert(steps >= 10, `only ${steps} steps`);
    });
  }
}

Deno.test("a file system that knows no locks is an error with that reason", async () => {
  const world = storeWorld();
  const { system } = failingLocks(world);
  const before = await contentsOf(world, DATA);
  await assert.rejects(new PodStore({ system }).create(CREATE), {
    code: "store-unlockable",
    exitCode: 6,
  });
  assert.deepEqual(await contentsOf(world, DATA), before);
});

function failingLocks(world: System): { readonly system: System } {
  const system = new Proxy(world, {
    get(target, name: keyof System) {
      if (name === "lock") {
        return (path: string) =>
          Promise.reject(new SystemError("unsupported", path, "no locks"));
      }
      return (...question: never[]) =>
        (target[name] as (...words: never[]) => unknown)(...question);
    },
  });
  return { system };
}

Deno.test("a Pod that another process is writing: waited for, then an error", async () => {
  const world = storeWorld();
  await new PodStore({ system: world }).create(CREATE);
  {
    using _ = await world.lock(`${DEMO}/.lock`);
    await assert.rejects(
      new PodStore({ system: world }).launch("demo"),
      { code: "store-locked" },
    );
  }
  await new PodStore({ system: world }).launch("demo");
});
