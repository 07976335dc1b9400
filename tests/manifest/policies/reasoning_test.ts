import assert from "node:assert/strict";
import type { ReasoningControl } from "../../../lib/schema/capability.ts";
import type { ModelInput, Quality } from "../../../lib/schema/model.ts";
import type { WorkerInput } from "../../../lib/schema/worker.ts";
import { manifestizeWith } from "../manifest_inputs.ts";

function modelWith(
  reasoning: ReasoningControl | undefined,
  more: Partial<ModelInput> = {},
): ModelInput {
  return {
    ref: "anthropic/claude-haiku-4-5",
    capability: {
      tool_calling: "parallel",
      structured_output: "none",
      ...reasoning && { reasoning },
      prompt_caching: { kind: "auto" },
    },
    ...more,
  };
}

/** Effort, budget of 200000 tokens, budget of 20000 tokens. */
const QUALITY: Readonly<Record<Quality, readonly unknown[]>> = {
  low: ["low", undefined, undefined],
  balanced: ["medium", 4000, 1024],
  high: ["high", 16000, 1600],
  max: ["xhigh", 32000, 3200],
};

for (const [quality, [effort, budget, small]] of Object.entries(QUALITY)) {
  const expected: readonly (readonly [Partial<ModelInput>, unknown])[] = [
    [modelWith("effort"), effort],
    [modelWith("both"), effort],
    [modelWith("budget_tokens"), budget],
    [modelWith("budget_tokens", { context_window: 20000 }), small],
    [modelWith(undefined), undefined],
    [{ scheme: "gemini", model_id: "x", auth: { kind: "none" } }, undefined],
  ];
  Deno.test(`reasoning: quality ${quality} asks what the model takes`, () => {
    for (const [model, reasoning] of expected) {
      const { manifest, problems } = manifestizeWith({
        model: { ...model, quality: quality as Quality },
      });
      assert.deepEqual(problems, []);
      assert.equal(manifest?.worker.reasoning, reasoning);
      assert.equal(
        Object.hasOwn(manifest!.worker, "reasoning"),
        reasoning !== undefined,
      );
    }
  });
}

const WRITTEN: readonly {
  readonly written: WorkerInput["reasoning"];
  readonly control: ReasoningControl | "none" | "unknown";
  readonly reasoning?: string | number;
  readonly problem?: string;
}[] = [
  { written: "high", control: "effort", reasoning: "high" },
  { written: "high", control: "both", reasoning: "high" },
  { written: 5000, control: "budget_tokens", reasoning: 5000 },
  { written: -1, control: "both", reasoning: -1 },
  { written: { ratio: 0.08 }, control: "budget_tokens", reasoning: 16000 },
  {
    written: "high",
    control: "none",
    reasoning: "high",
    problem: "warning reasoning-unsupported: `worker.reasoning` may have no " +
      "effect: `anthropic/claude-haiku-4-5` has no reasoning control",
  },
  {
    written: { ratio: 0.5 },
    control: "none",
    reasoning: 100000,
    problem: "warning reasoning-unsupported: `worker.reasoning` may have no " +
      "effect: `anthropic/claude-haiku-4-5` has no reasoning control",
  },
  {
    written: 5000,
    control: "effort",
    reasoning: 5000,
    problem: "warning reasoning-unsupported: `worker.reasoning` may have no " +
      "effect: `anthropic/claude-haiku-4-5` takes an effort label, not a token budget",
  },
  {
    written: "high",
    control: "budget_tokens",
    reasoning: "high",
    problem: "warning reasoning-unsupported: `worker.reasoning` may have no " +
      "effect: `anthropic/claude-haiku-4-5` takes a token budget, not an effort label",
  },
  {
    written: { ratio: 0.5 },
    control: "effort",
    problem: "error reasoning-ratio: `worker.reasoning` cannot be a ratio of " +
      "the window: `anthropic/claude-haiku-4-5` takes an effort label, not a token budget",
  },
];

for (const { written, control, reasoning, problem } of WRITTEN) {
  Deno.test(`reasoning: ${JSON.stringify(written)} for a model with ${control}`, () => {
    const { manifest, problems } = manifestizeWith({
      model: control === "unknown"
        ? {
          scheme: "gemini",
          model_id: "x",
          auth: { kind: "none" },
          quality: "max",
        }
        : modelWith(control === "none" ? undefined : control, {
          quality: "max",
        }),
      worker: written === undefined ? {} : { reasoning: written },
    });
    assert.equal(manifest?.worker.reasoning, reasoning);
    assert.deepEqual(
      problems.map((p) => `${p.severity} ${p.code}: ${p.message}`),
      problem === undefined ? [] : [problem],
    );
    for (const { path } of problems) {
      assert.deepEqual(path, ["worker", "reasoning"]);
    }
  });
}
