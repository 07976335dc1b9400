// deno-lint-ignore-file no-sync-fn-in-async-fn -- what happens has to happen between two steps
import assert from "node:assert/strict";
import { podFolder } from "../../lib/store/pod_folder.ts";
import type { PodMetadata } from "../../lib/store/pod_metadata.ts";
import { replaceMetadata } from "../../lib/store/replace_metadata.ts";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import { denoSystem } from "../../lib/system/deno_system.ts";
import type { System } from "../../lib/system/system.ts";
import { refusal } from "./store_world.ts";

const root = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "metadata-" }));
addEventListener("unload", () => Deno.removeSync(root, { recursive: true }));
let folders = 0;

/** A Pod's folder on the disk, with what the runtime wrote. */
function folderWith(text: string | undefined) {
  const folder = podFolder(root, `p${folders++}`);
  Deno.mkdirSync(folder.path, { recursive: true });
  if (text !== undefined) Deno.writeTextFileSync(folder.metadata, text);
  const read = () => JSON.parse(Deno.readTextFileSync(folder.metadata));
  const names = () =>
    Array.from(Deno.readDirSync(folder.path), ({ name }) => name).sort();
  return { folder, read, names };
}

const ours = (metadata: PodMetadata | undefined): PodMetadata => ({
  ...metadata,
  ours: "new",
});

/** The runtime's way to write: in place, whole, without a lock. */
function inPlace(path: string, value: unknown): void {
  Deno.writeTextFileSync(path, JSON.stringify(value));
}

/** A System in which something happens before a method does its work. */
function before(method: keyof System, happens: (path: string) => void): System {
  const system = denoSystem();
  const real = system[method] as (...words: unknown[]) => unknown;
  return delegatingSystem(system, {
    [method]: (...words: unknown[]) => {
      happens(String(words[0]));
      return real.apply(system, words);
    },
  });
}

/** The same, after it. */
function after(method: keyof System, happens: (path: string) => void): System {
  const system = denoSystem();
  const real = system[method] as (...words: unknown[]) => Promise<unknown>;
  return delegatingSystem(system, {
    [method]: async (...words: unknown[]) => {
      const answer = await real.apply(system, words);
      happens(String(words[0]));
      return answer;
    },
  });
}

/** Happens once only. */
function once(happens: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    happens();
  };
}

Deno.test("replaceMetadata: makes one, keeps what is there, leaves no other file", async () => {
  const none = folderWith(undefined);
  await replaceMetadata(denoSystem(), none.folder, ours);
  assert.deepEqual(none.read(), { ours: "new" });
  const some = folderWith(`{"a":{"b":[1]},"ours":"old","z":null}`);
  await replaceMetadata(denoSystem(), some.folder, ours);
  assert.deepEqual(some.read(), { a: { b: [1] }, ours: "new", z: null });
  assert.deepEqual(some.names(), ["metadata.json"]);
});

Deno.test("replaceMetadata: what the runtime writes before the rename is not lost", async () => {
  const { folder, read, names } = folderWith(`{"count":1}`);
  const theirs = once(() => inPlace(folder.metadata, { count: 2 }));
  await replaceMetadata(before("createFile", theirs), folder, ours);
  assert.deepEqual(read(), { count: 2, ours: "new" });
  assert.deepEqual(names(), ["metadata.json"]);
});

Deno.test("replaceMetadata: what it writes into the replaced file is brought over", async () => {
  const { folder, read } = folderWith(`{"count":1}`);
  const theirs = Deno.openSync(folder.metadata, { write: true });
  const late = once(() => {
    theirs.truncateSync();
    theirs.writeSync(new TextEncoder().encode(`{"count":2}`));
    theirs.close();
  });
  await replaceMetadata(after("rename", late), folder, ours);
  assert.deepEqual(read(), { count: 2, ours: "new" });
});

Deno.test("replaceMetadata: what it wrote into the new file since is its last word", async () => {
  const { folder, read } = folderWith(`{"count":1}`);
  const theirs = Deno.openSync(folder.metadata, { write: true });
  const late = once(() => {
    theirs.truncateSync();
    theirs.writeSync(new TextEncoder().encode(`{"count":2}`));
    theirs.close();
    inPlace(folder.metadata, { count: 3 });
  });
  await replaceMetadata(after("rename", late), folder, ours);
  assert.deepEqual(read(), { count: 3 });
});

Deno.test("replaceMetadata: a file that is just being written is waited for", async () => {
  const { folder, read } = folderWith(`{"count`);
  let waits = 0;
  const whole = () => {
    if (++waits === 3) inPlace(folder.metadata, { count: 2 });
  };
  await replaceMetadata(before("wait", whole), folder, ours);
  assert.deepEqual(read(), { count: 2, ours: "new" });
});

Deno.test("replaceMetadata: one that stays half is damaged, and stays as it is", async () => {
  for (const text of ["", `{"count`, "[]", "\xff"]) {
    const { folder, names } = folderWith(text);
    const start = performance.now();
    const { code } = await refusal(
      replaceMetadata(denoSystem(), folder, ours),
    );
    assert.equal(code, "pod-damaged", text);
    if (text !== "[]") assert(performance.now() - start >= 200);
    assert.equal(Deno.readTextFileSync(folder.metadata), text);
    assert.deepEqual(names(), ["metadata.json"]);
  }
});

Deno.test("replaceMetadata: gives up when something never stops writing", async () => {
  const { folder, names } = folderWith(`{"count":1}`);
  let count = 1;
  const always = () => inPlace(folder.metadata, { count: ++count });
  const { code, message } = await refusal(
    replaceMetadata(before("createFile", always), folder, ours),
  );
  assert.equal(code, "store-locked");
  assert.match(message, /changes faster/);
  assert.deepEqual(names(), ["metadata.json"]);
});

Deno.test("replaceMetadata: writes nothing where nothing changes", async () => {
  const { folder } = folderWith(undefined);
  await replaceMetadata(denoSystem(), folder, ours);
  const { ino } = Deno.statSync(folder.metadata);
  await replaceMetadata(denoSystem(), folder, ours);
  assert.equal(Deno.statSync(folder.metadata).ino, ino);
});
