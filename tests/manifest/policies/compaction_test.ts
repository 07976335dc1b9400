import assert from "node:assert/strict";
import type { Profile } from "../../../lib/profile/profile.ts";
import { manifestizeWith, manifestOf } from "../manifest_inputs.ts";

Deno.test("compaction: what is written wins over the preset", () => {
  const { compaction } = manifestOf({
    compaction: {
      preset: "balanced",
      threshold: 90000,
      worker_context_max_tokens: { ratio: 0.1 },
      retained_tokens: 1,
    },
  });
  assert.equal(compaction?.threshold, 90000);
  assert.equal(compaction?.request_threshold, 150000);
  assert.equal(compaction?.worker_context_max_tokens, 20000);
  assert.equal(compaction?.retained_tokens, 1);
});

Deno.test("compaction: thresholds are of the main model, the worker's of its own", () => {
  const { compaction } = manifestOf({
    model: { ref: "anthropic/claude-sonnet-4-6" },
    compaction: {
      preset: "long_coding",
      model: { ref: "anthropic/claude-haiku-4-5" },
    },
  });
  assert.equal(compaction?.threshold, 735294);
  assert.equal(compaction?.worker_context_max_tokens, 73529);
  assert.equal(compaction?.model?.model_id, "claude-haiku-4-5");
});

type Compaction = NonNullable<Profile["compaction"]>;

/** On a window of 200000 tokens. */
const RULES: readonly {
  readonly rule: string;
  readonly compaction: Compaction;
  readonly code?: string;
  readonly message?: string;
  readonly help?: string;
  readonly path?: readonly string[];
}[] = [
  {
    rule: "threshold just below request_threshold",
    compaction: { threshold: 99999, request_threshold: 100000 },
  },
  {
    rule: "threshold equal to request_threshold",
    compaction: { threshold: 100000, request_threshold: 100000 },
    code: "compaction-order",
    message: "`compaction.threshold` is not below " +
      "`compaction.request_threshold`: 100000 and 100000 tokens",
    help: "a `threshold` of at most 0.499 of the 200000 tokens fits",
    path: ["compaction", "threshold"],
  },
  {
    rule: "a preset's threshold above a written request_threshold",
    compaction: { preset: "frugal", request_threshold: 100 },
    code: "compaction-order",
    message: "`compaction.threshold` is not below " +
      "`compaction.request_threshold`: 80000 and 100 tokens",
    help: "a `threshold` below 0.001 of the 200000 tokens fits",
    path: ["compaction", "preset"],
  },
  {
    rule: "request_threshold that leaves exactly the reserve",
    compaction: { request_threshold: 196000 },
  },
  {
    rule: "request_threshold that leaves a token too little",
    compaction: { request_threshold: 196001 },
    code: "compaction-window",
    message: "`compaction.request_threshold` leaves too little of the " +
      "context window: 196001 tokens, at most 196000 (200000 less 4000 for the answer)",
    help: "a `request_threshold` of at most 0.98 of the 200000 tokens fits",
    path: ["compaction", "request_threshold"],
  },
  {
    rule: "a small reserve counts as 1024",
    compaction: {
      request_threshold: { ratio: 0.998 },
      final_reserve_tokens: 0,
    },
    code: "compaction-window",
    message: "`compaction.request_threshold` leaves too little of the " +
      "context window: 199600 tokens, at most 198976 (200000 less 1024 for the answer)",
    help: "a `request_threshold` of at most 0.994 of the 200000 tokens fits",
    path: ["compaction", "request_threshold"],
  },
  {
    rule: "a reserve beyond the window",
    compaction: { request_threshold: 1, final_reserve_tokens: 300000 },
    code: "compaction-window",
    message: "`compaction.request_threshold` leaves too little of the " +
      "context window: 1 tokens, at most 0 (200000 less 300000 for the answer)",
    help:
      "lower `final_reserve_tokens`, or choose a model with a larger window",
    path: ["compaction", "request_threshold"],
  },
  {
    rule: "worker_context_max_tokens at its bounds",
    compaction: { worker_context_max_tokens: 8000 },
  },
  {
    rule: "worker_context_max_tokens at the window",
    compaction: { worker_context_max_tokens: 200000 },
  },
  {
    rule: "worker_context_max_tokens below 8000",
    compaction: { worker_context_max_tokens: { ratio: 0.0399 } },
    code: "compaction-worker-window",
    message: "`compaction.worker_context_max_tokens` is too low: 7980 " +
      "tokens, from 8000 to 200000, the window of `anthropic/claude-haiku-4-5`",
    help: "a ratio of at least 0.04 of the 200000 tokens fits",
    path: ["compaction", "worker_context_max_tokens"],
  },
  {
    rule: "worker_context_max_tokens above the window",
    compaction: { worker_context_max_tokens: 200001 },
    code: "compaction-worker-window",
    message: "`compaction.worker_context_max_tokens` is too high: 200001 " +
      "tokens, from 8000 to 200000, the window of `anthropic/claude-haiku-4-5`",
    help: "a ratio of at most 0.999 of the 200000 tokens fits",
    path: ["compaction", "worker_context_max_tokens"],
  },
  {
    rule: "the default of worker_context_max_tokens above a small window",
    compaction: {
      model: {
        scheme: "anthropic",
        model_id: "small",
        auth: { kind: "none" },
        context_window: 32000,
      },
    },
    code: "compaction-worker-window",
    message: "`compaction.worker_context_max_tokens` is too high: 50000 " +
      "tokens, from 8000 to 32000, the window of `small`",
    help: "a ratio of at most 0.999 of the 32000 tokens fits",
    path: ["compaction"],
  },
  {
    rule: "a preset on a window in which no worker fits",
    compaction: {
      preset: "frugal",
      model: {
        scheme: "anthropic",
        model_id: "tiny",
        auth: { kind: "none" },
        context_window: 4096,
      },
    },
    code: "compaction-worker-window",
    message: "`compaction.worker_context_max_tokens` is too low: 819 " +
      "tokens, from 8000 to 4096, the window of `tiny`",
    help: "choose a `compaction.model` with a larger window",
    path: ["compaction", "preset"],
  },
];

for (const { rule, compaction, code, message, help, path } of RULES) {
  Deno.test(`compaction: ${rule} ${code ? "is an error" : "is right"}`, () => {
    const { problems } = manifestizeWith({ compaction });
    assert.deepEqual(
      problems,
      code === undefined
        ? []
        : [{ code, severity: "error", message, path, help }],
    );
  });
}
