import assert from "node:assert/strict";
import type { Profile } from "../../../lib/profile/profile.ts";
import { compactionSizes } from "../../../lib/manifest/policies/compaction_sizes.ts";
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

Deno.test("compaction: retention is half, once or twice the defaults that are not written", () => {
  const kept = (compaction: NonNullable<Profile["compaction"]>) => {
    const section = manifestOf({ compaction }).compaction!;
    return [
      section.retained_tokens,
      section.summary_target_tokens,
      section.summary_max_tokens,
      section.auto_read_budget_tokens,
      section.prune_protected_tokens,
    ];
  };
  assert.deepEqual(kept({}), [8000, 2000, 4000, 8000, 8000]);
  assert.deepEqual(kept({ retention: "normal" }), [
    8000,
    2000,
    4000,
    8000,
    8000,
  ]);
  assert.deepEqual(kept({ retention: "short" }), [
    4000,
    1000,
    2000,
    4000,
    8000,
  ]);
  assert.deepEqual(kept({ retention: "long" }), [
    16000,
    4000,
    8000,
    16000,
    8000,
  ]);
  assert.deepEqual(
    kept({ retention: "long", summary_max_tokens: 5 }),
    [16000, 4000, 5, 16000, 8000],
  );
  assert.equal(
    Object.hasOwn(
      manifestOf({ compaction: { retention: "long" } }).compaction!,
      "retention",
    ),
    false,
  );
});

Deno.test("compaction: the worker reads 50000 tokens, at most the window of its model", () => {
  const read = (context_window: number, own?: number) => {
    const model = (size: number) => ({
      scheme: "openai_chat",
      model_id: "m",
      auth: { kind: "none" },
      context_window: size,
    } as const);
    const { manifest, problems } = manifestizeWith({
      model: model(context_window),
      compaction: own === undefined ? {} : { model: model(own) },
    });
    assert.deepEqual(problems, []);
    return manifest!.compaction!.worker_context_max_tokens;
  };
  assert.equal(read(200000), 50000);
  assert.equal(read(32768), 32768);
  assert.equal(read(32768, 200000), 50000);
  assert.equal(read(200000, 9000), 9000);
});

type Compaction = NonNullable<Profile["compaction"]>;

const TINY = {
  scheme: "anthropic",
  model_id: "tiny",
  auth: { kind: "none" },
} as const;

