import assert from "node:assert/strict";
import { deadLinks } from "../../scripts/dead_links.ts";

const TEXTS = {
  "README.md": "[a](docs/a.md#two-words) [b](LICENSE) [c](https://x.y/#z)",
  "docs/a.md": "# A\n\n## Two `words`\n\n[up](../README.md) [here](#a)",
};
const exists = (path: string) => path in TEXTS || path === "LICENSE";

const ROWS: readonly [string, string][] = [
  ["[x](docs/b.md)", "README.md: no file for the link docs/b.md"],
  ["[x](#there)", "README.md: no heading for the link #there"],
  ["[x](docs/a.md#b)", "README.md: no heading for the link docs/a.md#b"],
];

Deno.test("deadLinks: links that lead somewhere are left alone", () => {
  assert.deepEqual(deadLinks(TEXTS, exists), []);
});

for (const [text, problem] of ROWS) {
  Deno.test(`deadLinks: ${text}`, () => {
    const links = deadLinks({ ...TEXTS, "README.md": text }, exists);
    assert.deepEqual(links, [problem]);
  });
}
