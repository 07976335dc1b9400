import assert from "node:assert/strict";
import { findProfileFiles } from "../../lib/api/find_profile_files.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";

const PROFILE = `return { model = "a/b" }`;

/** What is found in `/ws`, without that folder's name. */
async function find(
  files: Readonly<Record<string, string>>,
  except: readonly string[] = [],
): Promise<string[]> {
  const system = memorySystem({
    files: Object.fromEntries(
      Object.entries(files).map(([path, text]) => [`/ws/${path}`, text]),
    ),
  });
  const found = await findProfileFiles("/ws", system, {
    except: new Set(except.map((path) => `/ws/${path}`)),
  });
  return found.map((path) => path.slice("/ws/".length));
}

const ROWS: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  found: readonly string[],
])[] = [
  ["sorts", { "b.lua": PROFILE, "a.lua": PROFILE }, ["a.lua", "b.lua"]],
  [
    "searches below, but not everywhere",
    {
      "x/y/z.lua": PROFILE,
      ".insomnia/a.lua": PROFILE,
      ".git/b.lua": PROFILE,
      "node_modules/c.lua": PROFILE,
      "x/node_modules/c.lua": PROFILE,
    },
    [".insomnia/a.lua", "x/y/z.lua"],
  ],
  [
    "leaves helpers out",
    { "_a.lua": PROFILE, "_b.json": `{"model":"a/b"}`, "a.lua": PROFILE },
    ["a.lua"],
  ],
  [
    "leaves modules out, also those of helpers and of modules",
    {
      "a.lua": `require("_base")`,
      "_base.lua": `require "lib.x"`,
      "lib/x.lua": `require("lib.y")`,
      "lib/y/init.lua": "",
      "lib/z.lua": PROFILE,
    },
    ["a.lua", "lib/z.lua"],
  ],
  [
    "names modules from the profile's folder",
    { "p/a.lua": `require("x")`, "x.lua": PROFILE, "p/x.lua": "" },
    ["p/a.lua", "x.lua"],
  ],
  [
    "prefers a file to a folder's init, as require does",
    { "a.lua": `require("x")`, "x.lua": "", "x/init.lua": PROFILE },
    ["a.lua", "x/init.lua"],
  ],
  [
    "keeps one of files that require one another",
    { "a.lua": `require("b")`, "b.lua": `require("a")` },
    ["a.lua"],
  ],
  ["keeps a file that requires itself", { "a.lua": `require("a")` }, ["a.lua"]],
  [
    "takes data that has a model",
    {
      "a.json": `{"model":"a/b"}`,
      "b.json": `{"model":{"ref":"a/b"}}`,
      "c.toml": `model = "a/b"\n`,
      "d.toml": `[model]\nref = "a/b"\n`,
      "package.json": `{"name":"x"}`,
      "list.json": `["model"]`,
      "number.json": `{"model":1}`,
      "Cargo.toml": `[package]\n`,
      "models.toml": `[[model]]\nid = "x"\n`,
    },
    ["a.json", "b.json", "c.toml", "d.toml"],
  ],
  [
    "leaves whole manifests out",
    {
      "m.json": `{"pod":{"name":"x"},"model":{}}`,
      "m.toml": `pod.name = "x"\nmodel.ref = "a/b"\n`,
    },
    [],
  ],
  [
    "takes broken data that was to have a model",
    {
      "a.json": `{"model": }`,
      "b.json": `{"other": }`,
      "c.toml": `model = `,
      "d.toml": `other = "model"\nx = `,
      "e.toml": `[model]\nref = `,
    },
    ["a.json", "c.toml", "e.toml"],
  ],
];

for (const [what, files, found] of ROWS) {
  Deno.test(`findProfileFiles ${what}`, async () => {
    assert.deepEqual(await find(files), found);
  });
}

Deno.test("findProfileFiles passes over what is known, which still has its modules", async () => {
  const files = {
    "a.lua": `require("b")`,
    "b.lua": "",
    "c.lua": PROFILE,
  };
  assert.deepEqual(await find(files, ["a.lua"]), ["c.lua"]);
  assert.deepEqual(await find(files, ["a.lua", "b.lua", "c.lua"]), []);
});

Deno.test("findProfileFiles tells of each Lua file that may be a profile, and waits", async () => {
  const system = memorySystem({
    files: {
      "/ws/_h.lua": "",
      "/ws/a.lua": "",
      "/ws/b.lua": `require("a")`,
      "/ws/c.lua": "",
      "/ws/d.json": "{}",
    },
  });
  const told: string[] = [];
  let isBusy = false;
  const found = await findProfileFiles("/ws", system, {
    except: new Set(["/ws/c.lua"]),
    async onRead(path) {
      assert.ok(!isBusy);
      isBusy = true;
      told.push(path);
      await new Promise((resolve) => setTimeout(resolve, 0));
      isBusy = false;
    },
  });
  assert.deepEqual(told, ["/ws/a.lua", "/ws/b.lua"]);
  assert.deepEqual(found, ["/ws/b.lua"]);
});

Deno.test("findProfileFiles follows links to files, not to folders", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/real`);
    await Deno.writeTextFile(`${folder}/real/a.lua`, PROFILE);
    await Deno.symlink(`${folder}/real`, `${folder}/link`);
    await Deno.symlink(folder, `${folder}/real/loop`);
    await Deno.symlink(`${folder}/real/a.lua`, `${folder}/b.lua`);
    await Deno.symlink(`${folder}/nowhere`, `${folder}/c.lua`);
    await Deno.mkdir(`${folder}/d.lua`);
    const { denoSystem } = await import("../../lib/system/deno_system.ts");
    assert.deepEqual(
      await findProfileFiles(folder, denoSystem()),
      [`${folder}/b.lua`, `${folder}/real/a.lua`],
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
