import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import type { Answer } from "../schema/explain/explaining.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";

/** Words that mean the same elsewhere, and what they are answered with here. */
interface Row {
  readonly words: readonly string[];
  /** The table they are written in: `""` is the profile itself. */
  readonly in: readonly string[];
  /** The field of that table that says the same: it can be renamed. */
  readonly field?: string;
  readonly help?: string;
}

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
const MODEL_FIELD = "it is a field of `model`";
const MODELS = MODEL_SECTIONS.map(printFieldPath);

/** The first row with the word answers. */
const ROWS: readonly Row[] = [
  { in: [""], words: ["name", "title", "id"], field: "slug" },
  { in: [""], words: ["desc", "summary", "about"], field: "description" },
  {
    in: [""],
    words: [
      ...["tools", "tool", "allowed_tools", "allowedTools", "disallowed_tools"],
      ...["disallowedTools", "permissionMode", "permission_mode"],
      ...["approval_policy", "allow", "deny"],
    ],
    help: PERMISSIONS,
  },
  {
    in: ["", "model"],
    words: [
      ...["effort", "reasoning", "reasoning_effort", "reasoningEffort"],
      ...["model_reasoning_effort", "thinking", "thinking_level"],
      ...["thinking_budget", "budget_tokens"],
    ],
    help: REASONING,
  },
  {
    in: ["worker"],
    words: [
      ...["effort", "reasoning_effort", "reasoningEffort", "thinking"],
      ...["thinking_level", "thinking_budget", "budget_tokens"],
    ],
    field: "reasoning",
  },
  {
    in: [""],
    words: [
      ...["extends", "extend", "inherits", "inherit", "base", "parent"],
      ...["include", "includes", "import", "imports", "mixins", "template"],
    ],
    help: IMPORT,
  },
  {
    in: ["", "worker"],
    words: [
      ...["instructions", "system_prompt", "systemPrompt", "system", "prompt"],
      ...["developer_instructions", "prompt_file"],
    ],
    help: INSTRUCTION,
  },
  {
    in: [""],
    words: ["provider", "model_id", "model_name", "model_provider"],
    help: 'write both in one: `model = "<provider>/<model id>"`',
  },
  {
    in: MODELS,
    words: ["id", "name", "model", "model_id"],
    field: "ref",
  },
  {
    in: MODELS,
    words: ["url", "endpoint", "api_base", "baseURL", "host"],
    field: "base_url",
  },
  {
    in: MODELS,
    words: ["context_length", "context", "num_ctx", "max_context"],
    field: "context_window",
  },
  {
    in: ["", ...MODELS, "worker"],
    words: [
      ...["api_key_env", "key_env", "env_key", "api_key_file", "env"],
      ...["api_key_secret", "credentials", "auth_env"],
    ],
    help: CREDENTIAL,
  },
  {
    in: [""],
    words: ["quality", "context_budget", "ref", "base_url", "auth"],
    help: MODEL_FIELD,
  },
  {
    in: ["worker", "model", ""],
    words: [
      ...["max_output_tokens", "max_completion_tokens", "maxOutputTokens"],
      ...["num_predict"],
    ],
    field: "max_tokens",
    help: "`worker.max_tokens` bounds an answer",
  },
  {
    in: ["worker", ""],
    words: [
      ...["max_iterations", "max_steps", "maxSteps", "iterations", "turns"],
      ...["max_turn_count", "recursion_limit"],
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
  { in: ["worker"], words: ["lang", "locale"], field: "language" },
  { in: [""], words: ["compact", "summarize"], field: "compaction" },
  {
    in: ["compaction"],
    words: ["preset"],
    help:
      'a preset is what `compact.preset` returns, as `compaction = require("insomnia.compact").preset("long_coding")`',
  },
  {
    in: ["permissions"],
    words: ["default", "mode", "fallback", "default_policy"],
    field: "default_action",
  },
  {
    in: ["permissions"],
    words: ["allow", "deny", "ask"],
    help:
      '`rule` is one list for all actions, as `rule = { { tool = "Read", pattern = "*", action = "allow" } }`',
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
  { in: ["permissions.rule"], words: ["name", "tools"], field: "tool" },
  {
    in: ["web.search"],
    words: ["engine", "backend"],
    field: "provider",
  },
  {
    in: ["session"],
    words: ["trace", "record", "event_trace", "record_trace"],
    field: "record_event_trace",
  },
  {
    in: ["skills"],
    words: ["dirs", "dir", "directory", "paths", "path", "folders"],
    field: "directories",
  },
  {
    in: [""],
    words: ["cwd", "workspace", "working_directory", "workdir", "root"],
    help:
      "the workspace comes from the launch: `--workspace DIR`; a profile is for any",
  },
  {
    in: [""],
    words: ["sandbox", "sandbox_mode", "filesystem"],
    help:
      '`scope = "workspace_write"` or `"workspace_read"` says what may be written; the launch grants paths',
  },
  {
    in: [""],
    words: ["color", "colour", "icon", "emoji", "avatar", "background"],
    help: "leave it out: a profile says how a Pod works, not how it looks",
  },
  {
    in: [""],
    words: ["mcp", "mcp_servers", "mcpServers", "hooks", "commands", "plugins"],
    help: "leave it out: the runtime has its own settings for that",
  },
  {
    in: ["", "model"],
    words: ["fallback", "fallbacks", "fallback_model", "fallback_models"],
    help:
      "leave it out: a profile names one model; write a second profile for another",
  },
];

/** `maxSteps`, `max-steps` and `max_steps` are one word. */
function squash(word: string): string {
  return word.replace(/[_-]/g, "").toLowerCase();
}

/** What a profile answers to a field that it does not have, and other tools do. */
export function fieldAnswer(path: FieldPath): Answer | undefined {
  const word = path.at(-1);
  const table = path.slice(0, -1).filter((part) => typeof part === "string")
    .join(".");
  const squashed = squash(String(word));
  const row = ROWS.find((row) =>
    row.in.includes(table) &&
    row.words.some((known) => squash(known) === squashed)
  );
  if (!row) return undefined;
  const { field, help } = row;
  // A field of another section cannot be renamed in this one.
  if (field !== undefined && (help === undefined || table === "worker")) {
    return {
      help: `write \`${field}\` here`,
      fix: { replace: "key", put: field },
    };
  }
  return { help: help! };
}