/** On a window of 200000 tokens of which an answer takes 8192. */
const RULES: readonly {
  readonly rule: string;
  readonly compaction: Compaction;
  /** Severity, code and path, message, help. */
  readonly problem?: readonly [string, string, string];
}[] = [
  {
    rule: "threshold just below request_threshold",
    compaction: { threshold: 99999, request_threshold: 100000 },
  },
  {
    rule: "threshold equal to request_threshold",
    compaction: { threshold: 100000, request_threshold: 100000 },
    problem: [
      "error compaction-order compaction.threshold",
      "`compaction.threshold` is not below `compaction.request_threshold`: 100000 and 100000 tokens",
      "a `threshold` of at most 99999 tokens fits, or a ratio of at most 0.499",
    ],
  },
  {
    rule: "a threshold above what the preset has",
    compaction: { preset: "frugal", threshold: 100000 },
    problem: [
      "error compaction-order compaction.threshold",
      "`compaction.threshold` is not below `compaction.request_threshold`: 100000 and 100000 tokens",
      "a `threshold` of at most 99999 tokens fits, or a ratio of at most 0.499",
    ],
  },
  {
    rule: "a preset's threshold above a written request_threshold",
    compaction: { preset: "frugal", request_threshold: 70000 },
    problem: [
      "error compaction-order compaction.request_threshold",
      "`compaction.threshold` is not below `compaction.request_threshold`: 80000 and 70000 tokens",
      "a `threshold` of at most 69999 tokens fits, or a ratio of at most 0.349",
    ],
  },
  {
    rule: "request_threshold that leaves exactly the answer's room",
    compaction: { request_threshold: 191808 },
  },
  {
    rule: "request_threshold above the room for a request",
    compaction: { request_threshold: 191809 },
    problem: [
      "warning compaction-room compaction.request_threshold",
      "`compaction.request_threshold` is more than a request may have: 191809 tokens, 191808 are left beside the 8192 for the answer (`worker.max_tokens`, the catalog's `default_max_tokens`)",
      "write at most 191808, or a smaller `worker.max_tokens`",
    ],
  },
  {
    rule: "a ratio above the room for a request",
    compaction: { request_threshold: { ratio: 0.96 } },
    problem: [
      "warning compaction-room compaction.request_threshold",
      "`compaction.request_threshold` is more than a request may have: 192000 tokens, 191808 are left beside the 8192 for the answer (`worker.max_tokens`, the catalog's `default_max_tokens`)",
      "write at most 191808, or a smaller `worker.max_tokens`",
    ],
  },
  {
    rule: "request_threshold a token too near to the window",
    compaction: { request_threshold: 198977 },
    problem: [
      "error compaction-window compaction.request_threshold",
      "`compaction.request_threshold` leaves too little of the context window: 198977 tokens, at most 198976 (200000 less 1024 for the answer)",
      "a `request_threshold` of at most 198976 tokens fits, or a ratio of at most 0.994",
    ],
  },
  {
    rule: "threshold alone a token too near to the window",
    compaction: { threshold: 198977 },
    problem: [
      "error compaction-window compaction.threshold",
      "`compaction.threshold` leaves too little of the context window: 198977 tokens, at most 198976 (200000 less 1024 for the answer)",
      "a `threshold` of at most 198976 tokens fits, or a ratio of at most 0.994",
    ],
  },
  {
    rule: "the worker's reserves, which the main window does not know",
    compaction: {
      request_threshold: 100000,
      final_reserve_tokens: 49999,
      finish_warning_remaining_tokens: 49999,
    },
  },
  {
    rule: "a reserve as large as what the worker reads",
    compaction: { final_reserve_tokens: 50000 },
    problem: [
      "error compaction-worker-window compaction.final_reserve_tokens",
      "`compaction.worker_context_max_tokens` is not above `compaction.final_reserve_tokens`: 50000 and 50000 tokens",
      "a `worker_context_max_tokens` of at least 50001 tokens, or a `final_reserve_tokens` of at most 49999",
    ],
  },
  {
    rule: "a worker that reads no more than what makes it finish",
    compaction: { worker_context_max_tokens: { ratio: 0.04 } },
    problem: [
      "error compaction-worker-window compaction.worker_context_max_tokens",
      "`compaction.worker_context_max_tokens` is not above `compaction.finish_warning_remaining_tokens`: 8000 and 8000 tokens",
      "a `worker_context_max_tokens` of at least 8001 tokens, or a `finish_warning_remaining_tokens` of at most 7999",
    ],
  },
  {
    rule: "worker_context_max_tokens at the window",
    compaction: { worker_context_max_tokens: 200000 },
  },
  {
    rule: "worker_context_max_tokens above the window",
    compaction: { worker_context_max_tokens: 200001 },
    problem: [
      "error compaction-worker-window compaction.worker_context_max_tokens",
      "`compaction.worker_context_max_tokens` is more than the window of the model that compacts: 200001 tokens, at most 200000",
      "a `worker_context_max_tokens` of at most 200000 tokens fits, or a ratio of at most 0.999",
    ],
  },
  {
    rule: "as much left as starts it",
    compaction: { request_threshold: 20000 },
    problem: [
      "error compaction-remains compaction.request_threshold",
      "what compaction leaves is not below `compaction.request_threshold`, and the runtime would give up: 20000 tokens (`retained_tokens` 8000, `summary_max_tokens` 4000, `auto_read_budget_tokens` 8000) and 20000",
      "a `request_threshold` of at least 20001 tokens fits, or a ratio of at least 0.101, or less of the three",
    ],
  },
  {
    rule: "a token less left than starts it",
    compaction: { request_threshold: 20001 },
  },
  {
    rule: "a preset with a compacting model that is too small",
    compaction: {
      preset: "frugal",
      model: { ...TINY, context_window: 40000 },
    },
    problem: [
      "error compaction-preset compaction.preset",
      '`compact.preset("frugal")` does not fit: the window of `tiny`, 40000 tokens, is too small (`compaction.worker_context_max_tokens` is not above `compaction.finish_warning_remaining_tokens`: 8000 and 8000 tokens)',
      "it fits a window of at least 40005 tokens with the other fields as they are; here fits `long_coding` or `research` or `balanced`",
    ],
  },
  {
    rule: "a reserve that no preset has room for",
    compaction: { preset: "frugal", final_reserve_tokens: 150000 },
    problem: [
      "error compaction-preset compaction.preset",
      '`compact.preset("frugal")` does not fit: the window of `anthropic/claude-haiku-4-5`, 200000 tokens, is too small (`compaction.worker_context_max_tokens` is not above `compaction.final_reserve_tokens`: 40000 and 150000 tokens)',
      "it fits a window of at least 750005 tokens with the other fields as they are; no preset fits here",
    ],
  },
  {
    rule: "a preset beside which too much is kept",
    compaction: { preset: "frugal", retained_tokens: 90000 },
    problem: [
      "error compaction-preset compaction.preset",
      '`compact.preset("frugal")` does not fit: the window of `anthropic/claude-haiku-4-5`, 200000 tokens, is too small (what compaction leaves is not below `compaction.request_threshold`, and the runtime would give up: 102000 tokens (`retained_tokens` 90000, `summary_max_tokens` 4000, `auto_read_budget_tokens` 8000) and 100000)',
      "it fits a window of at least 204002 tokens with the other fields as they are; here fits `long_coding` or `research` or `balanced`",
    ],
  },
];

