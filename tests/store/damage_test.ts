import assert from "node:assert/strict";
import { PodStore } from "../../lib/api/pod_store.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import type { System } from "../../lib/system/system.ts";
import {
  contentsOf,
  DATA,
  DEMO,
  readText,
  storeWorld,
  writeText,
} from "./store_world.ts";

const SNAPSHOT = `${DEMO}/profile-snapshot.json`;
const METADATA = `${DEMO}/metadata.json`;

const replace =
  (path: string, change: (text: string) => string) =>
  async (system: System): Promise<void> => {
    await writeText(system, path, change(await readText(system, path)));
  };

/** In what the runtime would restore the Pod from. */
const withSection = (name: string, section: unknown) =>
  replace(METADATA, (text) => {
    const metadata = JSON.parse(text);
    metadata.resolved_manifest_snapshot[name] = section;
    return JSON.stringify(metadata);
  });

/** Lists that decide what a Pod may do, and sections that have none. */
const MISSHAPEN: readonly (readonly [list: string, section: unknown])[] = [
  ["scope", null],
  ["scope", 0],
  ["scope.allow", { allow: "/ws", deny: [] }],
  ["scope.allow", { allow: [null], deny: [] }],
  ["scope.deny", { allow: [], deny: [{ target: "src", permission: "read" }] }],
  ["permissions.rule", { default_action: "ask", rule: {} }],
  ["permissions.rule", {
    default_action: "ask",
    rule: [{ tool: "bash", action: "allow" }],
  }],
  ["permissions.rule", {
    default_action: "ask",
    rule: [{ pattern: "*", action: "allow" }],
  }],
  ["skills.directories", { directories: [5] }],
  ["skills.directories", { directories: ["skills"] }],
];

for (
  const [what, damage, code, words] of [
    [
      "our file is empty",
      replace(SNAPSHOT, () => ""),
      "pod-damaged",
      /is empty/,
    ],
    [
      "our file is cut off",
      replace(SNAPSHOT, (text) => text.slice(0, 300)),
      "pod-damaged",
      /profile-snapshot\.json` is damaged/,
    ],
    [
      "our file is not UTF-8",
      (system: System) =>
        system.writeFile(SNAPSHOT, new Uint8Array([0xff, 0xfe])),
      "pod-damaged",
      /not UTF-8/,
    ],
    [
      "our file is a list",
      replace(SNAPSHOT, () => "[]"),
      "pod-damaged",
      /is no snapshot/,
    ],
    [
      "our file was edited",
      replace(
        SNAPSHOT,
        (text) => text.replace('"max_turns": 10', '"max_turns": 99'),
      ),
      "pod-damaged",
      /`digest` is not that of its `manifest`/,
    ],
    [
      "our file has no manifest",
      replace(
        SNAPSHOT,
        (text) => text.replace('"manifest": {', '"manifes": {'),
      ),
      "pod-damaged",
      /`manifest` is missing/,
    ],
    [
      "our file is of a later version",
      replace(SNAPSHOT, (text) => text.replace(".v1", ".v2")),
      "pod-foreign",
      /format `insomnia\.snapshot\.v2`/,
    ],
    [
      "our file is another Pod's",
      replace(
        SNAPSHOT,
        (text) => text.replace('"name": "demo"', '"name": "other"'),
      ),
      "pod-foreign",
      /about the Pod `other`/,
    ],
    [
      "our file is huge",
      (system: System) => system.writeFile(SNAPSHOT, new Uint8Array(9_000_000)),
      "store-inaccessible",
      /larger than/,
    ],
    [
      "our file is nested too deep",
      replace(SNAPSHOT, () => "[".repeat(200_000)),
      "pod-damaged",
      /is damaged/,
    ],
    [
      "our file is a folder",
      async (system: System) => {
        await system.remove(SNAPSHOT);
        await system.makeDirectory(SNAPSHOT);
      },
      "pod-foreign",
      /is a directory/,
    ],
    [
      "the runtime's file is cut off",
      replace(METADATA, (text) => text.slice(0, 100)),
      "pod-damaged",
      /metadata\.json` is damaged/,
    ],
    [
      "the runtime's file is a number",
      replace(METADATA, () => "1"),
      "pod-damaged",
      /not an object/,
    ],
    ...MISSHAPEN.map(([path, section]) =>
      [
        `the runtime's \`${path}\` is none: ${JSON.stringify(section)}`,
        withSection(path.split(".")[0]!, section),
        "pod-damaged",
        new RegExp(`metadata\\.json\` is damaged: .*\`${path}\``),
      ] as const
    ),
  ] as const
) {
  Deno.test(`a damaged Pod: ${what}`, async () => {
    const system = storeWorld();
    const store = new PodStore({ system });
    await store.create({
      selector: "./coder.lua",
      podName: "demo",
      workspace: "/ws",
    });
    await store.create({
      selector: "./coder.lua",
      podName: "well",
      workspace: "/ws",
    });
    await damage(system);
    const before = await contentsOf(system, DATA);
    for (
      const work of [
        () => store.launch("demo"),
        () => store.read("demo"),
        () => store.diff("demo"),
        () => store.reresolve("demo", { yes: true }),
      ]
    ) {
      await assert.rejects(work(), (error) => {
        assert(error instanceof ProfileError, String(error));
        assert.equal(error.code, code, error.message);
        assert.equal(error.exitCode, 6);
        assert.match(error.message, words);
        return true;
      });
    }
    assert.deepEqual(await contentsOf(system, DATA), before);
    // The others are listed all the same, and it can be moved out of the way.
    const names = (await store.list()).map(({ name }) => name);
    assert(names.includes("well"));
    await store.archive("demo");
    await store.resume("well");
  });
}

