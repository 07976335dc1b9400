// A table and nothing else, as long as there are words.
import { printFieldPath } from "../base/field_path.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";

/** Words that mean the same elsewhere, and what they are answered with here. */
export interface WordsOfOthers {
  /** `maxSteps`, `max-steps` and `max_steps` are one. */
  readonly words: readonly string[];
  /** The table they are written in: `""` is the profile itself. */
  readonly in: readonly string[];
  /** The field of that table that says the same: it can be renamed. */
  readonly field?: string;
  readonly help?: string;
  /** The field of that table that says the same in another way. */
  readonly standsFor?: string;
}

const MODELS = MODEL_SECTIONS.map(printFieldPath);
const AUTHS = MODELS.map((model) => `${model}.auth`);

const PERMISSIONS =
  '`permissions` says which tools may be used, as `permissions = require("insomnia.tools").policy("read_only")`';
const REASONING =
  '`worker.reasoning` says how much the model thinks, as `worker = { reasoning = "high" }`; `quality` of the model lets the tool choose';
const INSTRUCTION =
  "`worker.instruction` takes a prompt reference, as `$workspace/prompts/reviewer.md`";
const CREDENTIAL =
  '`auth` says where the key comes from, as `auth = secrets.env("NAME")` with `local secrets = require("insomnia.secrets")`';
const IMPORT =
  'nothing is merged here: write `local p = profile.import("builtin:default")`, change `p`, and `return p`';
const BOTH_IN_ONE = 'write both in one: `model = "<provider>/<model id>"`';
const OWN_SETTINGS = "leave it out: the runtime has its own settings for that";
const PRESET =
  'it compacts where it has a threshold, as `compaction = require("insomnia.compact").preset("long_coding")`';

