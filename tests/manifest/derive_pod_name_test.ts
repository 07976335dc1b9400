import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { derivePodName } from "../../lib/manifest/derive_pod_name.ts";
import { isPodName } from "../../lib/schema/pod_name.ts";

const NAMES: Readonly<Record<string, string>> = {
  "/home/me/project": "project",
  "/home/me/My Project (2)/": "My-Project--2-",
  "/home/me/.config": ".config",
  "/home/me/日本😀": "---",
  "/": "pod",
  "C:/": "pod",
};

for (const [workspace, name] of Object.entries(NAMES)) {
  Deno.test(`derivePodName: ${workspace} is ${name}`, () => {
    assert.equal(derivePodName(workspace), name);
  });
}

Deno.test("derivePodName: any folder gives a valid name", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (folder) => {
    const name = derivePodName(`/${folder}`);
    assert.ok(isPodName(name));
    assert.match(name, /^[A-Za-z0-9._-]+$/);
  }));
});