Deno.test("a damaged Pod: the place of a syntax error", async () => {
  const system = storeWorld({
    files: { [METADATA]: `{\n  "pod_name": demo\n}` },
  });
  await assert.rejects(new PodStore({ system }).read("demo"), (error) => {
    assert(error instanceof ProfileError);
    const place = error.diagnostics[0]?.source;
    assert.deepEqual([place?.file, place?.line, place?.column], [
      METADATA,
      2,
      15,
    ]);
    return true;
  });
});

for (
  const [what, options] of [
    ["the Pod's folder is a link", {
      links: { [DEMO]: "/elsewhere" },
      directories: ["/elsewhere"],
    }],
    ["our file is a link", { links: { [SNAPSHOT]: "/ws/coder.lua" } }],
    ["the runtime's file is a link", {
      links: { [METADATA]: "/ws/coder.lua" },
    }],
    ["the Pod's folder is a file", { files: { [DEMO]: "" } }],
    ["the Pod's folder is another user's", {
      files: { [METADATA]: "{}" },
      owners: { [DEMO]: 666 },
    }],
    ["our file is another user's", {
      files: { [SNAPSHOT]: "{}" },
      owners: { [SNAPSHOT]: 666 },
    }],
  ] as const
) {
  Deno.test(`a foreign Pod: ${what}`, async () => {
    const system = storeWorld({
      ...options,
      files: {
        "/ws/coder.lua": `return { model = "codex-oauth/gpt-5.5" }`,
        ...("files" in options ? options.files : {}),
      },
    });
    const store = new PodStore({ system });
    const before = await contentsOf(system, "/ws");
    for (
      const work of [
        () => store.read("demo"),
        () => store.resume("demo"),
        () =>
          store.create({
            selector: "./coder.lua",
            podName: "demo",
            workspace: "/ws",
          }),
      ]
    ) {
      await assert.rejects(work(), { code: "pod-foreign", exitCode: 6 });
    }
    assert.deepEqual(await contentsOf(system, "/ws"), before);
  });
}

Deno.test("a disk that does not tell letter case apart: two names that collide are an error", async () => {
  const inner = storeWorld();
  // `pods/Demo` and `pods/demo` are one folder there.
  const folded = (path: string) =>
    path.replace(`${DATA}/pods/Demo`, `${DATA}/pods/demo`);
  const system = new Proxy(inner, {
    get(target, name: keyof System) {
      return (...question: unknown[]) =>
        (target[name] as (...words: unknown[]) => unknown)(
          ...question.map((word) =>
            typeof word === "string" ? folded(word) : word
          ),
        );
    },
  });
  const store = new PodStore({ system });
  const options = { selector: "./coder.lua", workspace: "/ws" };
  await store.create({ ...options, podName: "demo" });
  const before = await contentsOf(inner, DATA);
  await assert.rejects(store.create({ ...options, podName: "Demo" }), {
    code: "pod-foreign",
    message:
      "this disk does not tell `Demo` from the Pod `demo`, which is there",
  });
  await assert.rejects(store.resume("Demo"), { code: "pod-foreign" });
  assert.deepEqual(await contentsOf(inner, DATA), before);
});
