import assert from "node:assert/strict";
import { changeAt, valueAt } from "../../../lib/base/field_path.ts";
import { comparableManifest } from "../../../lib/manifest/compare/comparable_manifest.ts";
import { MODEL_SECTIONS } from "../../../lib/schema/model_sections.ts";
import type { PodManifest } from "../../../lib/schema/pod_manifest.ts";
import { BASE } from "./base_manifest.ts";

// Its list of model sections is its own: see `runtime_meaning.ts`.
Deno.test("comparableManifest: fills in the window of every model section", () => {
  const { max_context_window: _, ...model } = BASE.model;
  const manifest = MODEL_SECTIONS.reduce<unknown>(
    (document, path) => changeAt(document, path, () => model),
    { ...BASE, compaction: {}, memory: {} },
  );
  const comparable = comparableManifest(manifest as PodManifest);
  for (const path of MODEL_SECTIONS) {
    assert.deepEqual(valueAt(comparable, path), BASE.model, path.join("."));
  }
});
