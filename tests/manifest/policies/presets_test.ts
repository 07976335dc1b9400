import assert from "node:assert/strict";
import type { CompactionPreset } from "../../../lib/schema/compaction.ts";
import type { MemoryPreset } from "../../../lib/schema/memory.ts";
import { manifestOf } from "../manifest_inputs.ts";

/** Tokens of 272000, 1000000 and 200000. */
const COMPACTION: Readonly<
  Record<CompactionPreset, Readonly<Record<string, readonly number[]>>>
> = {
  long_coding: {
    threshold: [200000, 735294, 147058],
    request_threshold: [240000, 882352, 176470],
    worker_context_max_tokens: [100000, 367647, 73529],
  },
  research: {
    threshold: [176800, 650000, 130000],
    request_threshold: [217600, 800000, 160000],
    worker_context_max_tokens: [90666, 333333, 66666],
  },
  balanced: {
    threshold: [163200, 600000, 120000],
    request_threshold: [204000, 750000, 150000],
    worker_context_max_tokens: [81600, 300000, 60000],
  },
  frugal: {
    threshold: [108800, 400000, 80000],
    request_threshold: [136000, 500000, 100000],
    worker_context_max_tokens: [54400, 200000, 40000],
  },
};

const MEMORY: Readonly<
  Record<MemoryPreset, {
    readonly extract: readonly number[];
    readonly files: number;
    readonly bytes: number;
  }>
> = {
  long_context: { extract: [50000, 183823, 36764], files: 5, bytes: 50000 },
  light: { extract: [68000, 250000, 50000], files: 10, bytes: 100000 },
};

const MODELS = [
  "codex-oauth/gpt-5.5",
  "anthropic/claude-sonnet-4-6",
  "anthropic/claude-haiku-4-5",
];

for (const [index, ref] of MODELS.entries()) {
  for (const [preset, fields] of Object.entries(COMPACTION)) {
    Deno.test(`COMPACTION_PRESETS: ${preset} of ${ref}`, () => {
      const { compaction } = manifestOf({
        model: { ref },
        compaction: { preset: preset as CompactionPreset },
      });
      for (const [field, tokens] of Object.entries(fields)) {
        assert.equal(
          compaction?.[field as keyof typeof compaction],
          tokens[index],
        );
      }
      assert.equal(compaction?.retained_tokens, 8000);
    });
  }
  for (const [preset, { extract, files, bytes }] of Object.entries(MEMORY)) {
    Deno.test(`MEMORY_PRESETS: ${preset} of ${ref}`, () => {
      const manifest = manifestOf({
        model: { ref },
        memory: { preset: preset as MemoryPreset },
      });
      assert.deepEqual(manifest.memory, {
        extract_threshold: extract[index],
        consolidation_threshold_files: files,
        consolidation_threshold_bytes: bytes,
      });
    });
  }
}

Deno.test("memory: what is written wins over the preset", () => {
  assert.deepEqual(
    manifestOf({
      memory: {
        preset: "light",
        extract_threshold: 7,
        consolidation_threshold_files: 8,
      },
    }).memory,
    {
      extract_threshold: 7,
      consolidation_threshold_files: 8,
      consolidation_threshold_bytes: 100000,
    },
  );
});

Deno.test("memory: extract_threshold_ratio is of the main model's window", () => {
  const { memory } = manifestOf({
    model: { ref: "codex-oauth/gpt-5.5" },
    memory: {
      preset: "long_context",
      extract_threshold_ratio: 0.29,
      extract_model: { ref: "anthropic/claude-haiku-4-5" },
    },
  });
  assert.equal(memory?.extract_threshold, 78880);
});
