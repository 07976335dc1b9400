import assert from "node:assert/strict";
import { discoverProfiles } from "../../lib/registry/discover_profiles.ts";
import { loadRegistryFile } from "../../lib/registry/load_registry_file.ts";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { refusal } from "../../lib/system/system.ts";

const PATH = "/ws/.insomnia/profiles.toml";

function world(bytes: string | Uint8Array) {
  return memorySystem({ files: { [PATH]: bytes }, cwd: "/ws" });
}

const load = (system = world("")) => loadRegistryFile(system, "project", PATH);

Deno.test("loadRegistryFile: a registry has at most a mebibyte", async () => {
  const comment = (bytes: number) => `#${"x".repeat(bytes - 1)}`;
  assert.deepEqual((await load(world(comment(2 ** 20))))?.problems, []);
  const [problem] = (await load(world(comment(2 ** 20 + 1))))!.problems;
  assert.equal(problem!.code, "file-unreadable");
  assert.match(problem!.message, /larger than 1048576 bytes/);
});

Deno.test("loadRegistryFile: what is no text is wrong at its first byte that is none", async () => {
  const file = await load(world(Uint8Array.of(0x61, 0xff)));
  assert.deepEqual(file?.problems.map(({ code, source }) => [code, source]), [[
    "registry-syntax",
    { file: PATH, line: 1, column: 2, length: 1 },
  ]]);
});

Deno.test("loadRegistryFile: a file that goes away in between was never there", async () => {
  const there = world("");
  let isGone = false;
  const system = delegatingSystem(there, {
    fileInfo: (path, options) =>
      isGone ? Promise.resolve(undefined) : there.fileInfo(path, options),
    readFile: (path) => {
      isGone = true;
      return Promise.reject(refusal("not-found", path));
    },
  });
  assert.equal(await load(system), undefined);
});

Deno.test("loadRegistryFile: a bug is no problem of a file", async () => {
  const system = delegatingSystem(world(""), {
    readFile: () => Promise.reject(new TypeError("a bug")),
  });
  await assert.rejects(load(system), { message: "a bug" });
});

Deno.test("discoverProfiles: an entry that may not be looked at has its reason, a bug is one", async () => {
  const files = world(`[profile]\nx = "x.lua"\n`);
  const with_ = (error: Error) =>
    delegatingSystem(files, {
      stat: (path) =>
        path.endsWith("x.lua") ? Promise.reject(error) : files.stat(path),
    });
  const { entries } = await discoverProfiles({
    system: with_(refusal("denied", "/ws/.insomnia/x.lua")),
    workspace: "/ws",
  });
  const { status, reason } = entries.at(-1)!;
  assert.deepEqual([status, reason], ["missing", "permission denied"]);
  await assert.rejects(
    discoverProfiles({
      system: with_(new TypeError("a bug")),
      workspace: "/ws",
    }),
    { message: "a bug" },
  );
});

/** Links to nowhere, and what has no name at all. */
const LOST: readonly (readonly [link: string, path: string])[] = [
  ["/c/profiles.toml", "/c/profiles.toml"],
  ["/c", "/c/profiles.toml"],
];

for (const [link, path] of LOST) {
  Deno.test(`loadRegistryFile: ${link} that leads nowhere is an error`, async () => {
    const system = memorySystem({ links: { [link]: "/gone" } });
    const file = await loadRegistryFile(system, "user", path);
    assert.match(
      file?.problems[0]?.message ?? "",
      /a link that leads nowhere$/,
    );
  });
}
