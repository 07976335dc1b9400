import assert from "node:assert/strict";
import { notingSystem } from "../../../lib/cli/watch/noting_system.ts";
import { memorySystem } from "../../../lib/system/memory_system.ts";
import type { System } from "../../../lib/system/system.ts";

const encode = (text: string) => new TextEncoder().encode(text);

function world(): System {
  return memorySystem({
    files: {
      "/home/ada/ws/.insomnia/a.lua": "a",
      "/home/ada/ws/.insomnia/b.lua": "b",
      "/home/ada/dotfiles/profiles.toml": "p",
      "/home/ada/config/other": "",
    },
    links: { "/home/ada/config/profiles.toml": "../dotfiles/profiles.toml" },
  });
}

const ROOT = "/home/ada/ws";

/** What is asked, what happens then, and the paths that are not as they were. */
const CHANGES: readonly (readonly [
  what: string,
  ask: (system: System) => Promise<unknown>,
  happens: (world: System) => Promise<unknown>,
  changed: readonly string[],
])[] = [
  [
    "a file that was read has other bytes",
    (system) => system.readFile(`${ROOT}/.insomnia/a.lua`),
    (world) => world.writeFile(`${ROOT}/.insomnia/a.lua`, encode("c")),
    [`${ROOT}/.insomnia/a.lua`],
  ],
  [
    "a file that was read is written again as it was",
    async (system) => {
      await system.readFile(`${ROOT}/.insomnia/a.lua`);
      await system.fileInfo(`${ROOT}/.insomnia/a.lua`);
    },
    async (world) => {
      await world.remove(`${ROOT}/.insomnia/a.lua`);
      await world.writeFile(`${ROOT}/.insomnia/a.lua`, encode("a"));
    },
    [],
  ],
  [
    "a file beside it changes",
    (system) => system.readFile(`${ROOT}/.insomnia/a.lua`),
    (world) => world.writeFile(`${ROOT}/.insomnia/b.lua`, encode("c")),
    [],
  ],
  [
    "a file that was looked for is made",
    (system) => system.stat(`${ROOT}/new.lua`),
    (world) => world.writeFile(`${ROOT}/new.lua`, encode("c")),
    [`${ROOT}/new.lua`],
  ],
  [
    "a file that was refused is made",
    (system) => system.readFile(`${ROOT}/new.lua`).catch(() => {}),
    (world) => world.writeFile(`${ROOT}/new.lua`, encode("c")),
    [`${ROOT}/new.lua`],
  ],
  [
    "a file that was read is gone",
    (system) => system.readFile(`${ROOT}/.insomnia/a.lua`),
    (world) => world.remove(`${ROOT}/.insomnia/a.lua`),
    [`${ROOT}/.insomnia/a.lua`],
  ],
  [
    "a name is added to a folder that was listed",
    (system) => system.readDirectory(`${ROOT}/.insomnia`),
    (world) => world.writeFile(`${ROOT}/.insomnia/c.lua`, encode("c")),
    [`${ROOT}/.insomnia`],
  ],
  [
    "a link leads elsewhere",
    (system) => system.realPath("/home/ada/config/profiles.toml"),
    (world) =>
      world.rename("/home/ada/config/other", "/home/ada/config/profiles.toml"),
    ["/home/ada/config/profiles.toml"],
  ],
];

for (const [what, ask, happens, changed] of CHANGES) {
  Deno.test(`notingSystem.changed: ${what}`, async () => {
    const system = world();
    const noted = notingSystem(system);
    await ask(noted);
    assert.deepEqual(await noted.changed(), []);
    await happens(system);
    assert.deepEqual(await noted.changed(), changed);
  });
}

Deno.test("notingSystem: hands on what it is told, refusals too", async () => {
  const system = world();
  const noted = notingSystem(system);
  assert.deepEqual(
    await noted.readFile(`${ROOT}/.insomnia/a.lua`),
    await system.readFile(`${ROOT}/.insomnia/a.lua`),
  );
  assert.equal(
    (await noted.fileInfo("/home/ada/config/profiles.toml", {
      followLinks: false,
    }))?.kind,
    "link",
  );
  await assert.rejects(noted.readFile(`${ROOT}/.insomnia/a.lua`, 0), {
    kind: "too-large",
  });
  assert.equal(noted.filesRead(), 1);
});

/** What is asked, and the folders in which the answer can change. */
const FOLDERS: readonly (readonly [
  what: string,
  ask: (system: System) => Promise<unknown>,
  folders: readonly string[],
])[] = [
  [
    "of a file that was read",
    (system) => system.readFile(`${ROOT}/.insomnia/a.lua`),
    [`${ROOT}/.insomnia`],
  ],
  [
    "of a file behind a link, both",
    (system) => system.readFile("/home/ada/config/profiles.toml"),
    ["/home/ada/config", "/home/ada/dotfiles"],
  ],
  ["that were listed", (system) => system.readDirectory(ROOT), [ROOT]],
  [
    "in which a file would be made",
    (system) => system.stat(`${ROOT}/x/y/z.lua`),
    [ROOT],
  ],
  [
    "of the user's in which a file would be made",
    (system) => system.stat("/home/ada/config/models.toml"),
    ["/home/ada/config"],
  ],
  [
    "not those outside that are not there",
    (system) => system.stat("/home/ada/none/models.toml"),
    [],
  ],
  [
    "not those above in which a search found nothing",
    async (system) => {
      for (const folder of ["/home/ada", "/home", ""]) {
        await system.stat(`${folder}/.insomnia`);
        await system.fileInfo(`${folder}/.git`);
        await system.realPath(folder || "/");
      }
      await system.fileInfo(ROOT);
    },
    [],
  ],
  [
    "above in which something was read",
    (system) => system.readFile("/home/ada/config/other"),
    ["/home/ada/config"],
  ],
];

for (const [what, ask, folders] of FOLDERS) {
  Deno.test(`notingSystem.folders: ${what}`, async () => {
    const noted = notingSystem(world());
    await ask(noted);
    assert.deepEqual(await noted.folders(ROOT), folders);
  });
}
