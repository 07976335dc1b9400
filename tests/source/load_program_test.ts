import assert from "node:assert/strict";
import { profileText } from "../../lib/resources/builtin_resources.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import type { LuaProgram } from "../../lib/source/lua_program.ts";
import type {
  ProfileEntry,
  ProfileRegistry,
} from "../../lib/registry/profile_registry.ts";
import { loadProgram } from "../../lib/source/load_program.ts";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import {
  memorySystem,
  type MemorySystemOptions,
} from "../../lib/system/memory_system.ts";
import type { System } from "../../lib/system/system.ts";

function entry(
  source: ProfileEntry["source"],
  name: string,
  path: string,
  status: ProfileEntry["status"] = "ok",
): ProfileEntry {
  const qualifiedName = `${source}:${name}`;
  const reason = status === "ok" ? {} : { reason: "no such file" };
  return {
    source,
    name,
    qualifiedName,
    path,
    status,
    isDefault: false,
    ...reason,
  };
}

const REGISTRY: ProfileRegistry = {
  entries: [
    entry("builtin", "default", "resources/profiles/default.lua"),
    entry("builtin", "coder", "resources/profiles/coder.lua"),
    entry("user", "night", "/home/night.lua"),
    entry("user", "data", "/home/data.json"),
    entry("user", "broken", "/home/broken.json"),
    entry("user", "coder", "/home/coder.lua"),
    entry("user", "gone", "/home/gone.lua", "missing"),
    entry("user", "vanished", "/home/vanished.lua"),
  ],
  default: {
    selector: { kind: "registry", source: "builtin", name: "default" },
    declaredBy: "builtin",
  },
  aliases: [],
  problems: [],
  files: [],
};

