import assert from "node:assert/strict";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { followFile } from "../../lib/trust/follow_file.ts";

const ROWS: readonly (readonly [
  what: string,
  links: Readonly<Record<string, string>>,
  path: string,
  home: string | undefined,
  throughLink: boolean,
])[] = [
  ["no link", {}, "/data/x.lua", "/home/ada", false],
  [
    "a link to the file",
    { "/data/y.lua": "x.lua" },
    "/data/y.lua",
    "/home/ada",
    true,
  ],
  [
    "a link at the top, such as /tmp",
    { "/t": "/data" },
    "/t/x.lua",
    undefined,
    false,
  ],
  [
    "a link beside the home directory",
    { "/home/eve": "/data" },
    "/home/eve/x.lua",
    "/home/ada",
    false,
  ],
  [
    "a link in the home directory",
    { "/home/ada/d": "/data" },
    "/home/ada/d/x.lua",
    "/home/ada",
    true,
  ],
  [
    "a link in another's",
    { "/home/eve/d": "/data" },
    "/home/eve/d/x.lua",
    "/home/ada",
    true,
  ],
];

for (const [what, links, path, home, throughLink] of ROWS) {
  Deno.test(`followFile: ${what} ${throughLink ? "is" : "is not"} one that somebody put there`, async () => {
    const system = memorySystem({ files: { "/data/x.lua": "" }, links });
    assert.deepEqual(await followFile(system, path, "typed", { home }), {
      real: "/data/x.lua",
      throughLink,
    });
  });
}
