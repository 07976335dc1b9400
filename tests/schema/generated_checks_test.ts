import fc from "npm:fast-check@4.10.2";
import assert from "node:assert/strict";
import {
  ModelsSchema,
  ProvidersSchema,
} from "../../lib/catalog/catalog_schema.ts";
import { isModelsDocument } from "../../lib/catalog/is_models_document.generated.ts";
import { isProvidersDocument } from "../../lib/catalog/is_providers_document.generated.ts";
import { isPodManifest } from "../../lib/manifest/is_pod_manifest.generated.ts";
import { PodManifestSchema } from "../../lib/manifest/pod_manifest.ts";
import { isProfileInput } from "../../lib/profile/is_profile_input.generated.ts";
import { ProfileSchema } from "../../lib/profile/profile_input.ts";
import { isRegistryDocument } from "../../lib/registry/is_registry_document.generated.ts";
import { RegistrySchema } from "../../lib/registry/registry_schema.ts";
import { explainProblems } from "../../lib/schema/explain/explain_problems.ts";
import type { Schema } from "../../lib/schema/schema.ts";
import { damaged } from "../arbitraries/damaged.ts";
import { fromSchema } from "../arbitraries/from_schema.ts";

const CHECKS:
  readonly (readonly [(value: unknown) => boolean, Schema<unknown>])[] = [
    [isPodManifest, PodManifestSchema],
    [isProfileInput, ProfileSchema],
    [isRegistryDocument, RegistrySchema],
    [isProvidersDocument, ProvidersSchema],
    [isModelsDocument, ModelsSchema],
  ];

for (const [check, schema] of CHECKS) {
  const valid = fromSchema(schema);

  Deno.test(`${check.name} and its schema accept every value of the type`, () => {
    fc.assert(
      fc.property(valid, (value) => {
        assert.equal(schema.safeParse(value).success, true);
        assert.equal(check(value), true);
      }),
      { numRuns: 60 },
    );
  });

  Deno.test(`${check.name}, its schema and explainProblems agree on damaged values`, () => {
    let refused = 0;
    fc.assert(
      fc.property(damaged(valid), (value) => {
        const right = schema.safeParse(value).success;
        if (!right) refused++;
        assert.equal(check(value), right);
        const problems = explainProblems(schema, value, { document: "it" });
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
  const problems = explainProblems(ProfileSchema, HOSTILE[1][1], {
    document: "it",
  });
  assert.deepEqual(problems.map(({ code }) => code), ["invalid-value"]);
});
