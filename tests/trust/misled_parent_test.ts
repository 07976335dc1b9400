import assert from "node:assert/strict";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { misledParent } from "../../lib/trust/misled_parent.ts";

const system = memorySystem({
  files: {
    "/real/deep/folder/x": "",
    "/real/other/y": "",
    "/ws/own/z": "",
  },
  links: {
    "/ws/link": "/real/deep/folder",
    "/ws/beside": "own",
    "/ws/own/second": "/real/other",
    "/real/deep/third": "/ws/own",
    "/ws/loose": "/nowhere",
    // As `/tmp` is on macOS.
    "/short": "/real/deep",
  },
});

const ROWS: readonly (readonly [
  path: string,
  found?: readonly [link: string, read: string, real: string],
])[] = [
  ["/ws/own/z"],
  ["/ws/link/x"],
  ["/ws/own/../own"],
  ["/ws/..link/x"],
  ["/ws/link../x"],
  ["/ws/link/../x", ["/ws/link", "/ws/x", "/real/deep/x"]],
  ["/ws/link/..", ["/ws/link", "/ws", "/real/deep"]],
  ["/ws/./link//../x", ["/ws/link", "/ws/x", "/real/deep/x"]],
  ["/ws/link/../../x", ["/ws/link", "/x", "/real/x"]],
  // Up to the link and no further: both stand in the same folder again.
  ["/ws/link/x/../y"],
  // A link that stays in its folder.
  ["/ws/beside/../link"],
  // A link above both.
  ["/short/folder/../other"],
  ["/short/../x", ["/short", "/x", "/real/x"]],
  // Behind the first, by the real path, stands another: back to where it began.
  ["/ws/link/../third/../up"],
  ["/ws/link/../third/../z/../../up"],
  ["/ws/own/../own/second/..", ["/ws/own/second", "/ws/own", "/real"]],
  // Nothing is there yet.
  ["/ws/loose/../x"],
  ["/ws/missing/../link/../x", ["/ws/link", "/ws/x", "/real/deep/x"]],
  ["/../ws/own"],
];

for (const [path, found] of ROWS) {
  Deno.test(`misledParent: ${path} ${found ? `leads to ${found[2]}` : "is what it says"}`, async () => {
    const misled = await misledParent(system, path);
    assert.deepEqual(
      misled && [misled.link, misled.read, misled.real],
      found,
    );
  });
}