function load(
  files: Readonly<Record<string, string>>,
  more: Omit<MemorySystemOptions, "files"> = {},
  watch: (system: System) => System = (system) => system,
): Promise<LuaProgram> {
  const system = watch(memorySystem({ files, ...more }));
  return loadProgram(
    { kind: "path", path: "/ws/main.lua" },
    REGISTRY,
    system,
  );
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

async function failsWith(
  code: string,
  loading: Promise<unknown>,
): Promise<void> {
  await assert.rejects(loading, (error) => {
    assert.ok(error instanceof ProfileError, String(error));
    assert.equal(error.code, code);
    return true;
  });
}

Deno.test("loadProgram reads the file and what it requires, transitively", async () => {
  const program = await load({
    "/ws/main.lua":
      `require("a"); require("insomnia.models"); require("missing")`,
    "/ws/a.lua": `return require("dir.b")`,
    "/ws/dir/b.lua": `return require("a")`,
    "/ws/unused.lua": "",
    "/ws/insomnia/models.lua": "never read",
  });
  assert.equal(program.entry.chunk, "main.lua");
  assert.equal(program.entry.file, "/ws/main.lua");
  assert.deepEqual(
    [...program.modules].map(([name, { chunk, file }]) => [name, chunk, file]),
    [["a", "a.lua", "/ws/a.lua"], ["dir.b", "dir/b.lua", "/ws/dir/b.lua"]],
  );
  assert.equal(
    text(program.modules.get("dir.b")!.bytes),
    `return require("a")`,
  );
  assert.deepEqual([...program.moduleProblems!], []);
  assert.deepEqual([...program.imports], []);
});

Deno.test("loadProgram reads every module of the directory when a name is computed", async () => {
  const program = await load({
    "/ws/main.lua": `require("a")`,
    "/ws/a.lua": `return require("roles." .. role)`,
    "/ws/roles/one.lua": `return require("deep.down.two")`,
    "/ws/deep/down/two.lua": "",
    "/ws/not-a-name.lua": "",
    "/ws/no-name/x.lua": "",
    "/ws/notes.txt": "",
    "/ws/dir.lua/x.lua": "",
    "/elsewhere.lua": "",
  });
  assert.deepEqual([...program.modules.keys()].sort(), [
    "a",
    "deep.down.two",
    "main",
    "roles.one",
  ]);
});

Deno.test("loadProgram follows links of a project only while the real file stays inside", async () => {
  const files = {
    "/ws/.git": "gitdir: elsewhere",
    "/ws/main.lua": `for _, n in ipairs(names) do require(n) end`,
    "/ws/real/a.lua": "a",
    "/outside/b.lua": "b",
  };
  const links = {
    "/ws/file.lua": "real/a.lua",
    "/ws/dir": "real",
    "/ws/escape.lua": "../outside/b.lua",
    "/ws/away": "/outside",
    "/ws/lost.lua": "nowhere.lua",
    "/ws/self": ".",
    "/ws/real/up": "..",
    "/ws/through.lua": "/outside/back.lua",
    "/outside/back.lua": "/ws/real/a.lua",
  };
  const program = await load(files, { links });
  assert.deepEqual([...program.modules.keys()].sort(), [
    "dir.a",
    "file",
    "main",
    "real.a",
    "through",
  ]);
  assert.deepEqual([...program.moduleProblems!].sort(), [
    ["escape", "it is a link out of the profile's directory"],
    ["lost", "it is a link to nothing"],
  ]);
  const literal = await load(
    {
      ...files,
      "/ws/main.lua": `require("away.b"); require("self.self.dir.a")`,
    },
    { links },
  );
  assert.deepEqual([...literal.modules.keys()], ["self.self.dir.a"]);
  assert.deepEqual([...literal.moduleProblems!.keys()], ["away.b"]);
});

Deno.test("loadProgram takes the directory of a profile that is itself a link", async () => {
  const program = await load(
    {
      "/store/x.lua": `require("a")`,
      "/store/a.lua": "",
      "/ws/a.lua": "right",
    },
    { links: { "/ws/main.lua": "/store/x.lua" } },
  );
  assert.equal(program.entry.chunk, "main.lua");
  assert.equal(text(program.modules.get("a")!.bytes), "right");
});

Deno.test("loadProgram insists on exact letter case, also on a disk that does not", async () => {
  const files = {
    "/ws/main.lua": `require("Shared"); require("dir.x"); require("fine")`,
    "/ws/shared.lua": "",
    "/ws/Dir/x.lua": "",
    "/ws/fine.lua": "",
  };
  // A disk on which `Shared.lua` opens `shared.lua`.
  const forgiving = (system: System): System => ({
    ...bound(system),
    stat: async (path) =>
      await system.stat(path) ?? await system.stat(path.toLowerCase()),
  });
  const program = await load(files, {}, forgiving);
  assert.deepEqual([...program.modules.keys()], ["fine"]);
  assert.deepEqual([...program.moduleProblems!], [
    ["Shared", "the file is called `shared.lua`, and letter case counts"],
    ["dir.x", "the file is called `Dir`, and letter case counts"],
  ]);
});

Deno.test("loadProgram takes init.lua for a folder's module, and refuses two files of one name", async () => {
  const files = {
    "/ws/main.lua":
      `require("lib"); require("a.b"); require("both"); require("Mixed"); require("plain")`,
    "/ws/lib/init.lua": "return 1",
    "/ws/lib/other.lua": "",
    "/ws/a/b/init.lua": "return 2",
    "/ws/both.lua": "return 3",
    "/ws/both/init.lua": "return 4",
    "/ws/mixed.lua": "",
    "/ws/Mixed/init.lua": "return 5",
    "/ws/plain/x.lua": "",
  };
  const problem = "both both.lua and both/init.lua are there: remove one";
  const program = await load(files);
  assert.deepEqual(
    [...program.modules].map(([name, { chunk }]) => [name, chunk]),
    [
      ["lib", "lib/init.lua"],
      ["a.b", "a/b/init.lua"],
      ["Mixed", "Mixed/init.lua"],
    ],
  );
  assert.deepEqual([...program.moduleProblems!], [["both", problem]]);
  // The same where names are computed; the file is a module, too.
  const { modules, moduleProblems } = await load({
    ...files,
    "/ws/main.lua": "require(x)",
  });
  const names = [...modules.keys()];
  for (const name of ["a.b", "a.b.init", "lib", "lib.init", "Mixed"]) {
    assert(names.includes(name), name);
  }
  assert(!names.includes("plain"));
  assert.equal(moduleProblems!.get("both"), problem);
});

Deno.test("loadProgram reads each file once", async () => {
  const reads: string[] = [];
  await load(
    {
      "/ws/main.lua": `require("a"); require("b"); require("link"); require(x)`,
      "/ws/a.lua": `require("b")`,
      "/ws/b.lua": `require("a")`,
    },
    { links: { "/ws/link.lua": "a.lua" } },
    (system) => ({
      ...bound(system),
      readFile: (path, max) => (reads.push(path), system.readFile(path, max)),
    }),
  );
  // The profile file is a module of its directory, too, when names are computed.
  assert.deepEqual(reads.sort(), ["/ws/a.lua", "/ws/b.lua", "/ws/main.lua"]);
});

Deno.test("loadProgram keeps modules that are no files out", async () => {
  const program = await load({
    "/ws/main.lua":
      `require("dir"); require("a.b"); require("../x"); require("")`,
    "/ws/dir.lua/x": "",
    "/ws/a": "a file",
    "/x.lua": "",
  });
  assert.deepEqual([...program.modules.keys()], []);
  assert.deepEqual([...program.moduleProblems!], [
    ["dir", "it is not a file"],
    ["a.b", "not a directory"],
  ]);
});

Deno.test("loadProgram ends at its limits", async () => {
  const megabyte = "-".repeat(2 ** 20);
  const many = (count: number, content: string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`/ws/m${i}.lua`, content]),
    );
  const all = { "/ws/main.lua": `require(x)` };
  await load({ "/ws/main.lua": megabyte });
  await failsWith("limit-source", load({ "/ws/main.lua": megabyte + "-" }));
  await failsWith(
    "limit-source",
    load({ "/ws/main.lua": `require("a")`, "/ws/a.lua": megabyte + "-" }),
  );
  const unread = async (files: Readonly<Record<string, string>>) =>
    (await load({ ...all, ...files })).unread;
  assert.equal(await unread(many(256, "")), undefined);
  assert.equal(await unread(many(257, "")), "more than 256 files");
  assert.equal(await unread(many(4, megabyte)), undefined);
  assert.match((await unread(many(5, megabyte)))!, /^files of more than 4/);
  const notes = Array.from({ length: 10_001 }, (_, i) => [`/ws/f${i}.txt`, ""]);
  assert.equal(
    await unread(Object.fromEntries(notes)),
    "more than 10000 files",
  );
});

