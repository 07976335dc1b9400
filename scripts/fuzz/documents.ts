// What is damaged: one of each kind of document, all well.
import { PASSWORD } from "./damage.ts";

export const PROFILE = {
  slug: "coder",
  description: "Writes code",
  role: "coder",
  model: {
    ref: "anthropic/claude-sonnet-4-6",
    quality: "high",
    auth: { kind: "secret_ref", ref: "llm.anthropic.default" },
  },
  worker: { max_tokens: 8192, stop_sequences: ["x"], tool_output: {} },
  scope: "workspace_write",
  session: { record_event_trace: true },
  permissions: {
    default_action: "deny",
    rule: [{ tool: "Read", pattern: "*", action: "allow" }],
  },
  compaction: { threshold: 1000, request_threshold: 2000 },
  memory: { extract_threshold: 100 },
  web: {
    enabled: true,
    search: { provider: "brave", api_key_env: "BRAVE_SEARCH_API_KEY" },
  },
  skills: { directories: ["skills"] },
};

export const MANIFEST = {
  pod: { name: "demo" },
  model: PROFILE.model,
  worker: PROFILE.worker,
  scope: { allow: [{ target: "/ws", permission: "write" }] },
  web: PROFILE.web,
};

export const METADATA = {
  pod_name: "demo",
  resolved_manifest_snapshot: {
    ...MANIFEST,
    permissions: PROFILE.permissions,
    skills: { directories: ["/ws/skills"] },
  },
};

export const REGISTRY = {
  default: "coder",
  profile: {
    coder: "coder.lua",
    other: { path: "data.json", description: "Other" },
  },
  alias: { c: "project:coder" },
};

export const PROVIDERS = {
  provider: [{
    id: "acme",
    display_name: "Acme",
    scheme: "openai_chat",
    base_url: "https://api.acme.test",
    auth_hint: { kind: "api_key", env: "ACME_KEY" },
  }],
};

export const MODELS = {
  model: [{ id: "big", provider: "acme", context_window: 64000 }],
};

export const LUA: string = `
local profile = require("insomnia.profile")
local models = require("insomnia.models")
local secrets = require("insomnia.secrets")
local shared = require("shared")
return profile {
  slug = "coder",
  model = models.catalog("anthropic/claude-sonnet-4-6", {
    auth = secrets.ref("llm.anthropic.default"),
  }),
  worker = { max_tokens = 8192, instruction = shared.text },
  api_key = "https://ada:${PASSWORD}@example.com",
}
`;

export const SHARED: string = `return { text = "$insomnia/default" }\n`;

export const LUA_MODEL: string =
  `return { model = "anthropic/claude-sonnet-4-6" }`;
