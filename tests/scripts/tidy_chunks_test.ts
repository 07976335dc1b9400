import assert from "node:assert/strict";
import { tidyChunks } from "../../scripts/tidy_chunks.ts";

function tidied(chunks: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    tidyChunks(new Map(Object.entries(chunks)), "cli.js"),
  );
}

Deno.test("tidyChunks: who loads a file that passes names on loads the code", () => {
  assert.deepEqual(
    tidied({
      "cli.js": `import{a}from"./code.js";var p=()=>import("./part.js");a(p);`,
      "part.js":
        `import{q as x,r}from"./code.js";import"./cli.js";export{x as run,r as b};\n`,
      "code.js": "var a,q,r;export{a,q,r};",
    }),
    {
      "cli.js":
        `import{a}from"./code.js";var p=()=>import("./code.js").then(c=>({run:c.q,b:c.r}));a(p);`,
      "code.js": "var a,q,r;export{a,q,r};",
    },
  );
});

Deno.test("tidyChunks: a file with code of its own stays, and one with names of two files", () => {
  const chunks = {
    "cli.js":
      `import("./own.js");import("./two.js");import("./only.js");export{};`,
    "own.js": `import{q as x}from"./code.js";x();export{x as run};`,
    "two.js":
      `import{q as x}from"./code.js";import{s}from"./more.js";export{x as run,s};`,
    "only.js": `import"./code.js";`,
    "code.js": "var q;export{q};",
    "more.js": "var s;export{s};",
  };
  assert.deepEqual(tidied(chunks), chunks);
});

Deno.test("tidyChunks: what nothing names goes", () => {
  const chunks = {
    "cli.js": `import("./a.js");`,
    "a.js": "a();",
    "unused.js": `import"./a.js";b();`,
  };
  assert.deepEqual(Object.keys(tidied(chunks)), ["cli.js", "a.js"]);
});