for (const { rule, compaction, problem } of RULES) {
  Deno.test(`compaction: ${rule} ${problem ? `is ${problem[0]}` : "is right"}`, () => {
    const { problems } = manifestizeWith({ compaction });
    assert.deepEqual(
      problems.map(({ severity, code, path, message, help }) => [
        `${severity} ${code} ${path.join(".")}`,
        message,
        help,
      ]),
      problem === undefined ? [] : [problem],
    );
  });
}

Deno.test("compaction: a preset that is lowered says both pairs, and what takes the room", () => {
  const { manifest, problems } = manifestizeWith({
    worker: { max_tokens: 64000 },
    compaction: { preset: "long_coding", threshold: 5 },
  });
  assert.equal(manifest!.compaction!.request_threshold, 136000);
  assert.equal(manifest!.compaction!.threshold, 5);
  assert.deepEqual(
    problems.map(({ severity, message }) => `${severity} ${message}`),
    [
      'note `compact.preset("long_coding")` compacts earlier, at 5 and 136000 tokens instead of 5 and 176470: the answer needs 64000 of the 200000 tokens of the window (`worker.max_tokens`, as written)',
    ],
  );
});

Deno.test("compaction: with codex_oauth an answer takes nothing of the window", () => {
  const { problems } = manifestizeWith({
    model: { ref: "codex-oauth/gpt-5.5", context_window: 272000 },
    worker: { max_tokens: 100000 },
    compaction: { preset: "long_coding" },
  });
  assert.deepEqual(
    problems.filter(({ code }) => code.startsWith("compaction")),
    [],
  );
});

Deno.test("compaction: beside a preset a written request_threshold stays as it is", () => {
  const { manifest, problems } = manifestizeWith({
    compaction: { preset: "long_coding", request_threshold: 195000 },
  });
  assert.equal(manifest?.compaction?.request_threshold, 195000);
  assert.deepEqual(problems.map(({ code }) => code), ["compaction-room"]);
});

Deno.test("compaction: an answer as long as the window has its own error, and no other", () => {
  const { problems } = manifestizeWith({
    worker: { max_tokens: 200000 },
    compaction: { preset: "frugal", request_threshold: 300000 },
  });
  assert.deepEqual(problems.map(({ code }) => code), ["max-tokens"]);
});

Deno.test("compactionSizes: where an answer takes the whole window nothing is lowered to it", () => {
  const sizes = compactionSizes({}, "frugal", {
    window: 1000,
    contextWindow: 1000,
    sent: 1000,
    workerWindow: 1000,
  });
  assert.equal(sizes.request_threshold, 500);
  assert.equal(sizes.unlowered, undefined);
});
