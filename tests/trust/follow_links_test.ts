import assert from "node:assert/strict";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { followLinks } from "../../lib/trust/follow_links.ts";

/** A chain of links, on a system that has followed it already. */
function chain(count: number) {
  const links = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`/l${at}`, `l${at + 1}`]),
  );
  const world = memorySystem({ files: { [`/l${count}`]: "" }, links });
  return delegatingSystem(world, { realPath: () => Promise.resolve("/real") });
}

Deno.test("followLinks: as many links as an operating system follows, and no more", async () => {
  const { links } = await followLinks(chain(40), "/l0");
  assert.equal(links.length, 40);
  await assert.rejects(followLinks(chain(41), "/l0"), {
    message: "too many levels of symbolic links",
  });
});
