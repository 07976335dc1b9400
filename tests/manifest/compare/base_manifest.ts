import type { PodManifest } from "../../../lib/schema/pod_manifest.ts";

/** A manifest with everything a comparison looks at, and no more. */
export const BASE: PodManifest = {
  pod: { name: "demo" },
  model: {
    scheme: "anthropic",
    base_url: "https://api.anthropic.com",
    model_id: "m",
    auth: { kind: "none" },
    capability: {
      tool_calling: "none",
      structured_output: "none",
      vision: false,
      prompt_caching: { kind: "auto" },
    },
    context_window: 200_000,
    max_context_window: 200_000,
  },
  worker: {
    instruction: "$insomnia/default",
    language: "",
    max_turns: 10,
    stop_sequences: [],
    reasoning: "medium",
    tool_output: { default_max_bytes: 65_536, per_tool: {} },
    file_upload: { max_bytes: 262_144 },
  },
  scope: {
    allow: [{ target: "/ws", permission: "write", recursive: true }],
    deny: [],
  },
  session: { record_event_trace: false },
};
