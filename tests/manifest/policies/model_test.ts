import assert from "node:assert/strict";
import { BUILTIN_CATALOG } from "../../catalog/builtin_catalog.ts";
import { manifestizeWith } from "../manifest_inputs.ts";

const NOTED = BUILTIN_CATALOG.models.find(({ note }) => note !== undefined)!;
const REF = `${NOTED.provider}/${NOTED.id}`;

Deno.test("pinModel: a budget of half a token is an error that says what to write", () => {
  const { problems } = manifestizeWith({
    model: { ref: REF, context_budget: 1000.5 },
  });
  assert.deepEqual(
    problems.filter(({ severity }) => severity === "error")
      .map(({ code, path, help }) => [code, path.join("."), help]),
    [["invalid-value", "model.context_budget", "write 1000"]],
  );
});

Deno.test("pinModel: a whole budget and a ratio are right", () => {
  for (const context_budget of [1000, 1, { ratio: 0.5 }]) {
    const { problems } = manifestizeWith({
      model: { ref: REF, context_budget },
    });
    assert.deepEqual(
      problems.filter(({ severity }) => severity === "error"),
      [],
    );
  }
});

Deno.test("pinModel: what the catalog notes of a model is said at its ref", () => {
  const { problems } = manifestizeWith({ model: { ref: REF } });
  const [said] = problems.filter(({ code }) => code === "model-note");
  assert.equal(said?.message, `about \`${REF}\`: ${NOTED.note}`);
  assert.equal(said?.severity, "note");
  assert.deepEqual(said?.path, ["model", "ref"]);
});
