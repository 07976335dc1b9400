import assert from "node:assert/strict";
import { explainProblems } from "../../../lib/schema/explain/explain_problems.ts";
import { PERMISSIONS } from "../../../lib/schema/permissions.ts";
import { SKILLS } from "../../../lib/schema/skills.ts";
import type { SchemaNode } from "../../../lib/schema/schema_node.ts";

const SECRET = "sk-ant-api03-aB3dE5fG7hJ9kL2mN4pQ6rS8tU0vW1xY3zA5bC7a";

const ROWS: readonly (readonly [
  node: SchemaNode,
  value: (text: string) => unknown,
  harmless: string,
])[] = [
  [
    PERMISSIONS.input,
    (text) => ({ default_action: "ask", rule: [["Bash", text, "allow"]] }),
    "git *",
  ],
  [SKILLS.input, (text) => ({ directories: text }), "./skills"],
];

for (const [node, value, harmless] of ROWS) {
  Deno.test(`explainProblems: a fix repeats ${harmless}, and no secret`, () => {
    const explain = (text: string) =>
      JSON.stringify(explainProblems(node, value(text), { document: "it" }));
    assert.match(explain(harmless), /"fixes"/);
    assert.ok(explain(harmless).includes(harmless));
    assert.ok(!explain(SECRET).includes(SECRET));
  });
}
