import fc from "../fast_check.ts";
import assert from "node:assert/strict";
import { MODELS } from "../../lib/catalog/models_schema.ts";
import { PROVIDERS } from "../../lib/catalog/providers_schema.ts";
import { isProfileInput } from "../../lib/profile/is_profile_input.ts";
import {
  ModelsSchema,
  PodManifestSchema,
  ProfileSchema,
  ProvidersSchema,
  RegistrySchema,
} from "../../lib/api/zod_schemas.ts";
import { REGISTRY } from "../../lib/registry/registry_schema.ts";
import { accepts } from "../../lib/schema/accepts.ts";
import { explainProblems } from "../../lib/schema/explain/explain_problems.ts";
import { MANIFEST, PROFILE } from "../../lib/schema/field_table.ts";
import type { SchemaNode } from "../../lib/schema/schema_node.ts";
import type { Schema } from "../../lib/schema/zod_schema.ts";
import { damaged } from "../arbitraries/damaged.ts";
import { fromSchema } from "../arbitraries/from_schema.ts";

const DOCUMENTS: readonly (readonly [string, SchemaNode, Schema<unknown>])[] = [
  ["manifest", MANIFEST, PodManifestSchema],
  ["profile", PROFILE, ProfileSchema],
  ["registry", REGISTRY.input, RegistrySchema],
  ["providers", PROVIDERS.input, ProvidersSchema],
  ["models", MODELS.input, ModelsSchema],
];

for (const [name, node, schema] of DOCUMENTS) {
  const valid = fromSchema(node);

  Deno.test(`accepts and zod take every ${name} that is one`, () => {
    fc.assert(
      fc.property(valid, (value) => {
        assert.equal(schema.safeParse(value).success, true);
        assert.equal(accepts(node, value), true);
      }),
      { numRuns: 60 },
    );
  });

  Deno.test(`accepts, zod and explainProblems agree on a damaged ${name}`, () => {
    let refused = 0;
    fc.assert(
      fc.property(damaged(valid), (value) => {
        const right = schema.safeParse(value).success;
        if (!right) refused++;
        assert.equal(accepts(node, value), right);
        const problems = explainProblems(node, value, { document: "it" });
        assert.equal(problems.length === 0, right);
      }),
      { numRuns: 400 },
    );
    assert.ok(refused > 40, `only ${refused} damaged values were wrong`);
  });
}

const HOSTILE: readonly (readonly [string, unknown])[] = [
  ["__proto__ as a field", JSON.parse('{"model":"a/b","__proto__":{}}')],
  [
    "__proto__ as a name of a map",
    JSON.parse(
      '{"model":"a/b","worker":{"tool_output":{"per_tool":{"__proto__":1}}}}',
    ),
  ],
  ["constructor as a field", JSON.parse('{"model":"a/b","constructor":1}')],
  ["a field from the prototype", Object.create({ model: "a/b" })],
  [
    "an instance of a class",
    new (class {
      model = "a/b";
    })(),
  ],
  ["a list with a hole", { model: "a/b", skills: { directories: Array(1) } }],
];

for (const [name, value] of HOSTILE) {
  Deno.test(`isProfileInput refuses ${name}`, () => {
    assert.equal(isProfileInput(value), false);
  });
}

Deno.test("isProfileInput takes objects without a prototype, in depth", () => {
  const bare = (fields: object) => Object.assign(Object.create(null), fields);
  const worker = bare({ tool_output: bare({ per_tool: bare({ Bash: 1 }) }) });
  assert.equal(
    isProfileInput(bare({ model: bare({ ref: "a/b" }), worker })),
    true,
  );
});

Deno.test("explainProblems names __proto__, which zod passes over in maps", () => {
  const problems = explainProblems(PROFILE, HOSTILE[1]![1], {
    document: "it",
  });
  assert.deepEqual(problems.map(({ code }) => code), ["invalid-value"]);
});