Deno.test("loadProgram says why the profile itself cannot be read", async () => {
  await failsWith("profile-missing", load({ "/ws/other.lua": "" }));
  await failsWith("file-unreadable", load({ "/ws/main.lua/x": "" }));
});

Deno.test("loadProgram brings imported profiles, with their modules and imports", async () => {
  const program = await load({
    "/ws/main.lua": `profile.import("user:night"); require("a")`,
    "/ws/a.lua": `profile.import("builtin:coder")`,
    "/home/night.lua": `require("shared"); profile.import("data")`,
    "/home/shared.lua": "night's",
    "/home/data.json": `{ "model": "a/b" }`,
  });
  const night = program.imports.get("user:night")!;
  assert.ok("root" in night);
  assert.equal(night.name, "user:night");
  assert.equal(night.root.entry.chunk, "user:night/night.lua");
  assert.equal(
    night.root.modules.get("shared")!.chunk,
    "user:night/shared.lua",
  );
  const coder = program.imports.get("builtin:coder")!;
  assert.ok("root" in coder);
  assert.equal(text(coder.root.entry.bytes), await profileText("coder"));
  assert.equal(coder.root.entry.file, "resources/profiles/coder.lua");
  assert.ok("root" in program.imports.get("builtin:default")!);
  const data = program.imports.get("data")!;
  assert.ok("data" in data);
  assert.deepEqual([data.name, JSON.stringify(data.data)], [
    "user:data",
    `{"model":"a/b"}`,
  ]);
});

Deno.test("loadProgram records why a profile cannot be imported", async () => {
  const rows: [string, RegExp][] = [
    [
      "user:nigth",
      /there is no profile `user:nigth`.*did you mean `user:night`\?/,
    ],
    ["coder", /ambiguous.*`builtin:coder` or `user:coder`/],
    ["./x.lua", /only a profile of a registry can be imported/],
    ["-", /only a profile of a registry can be imported/],
    ["team:x", /there is no source `team`/],
    ["user:gone", /cannot use the profile `user:gone`/],
    ["user:vanished", /cannot read `\/home\/vanished.lua`/],
    ["user:broken", /cannot read `\/home\/broken.json` as JSON/],
  ];
  for (const [selector, why] of rows) {
    const program = await load({
      "/ws/main.lua": `profile.import("${selector}")`,
      "/home/broken.json": "{",
    });
    const found = program.imports.get(selector)!;
    assert.ok("problem" in found, selector);
    assert.match(found.problem, why);
  }
});

Deno.test("loadProgram brings every profile when a selector is computed", async () => {
  const program = await load({
    "/ws/main.lua": `profile.import(which)`,
    "/home/night.lua": "",
    "/home/coder.lua": "",
    "/home/data.json": "{}",
    "/home/broken.json": "{}",
  });
  const usable = [...program.imports]
    .filter(([, found]) => !("problem" in found)).map(([text]) => text);
  assert.deepEqual(usable.sort(), [
    "broken",
    "builtin:coder",
    "builtin:default",
    "data",
    "default",
    "night",
    "user:broken",
    "user:coder",
    "user:data",
    "user:night",
  ]);
});

Deno.test("loadProgram ends when profiles import each other", async () => {
  const program = await load({
    "/ws/main.lua": `profile.import("user:night")`,
    "/home/night.lua": `profile.import("user:coder")`,
    "/home/coder.lua": `profile.import("user:night")`,
  });
  assert.deepEqual([...program.imports.keys()], ["user:night", "user:coder"]);
});

Deno.test("loadProgram takes a builtin profile from this program alone", async () => {
  const system = memorySystem({
    files: { "/resources/profiles/coder.lua": "not this" },
  });
  const program = await loadProgram(
    { kind: "registry", entry: REGISTRY.entries[1]! },
    REGISTRY,
    system,
  );
  assert.equal(text(program.entry.bytes), await profileText("coder"));
  assert.equal(program.entry.chunk, "coder.lua");
  assert.deepEqual([...program.imports.keys()], ["builtin:default"]);
});

/** The methods of a System, to be replaced one by one. */
function bound(system: System): System {
  return delegatingSystem(system, {});
}