/** The first row with the word answers. */
export const WORDS_OF_OTHERS: readonly WordsOfOthers[] = [
  // Who it is.
  { in: [""], words: ["name", "title", "id"], field: "slug" },
  { in: [""], words: ["desc", "summary", "about"], field: "description" },
  {
    in: [""],
    words: ["metadata", "meta", "info"],
    help: "`slug` and `description` are what a profile says about itself",
  },
  {
    in: [""],
    words: ["color", "colour", "icon", "emoji", "avatar", "background"],
    help: "leave it out: a profile says how a Pod works, not how it looks",
  },
  {
    in: [""],
    words: ["version", "apiVersion", "schema_version", "kind", "type"],
    help: "leave it out: a profile has no kind or version of its own",
  },
  {
    in: [""],
    words: ["spec", "settings", "options"],
    help: "write its fields at the top of the profile",
  },
  {
    in: [""],
    words: [
      ...["extends", "extend", "inherits", "inherit", "base", "parent"],
      ...["include", "includes", "import", "imports", "mixins", "template"],
      ...["from", "defaults"],
    ],
    help: IMPORT,
  },
  {
    in: [""],
    words: [
      ...["agents", "subagents", "sub_agents", "handoffs", "team", "members"],
      ...["roles", "profiles"],
    ],
    help:
      "leave it out: a profile is one role; write a profile for each, and name them in `profiles.toml`",
  },
  // What it may do.
  {
    in: ["", "worker"],
    words: [
      ...["tools", "tool", "allowed_tools", "disallowed_tools", "core_tools"],
      ...["exclude_tools", "include_tools", "allowed_commands", "tool_choice"],
      ...["permission_mode", "approval_policy", "approval_mode", "allow"],
      ...["deny", "auto_approve", "always_allow", "human_input_mode", "yolo"],
      ...["dangerously_skip_permissions", "toolsets", "permit", "autonomy"],
    ],
    help: PERMISSIONS,
  },
  {
    in: [""],
    words: ["sandbox", "sandbox_mode", "filesystem", "read_only", "readonly"],
    help:
      '`scope = "workspace_write"` or `"workspace_read"` says what may be written; the launch grants paths',
  },
  {
    in: [""],
    words: [
      ...["volumes", "mounts", "mount", "additional_directories", "add_dir"],
      ...["add_dirs", "allowed_paths", "allowed_directories", "paths"],
      ...["writable_roots", "directories", "folders", "files"],
    ],
    help: "paths come from the launch: `--delegate read:PATH` or `write:PATH`",
  },
  {
    in: [""],
    words: [
      ...["cwd", "workspace", "working_directory", "working_dir", "workdir"],
      ...["root", "project", "repo"],
    ],
    help:
      "the workspace comes from the launch: `--workspace DIR`; a profile is for any",
  },
  {
    in: ["permissions"],
    words: ["default", "mode", "fallback", "default_policy", "default_mode"],
    field: "default_action",
  },
  {
    in: ["permissions"],
    words: ["allow", "deny", "ask"],
    help:
      '`rule` is one list for all actions, as `rule = { { tool = "Read", pattern = "*", action = "allow" } }`',
  },
  {
    in: ["permissions"],
    words: ["policy", "preset"],
    help:
      'a policy is what `tools.policy` returns, as `permissions = require("insomnia.tools").policy("read_only")`',
  },
  {
    in: ["permissions.rule"],
    words: ["match", "path", "command", "args", "glob", "regex"],
    field: "pattern",
  },
  {
    in: ["permissions.rule"],
    words: ["permission", "effect", "decision", "policy"],
    field: "action",
  },
  {
    in: ["permissions.rule"],
    words: ["name", "tools", "tool_name"],
    field: "tool",
  },
  { in: ["scope"], words: ["mode", "access", "name", "kind"], field: "intent" },
  // The model.
  {
    in: [""],
    words: ["llm", "default_model", "main_model", "primary_model"],
    field: "model",
  },
  {
    in: [""],
    words: ["provider", "model_id", "model_name", "model_provider"],
    help: BOTH_IN_ONE,
    standsFor: "model",
  },
  {
    in: MODELS,
    words: ["provider", "provider_id"],
    help: 'write both in one: `ref = "<provider>/<model id>"`',
  },
  {
    in: [""],
    words: [
      ...["small_model", "small_fast_model", "weak_model", "fast_model"],
      ...["title_model", "summary_model", "editor_model", "background_model"],
    ],
    help:
      "`model` does the work; who compacts is `compaction.model`, who remembers `memory.extract_model`",
  },
  {
    in: [""],
    words: [
      ...["llm_config", "litellm_params", "model_settings", "model_kwargs"],
      ...["generation_config", "model_params", "parameters", "params"],
    ],
    help:
      "`model` says which model it is, `worker` how it is asked, as `worker = { temperature = 0.2 }`",
  },
  {
    in: ["", "model"],
    words: ["fallback", "fallbacks", "fallback_model", "fallback_models"],
    help:
      "leave it out: a profile names one model; write a second profile for another",
  },
  { in: MODELS, words: ["id", "name", "model"], field: "ref" },
  {
    in: MODELS,
    words: ["url", "endpoint", "api_base", "api_url", "host"],
    field: "base_url",
  },
  {
    in: MODELS,
    words: ["context_length", "context", "num_ctx", "max_context", "n_ctx"],
    field: "context_window",
  },
  {
    in: MODELS,
    words: [
      ...["deployment", "deployment_name", "api_version", "organization"],
      ...["region", "project", "api_type"],
    ],
    help:
      "leave it out: a provider of your own in `providers.toml` says how a model is reached",
  },
  {
    in: ["", ...MODELS, "worker"],
    words: [
      ...["api_key_env", "key_env", "env_key", "api_key_file", "env"],
      ...["api_key_secret", "credentials", "auth_env", "api_key_env_var"],
    ],
    help: CREDENTIAL,
  },
  {
    in: [""],
    words: ["environment", "env_vars", "env_file", "secrets", "variables"],
    help:
      'leave it out: no variable is set here; `auth = secrets.env("NAME")` of `model` names the one with the key',
  },
  {
    in: [""],
    words: ["ref", "base_url"],
    help: "it is a field of `model`",
  },
  { in: AUTHS, words: ["type", "method", "mode", "source"], field: "kind" },
  {
    in: AUTHS,
    words: ["variable", "var", "env_var", "env_name", "api_key_env"],
    field: "env",
  },
  {
    in: AUTHS,
    words: ["name", "secret", "secret_ref", "secret_name", "id"],
    field: "ref",
  },
  { in: AUTHS, words: ["path", "key_file", "filename"], field: "file" },
  // How it thinks and answers.
  {
    in: ["", "model"],
    words: [
      ...["effort", "reasoning", "reasoning_effort", "model_reasoning_effort"],
      ...["thinking", "thinking_level", "thinking_budget", "budget_tokens"],
      ...["max_thinking_tokens", "verbosity"],
    ],
    help: REASONING,
  },
  {
    in: ["worker"],
    words: [
      ...["effort", "reasoning_effort", "thinking", "thinking_level"],
      ...["thinking_budget", "budget_tokens", "max_thinking_tokens"],
    ],
    field: "reasoning",
  },
  {
    in: ["worker.reasoning"],
    words: ["budget", "budget_tokens", "tokens", "max_tokens"],
    help: "a budget is the number itself, as `reasoning = 8000`",
    standsFor: "ratio",
  },
  {
    in: ["worker.reasoning"],
    words: ["effort", "level", "type", "mode", "enabled"],
    help: 'an effort is the word itself, as `reasoning = "high"`',
    standsFor: "ratio",
  },
  {
    in: ["", "worker"],
    words: [
      ...["instructions", "system_prompt", "system", "prompt", "messages"],
      ...["developer_instructions", "prompt_file", "system_message"],
      ...["persona", "backstory", "goal", "guidelines", "conventions"],
      ...["context_file_name", "rules_file", "agents_md", "memory_file"],
      ...["instruction_file", "custom_instructions", "rules", "preamble"],
    ],
    help: INSTRUCTION,
  },
  {
    in: ["worker", "model", ""],
    words: ["max_output_tokens", "max_completion_tokens", "num_predict"],
    field: "max_tokens",
    help: "`worker.max_tokens` bounds an answer",
  },
  {
    in: ["worker", ""],
    words: [
      ...["max_iterations", "max_steps", "iterations", "turns", "max_iter"],
      ...["max_turn_count", "recursion_limit", "max_rounds", "max_loops"],
      ...["max_consecutive_auto_reply", "max_tool_calls"],
    ],
    field: "max_turns",
    help: "`worker.max_turns` bounds a run",
  },
  {
    in: ["worker", "model", ""],
    words: ["stop", "stop_words", "stop_sequence", "stops"],
    field: "stop_sequences",
    help: "`worker.stop_sequences` ends an answer",
  },
  {
    in: ["worker", "model", ""],
    words: [
      ...["seed", "frequency_penalty", "presence_penalty", "logit_bias"],
      ...["min_p", "repetition_penalty", "stream", "streaming", "logprobs"],
      ...["response_format", "output_format", "output_schema", "keep_alive"],
      ...["num_gpu", "service_tier"],
    ],
    help: "leave it out: the runtime never sends it",
  },
  { in: ["worker"], words: ["lang", "locale"], field: "language" },
  {
    in: [""],
    words: ["timeout", "timeout_secs", "request_timeout", "timeout_ms"],
    help:
      "leave it out: only `web.search` and `web.fetch` have a `timeout_secs`",
  },
  {
    in: [""],
    words: ["verbose", "debug", "log_level", "logging", "log", "trace"],
    help:
      "`session = { record_event_trace = true }` keeps what happens in a session",
  },
  // What it keeps.
  {
    in: [""],
    words: ["compact", "summarize", "compression"],
    field: "compaction",
  },
  {
    in: ["compaction"],
    words: ["preset"],
    help:
      'a preset is what `compact.preset` returns, as `compaction = require("insomnia.compact").preset("long_coding")`',
  },
  {
    in: ["compaction"],
    words: [
      ...["trigger", "limit", "max_tokens", "token_limit", "at", "ratio"],
      ...["trigger_tokens", "max_context", "percent", "percentage"],
    ],
    field: "threshold",
  },
  {
    in: ["compaction"],
    words: ["enabled", "auto", "enable", "strategy", "mode", "type"],
    help: PRESET,
  },
  {
    in: ["compaction"],
    words: ["keep", "keep_last", "keep_recent", "retain", "preserve"],
    field: "retained_tokens",
  },
  {
    in: ["memory"],
    words: ["enabled", "enable", "type", "kind", "backend", "strategy"],
    help: "leave it out: there is memory where a profile has `memory`",
  },
  {
    in: ["memory"],
    words: ["path", "dir", "directory", "folder", "location", "root"],
    field: "workspace_root",
  },
  {
    in: ["memory"],
    words: ["k", "top_k", "limit", "max_results", "query_limit"],
    field: "query_result_limit",
  },
  {
    in: ["session"],
    words: [
      ...["trace", "record", "event_trace", "record_trace", "trace_events"],
      ...["log_events", "record_events", "log", "logging"],
    ],
    field: "record_event_trace",
  },
  // The web, skills.
  {
    in: ["web"],
    words: ["search_engine", "engine", "provider"],
    help:
      '`web.search` names the service, as `search = { enabled = true, provider = "brave" }`',
  },
  {
    in: ["web"],
    words: ["timeout", "timeout_secs"],
    help: "`web.search` and `web.fetch` have a `timeout_secs` each",
  },
  {
    in: ["web.search"],
    words: ["engine", "backend", "service"],
    field: "provider",
  },
  {
    in: ["web.search"],
    words: ["key_env", "env", "env_key", "api_key_env_var"],
    field: "api_key_env",
  },
  {
    in: ["web.search"],
    words: ["key_secret", "secret_ref", "secret_name"],
    field: "api_key_secret",
  },
  {
    in: ["web.search", "web.fetch"],
    words: ["timeout", "timeout_seconds", "timeout_s"],
    field: "timeout_secs",
  },
  {
    in: ["web.search"],
    words: ["url", "endpoint", "api_base"],
    field: "base_url",
  },
  {
    in: ["web.search"],
    words: ["lang", "language", "locale", "hl"],
    field: "search_lang",
  },
  { in: ["web.search"], words: ["region", "gl"], field: "country" },
  {
    in: ["web.fetch"],
    words: ["max_bytes", "max_size", "size_limit", "limit"],
    field: "max_response_bytes",
  },
  {
    in: ["web.fetch"],
    words: ["follow_redirects", "redirects", "max_redirects"],
    field: "redirect_limit",
  },
  {
    in: ["skills"],
    words: ["dirs", "dir", "directory", "paths", "path", "folders"],
    field: "directories",
  },
  {
    in: [""],
    words: ["skill", "skill_dirs", "skills_dir", "skill_paths", "skill_dir"],
    help:
      '`skills` names their folders: `skills = { directories = { "skills" } }`',
  },
  // What a profile does not decide.
  {
    in: [""],
    words: [
      ...["mcp", "mcp_servers", "hooks", "commands", "plugins", "extensions"],
      ...["theme", "keymap", "telemetry", "checkpointing", "history", "notify"],
      ...["status_line", "output_style", "share", "autoupdate", "globs"],
      ...["always_apply", "max_retries", "retries", "num_retries", "cache"],
      ...["services", "image", "ports", "depends_on", "replicas", "restart"],
      ...["containers", "resources", "command", "entrypoint", "network"],
      ...["edit_format", "map_tokens", "auto_commits"],
    ],
    help: OWN_SETTINGS,
  },
];
