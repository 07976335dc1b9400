import assert from "node:assert/strict";
import { hasPrograms } from "../has_programs.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import type { LuaProgram } from "../../lib/source/lua_program.ts";
import type { ProfileRegistry } from "../../lib/registry/profile_registry.ts";
import { loadProgram } from "../../lib/source/load_program.ts";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import { denoSystem } from "../../lib/system/deno_system.ts";
import type { System } from "../../lib/system/system.ts";
import { folderWith } from "../cli/run_cli.ts";

// What only a real disk has: links, pipes, devices, letter case, rights.

const REGISTRY: ProfileRegistry = {
  entries: [],
  aliases: [],
  problems: [],
  files: [],
};
const COMPUTED = `for _, name in ipairs(names) do require(name) end`;
const POSIX = { ignore: Deno.build.os === "windows" };
const WITH_PIPES = { ignore: POSIX.ignore || !hasPrograms("mkfifo") };

function load(
  folder: string,
  file = "main.lua",
  system: System = denoSystem(),
): Promise<LuaProgram> {
  return loadProgram(
    { kind: "path", path: `${folder}/${file}` },
    REGISTRY,
    system,
  );
}

function problems(program: LuaProgram): [string, string][] {
  return [...program.moduleProblems!].sort();
}

function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

async function failsWith(
  code: string,
  loading: Promise<unknown>,
): Promise<void> {
  await assert.rejects(
    loading,
    (error) => error instanceof ProfileError && error.code === code,
  );
}

async function makePipe(path: string): Promise<void> {
  const { success } = await new Deno.Command("mkfifo", { args: [path] })
    .output();
  assert.ok(success);
}

Deno.test(
  "loadProgram on disk: in a project links are followed inside the profile's directory only",
  POSIX,
  async () => {
    const outside = folderWith({ "secret.lua": "return 'secret'" });
    const folder = folderWith({
      ".git": "gitdir: elsewhere",
      "main.lua": COMPUTED,
      "real/inside.lua": "inside",
    });
    await Deno.symlink("real/inside.lua", `${folder}/link.lua`);
    await Deno.symlink(`${outside}/secret.lua`, `${folder}/escape.lua`);
    await Deno.symlink(outside, `${folder}/away`);
    await Deno.symlink("/etc/passwd", `${folder}/passwd.lua`);
    await Deno.symlink("nowhere.lua", `${folder}/lost.lua`);
    await Deno.symlink("round.lua", `${folder}/round.lua`);
    await Deno.symlink("..", `${folder}/real/up`);
    const program = await load(folder);
    assert.deepEqual([...program.modules.keys()].sort(), [
      "link",
      "main",
      "real.inside",
    ]);
    const out = "it is a link out of the profile's directory";
    const [escape, lost, passwd, round, ...rest] = problems(program);
    assert.deepEqual(escape, ["escape", out]);
    assert.deepEqual(lost, ["lost", "it is a link to nothing"]);
    assert.deepEqual(passwd, ["passwd", out]);
    assert.equal(round![0], "round");
    assert.deepEqual(rest, []);

    await Deno.writeTextFile(`${folder}/main.lua`, `require("away.secret")`);
    assert.deepEqual(problems(await load(folder)), [["away.secret", out]]);
  },
);

Deno.test(
  "loadProgram on disk: a linked profile directory is a directory like any other",
  POSIX,
  async () => {
    const real = folderWith({ "main.lua": `require("a.b")`, "a/b.lua": "b" });
    const folder = folderWith();
    await Deno.symlink(real, `${folder}/linked`);
    const program = await load(folder, "linked/main.lua");
    assert.equal(text(program.modules.get("a.b")?.bytes), "b");
    assert.equal(program.modules.get("a.b")?.file, `${folder}/linked/a/b.lua`);
  },
);

Deno.test(
  "loadProgram on disk: a linked profile takes its modules from where the link is",
  POSIX,
  async () => {
    const store = folderWith({
      "x.lua": COMPUTED,
      "shared.lua": "the store's",
    });
    const folder = folderWith({ "shared.lua": "its own" });
    await Deno.symlink(`${store}/x.lua`, `${folder}/main.lua`);
    // Outside of projects a person linked it, and may link each module as well.
    await Deno.symlink(`${store}/shared.lua`, `${folder}/more.lua`);
    const program = await load(folder);
    assert.equal(text(program.modules.get("shared")?.bytes), "its own");
    assert.equal(text(program.modules.get("more")?.bytes), "the store's");
    assert.deepEqual(problems(program), []);
    await Deno.mkdir(`${folder}/.git`);
    await failsWith("profile-unsupported", load(folder));
  },
);

Deno.test("loadProgram on disk: letter case counts", async () => {
  const folder = folderWith({
    "main.lua": `require("Shared"); require("dir.x")`,
    "shared.lua": "",
    "Dir/x.lua": "",
  });
  assert.deepEqual(problems(await load(folder)), [
    ["Shared", "the file is called `shared.lua`, and letter case counts"],
    ["dir.x", "the file is called `Dir`, and letter case counts"],
  ]);
});

