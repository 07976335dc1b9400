import { orderManifest } from "../manifest/order_manifest.ts";
import { MANIFEST } from "../schema/field_table.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { fieldsOf, type SchemaNode } from "../schema/schema_node.ts";
import { printJson } from "../base/print_json.ts";
import { printToml } from "./print_toml.ts";

/** How a manifest can be written. Both say the same. */
export type ManifestFormat = "json" | "toml";

/**
 * A manifest as text, its fields in the order of the manifest's documentation
 * whatever order they come in.
 *
 * @param manifest a whole manifest, as a resolution or the store gives it
 * @returns JSON with two spaces and a newline at the end, or TOML 1.0
 *
 * @example
 * ```ts
 * import { printManifest } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const text = printManifest({
 *   pod: { name: "demo" },
 *   model: {
 *     max_context_window: 200000,
 *     context_window: 200000,
 *     capability: {
 *       tool_calling: "parallel",
 *       structured_output: "json_schema",
 *       vision: false,
 *       prompt_caching: { kind: "auto" },
 *     },
 *     auth: { kind: "none" },
 *     model_id: "qwen3-coder",
 *     base_url: "http://localhost:11434",
 *     scheme: "anthropic",
 *   },
 *   worker: {
 *     instruction: "$insomnia/default",
 *     language: "English",
 *     stop_sequences: [],
 *     tool_output: { default_max_bytes: 65536, per_tool: {} },
 *     file_upload: { max_bytes: 262144 },
 *   },
 *   scope: { allow: [{ target: "/ws", permission: "read", recursive: true }], deny: [] },
 *   session: { record_event_trace: false },
 * }, "toml");
 * assert.ok(text.startsWith(`[pod]
 * name = "demo"
 *
 * [model]
 * scheme = "anthropic"
 * base_url = "http://localhost:11434"
 * model_id = "qwen3-coder"
 * auth = { kind = "none" }
 * `));
 * ```
 */
export function printManifest(
  manifest: PodManifest,
  format: ManifestFormat,
): string {
  const ordered = orderManifest(manifest);
  return format === "json" ? printJson(ordered) : printToml({ ...ordered }, {
    floats: new Set(floatPaths(MANIFEST, [])),
  });
}

/** The paths of the numbers that need not be whole. */
function floatPaths(node: SchemaNode, path: readonly string[]): string[] {
  if (node.is === "number") return node.whole ? [] : [path.join(".")];
  return [...fieldsOf(node)].flatMap(([name, field]) =>
    floatPaths(field.node, [...path, name])
  );
}