Deno.test(
  "loadProgram on disk: a pipe or a device is no module, and nobody waits for it (with mkfifo)",
  WITH_PIPES,
  async () => {
    const folder = folderWith({
      "main.lua": COMPUTED,
      "directory.lua/x.lua": "",
    });
    await makePipe(`${folder}/shared.lua`);
    await Deno.symlink("/dev/zero", `${folder}/zero.lua`);
    await Deno.symlink("/dev/tty", `${folder}/tty.lua`);
    const computed = await load(folder);
    assert.deepEqual([...computed.modules.keys()], ["main"]);
    const none = "it is not a file";
    assert.deepEqual(problems(computed), [
      ["shared", none],
      ["tty", none],
      ["zero", none],
    ]);
    await Deno.writeTextFile(
      `${folder}/main.lua`,
      `require("shared"); require("directory")`,
    );
    assert.deepEqual(problems(await load(folder)), [
      ["directory", none],
      ["shared", none],
    ]);
  },
);

Deno.test(
  "loadProgram on disk: a pipe or a device is no profile, and nobody waits for it (with mkfifo)",
  WITH_PIPES,
  async () => {
    const folder = folderWith();
    await makePipe(`${folder}/pipe.lua`);
    await Deno.symlink("/dev/zero", `${folder}/zero.lua`);
    await failsWith("file-unreadable", load(folder, "pipe.lua"));
    await failsWith("file-unreadable", load(folder, "zero.lua"));
    // A device that a person names is read, up to the limit.
    await failsWith("limit-source", load("/dev", "zero"));
  },
);

Deno.test("loadProgram on disk: a file without the right to read it", {
  ignore: Deno.build.os === "windows" || Deno.uid() === 0,
}, async () => {
  const folder = folderWith({
    "main.lua": `require("closed")`,
    "closed.lua": "",
  });
  await Deno.chmod(`${folder}/closed.lua`, 0);
  assert.deepEqual(problems(await load(folder)), [
    ["closed", "permission denied"],
  ]);
  await failsWith("file-unreadable", load(folder, "closed.lua"));
});

Deno.test("loadProgram on disk: a file of 10 MB is refused without being read", async () => {
  const folder = folderWith({ "main.lua": `require("large")` });
  using large = await Deno.open(`${folder}/large.lua`, {
    write: true,
    createNew: true,
  });
  await large.truncate(10_000_000);
  await failsWith("limit-source", load(folder));
  await failsWith("limit-source", load(folder, "large.lua"));
});

Deno.test("loadProgram on disk: 300 modules, and a directory of 12,000 files", async () => {
  const names = Array.from({ length: 300 }, (_, i) => `m${i}`);
  const folder = folderWith({
    "main.lua": COMPUTED,
    "literal.lua": `require("m0"); require("m299")`,
    ...Object.fromEntries(names.map((name) => [`${name}.lua`, ""])),
  });
  const all = await load(folder);
  assert.equal(all.modules.size, 256);
  assert.equal(all.unread, "more than 256 files");
  const literal = await load(folder, "literal.lua");
  assert.deepEqual([...literal.modules.keys()], ["m0", "m299"]);

  const huge = folderWith({
    "main.lua": COMPUTED,
    "literal.lua": `require("a")`,
    "a.lua": "",
    ...Object.fromEntries(
      Array.from({ length: 12_000 }, (_, i) => [`notes-${i}.txt`, ""]),
    ),
  });
  assert.equal((await load(huge)).unread, "more than 10000 files");
  assert.equal((await load(huge, "literal.lua")).modules.size, 1);
});

Deno.test(
  "loadProgram on disk: what was checked is what is used",
  POSIX,
  async () => {
    const outside = folderWith({ "secret.lua": "secret" });
    const folder = folderWith({ "main.lua": COMPUTED, "real.lua": "checked" });
    await Deno.mkdir(`${folder}/.git`);
    await Deno.symlink("real.lua", `${folder}/link.lua`);
    const system = denoSystem();
    // As soon as a path was looked at, somebody changes what it leads to.
    const changing = delegatingSystem(system, {
      async realPath(path) {
        const real = await system.realPath(path);
        if (path.endsWith("/link.lua")) {
          await Deno.remove(path);
          await Deno.symlink(`${outside}/secret.lua`, path);
        }
        return real;
      },
      async readFile(path, maxBytes) {
        const bytes = await system.readFile(path, maxBytes);
        if (path.endsWith("/main.lua")) {
          await Deno.writeTextFile(path, "changed");
        }
        return bytes;
      },
    });
    const program = await load(folder, "main.lua", changing);
    assert.equal(text(program.entry.bytes), COMPUTED);
    assert.equal(text(program.modules.get("main")?.bytes), COMPUTED);
    assert.equal(text(program.modules.get("link")?.bytes), "checked");
  },
);
