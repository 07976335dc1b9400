import { repositoryPath } from "../repository_path.ts";
import type { Trial } from "./running_pod.ts";

/** Providers by their protocols, and how deep each is asked to think. */
const PROVIDERS: readonly StandIn[] = [
  {
    id: "codex-oauth",
    scheme: "anthropic",
    reasoning: "budget_tokens",
    window: 400000,
  },
  {
    id: "gateway",
    scheme: "openai_chat",
    reasoning: "effort",
    window: 200000,
    isOpen: true,
  },
  {
    id: "gemini",
    scheme: "gemini",
    reasoning: "budget_tokens",
    window: 1048576,
  },
  {
    id: "openai",
    scheme: "openai_responses",
    reasoning: "effort",
    window: 400000,
  },
];

interface StandIn {
  readonly id: string;
  readonly scheme: string;
  readonly reasoning: string;
  /** Tokens. */
  readonly window: number;
  /** It wants no key, and sees no images: a gateway of one's own. */
  readonly isOpen?: boolean;
}

function providerRow(
  { id, scheme, reasoning, window, isOpen = false }: StandIn,
  address: string,
): string {
  return `[[provider]]
id = "${id}"
display_name = "Stand-in for ${id}"
scheme = "${scheme}"
base_url = "${address}"
auth_hint = ${
    isOpen ? '{ kind = "none" }' : '{ kind = "api_key", env = "STAND_IN_KEY" }'
  }
default_capability = { tool_calling = "parallel", structured_output = "json_schema", reasoning = "${reasoning}", vision = ${!isOpen}, prompt_caching = { kind = "auto" } }
default_context_window = ${window}
`;
}

/**
 * Fills the home directory of a trial: a catalog in which every provider is the
 * stand-in, a project, and the two programs.
 */
export async function prepareHome(
  { home, programs }: Trial,
  { runtime, address }: { readonly runtime: string; readonly address: string },
): Promise<void> {
  const files: Readonly<Record<string, string>> = {
    // Every provider is the stand-in, also that of the builtin profiles.
    ".config/insomnia/providers.toml": PROVIDERS.map((provider) =>
      providerRow(provider, address)
    ).join("\n"),
    ".config/insomnia/models.toml": `
[[model]]
id = "gpt-5.5"
provider = "codex-oauth"
context_window = 1000000
max_context_window = 272000

[[model]]
id = "served"
provider = "gateway"

[[model]]
id = "gemini-2.5-flash-lite"
provider = "gemini"
context_window = 1048576
max_output_tokens = 65536
reasoning_budget = { min = 512, max = 24576 }

[[model]]
id = "gpt-6.2-sol"
provider = "openai"
context_window = 1050000
max_context_window = 922000
max_output_tokens = 128000
reasoning_efforts = ["low", "medium", "high", "xhigh", "max"]
`,
    "ws/.insomnia/profiles.toml":
      `[profile]\nfull = "full.lua"\nteam = "team.lua"\n`,
    "ws/.insomnia/full.lua": FULL,
    "ws/.insomnia/team.lua": `local p = profile.import("project:full")
p.description = require("shared.words").description
p.model = require("shared.words").model
return p`,
    "ws/.insomnia/shared/words.lua": `return {
  description = "From a module",
  model = { ref = "codex-oauth/gpt-5.5", context_budget = "large", quality = "balanced" },
}`,
    "ws/data.json": JSON.stringify({
      model: { ref: "codex-oauth/gpt-5.5", quality: "low" },
      compaction: { preset: "balanced" },
    }),
    "ws/data.toml":
      `[model]\nref = "codex-oauth/gpt-5.5"\n\n[web]\nenabled = true\n`,
    "ws/gateway.lua": `return {
  model = { ref = "gateway/served", quality = "max" }, worker = { max_tokens = 8000, temperature = 0.2 },
}`,
    "ws/gemini.lua":
      `return { model = { ref = "gemini/gemini-2.5-flash-lite", quality = "high" } }`,
    "ws/responses.lua":
      `return { model = { ref = "openai/gpt-6.2-sol", quality = "max" }, compaction = compact_of }`
        .replace(
          "compact_of",
          `require("insomnia.compact").preset("research")`,
        ),
    "ws/two_models.lua": `return {
  model = { ref = "openai/gpt-6.2-sol", quality = "high" },
  compaction = { preset = "long_coding", model = { ref = "codex-oauth/gpt-5.5" } },
  memory = { extract_model = { ref = "gateway/served" }, extract_threshold = 50000 },
}`,
    "ws/later.lua": `return {
  model = { ref = "openai/gpt-6.2-sol", auth = require("insomnia.secrets").ref("llm.openai") },
}`,
    "ws/prompt.lua": `return {
  model = "codex-oauth/gpt-5.5", worker = { instruction = "$workspace/prompts/coder" },
}`,
    "other/ws/x": "",
    "ws/plain.lua": `return {
  slug = "plain", description = "A \\"plain\\" profile",
  model = { ref = "codex-oauth/gpt-5.5" },
  worker = { max_tokens = 16000, temperature = 1 },
}`,
    "ws/pod.toml": `
[pod]
name = "from-file"
[model]
ref = "codex-oauth/gpt-5.5"
[worker]
max_tokens = 16000
temperature = 0.3
[[scope.allow]]
target = "."
permission = "write"
[[scope.deny]]
target = "src/secret"
permission = "read"
`,
    "ws/src/secret/x": "",
    "ws/docs/a.md": "",
  };
  for (const [path, text] of Object.entries(files)) {
    const file = `${home}/${path}`;
    await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
    await Deno.writeTextFile(file, text);
  }
  await Deno.mkdir(programs);
  await Deno.symlink(
    await Deno.realPath(runtime),
    `${programs}/insomnia-pod`,
  );
  await Deno.writeTextFile(
    `${programs}/insomnia-profile`,
    `#!/bin/sh\nDENO_DIR='${await denoDirectory()}' exec '${Deno.execPath()}' run -q --no-prompt --config '${
      repositoryPath("deno.json")
    }' -P '${repositoryPath("cli.ts")}' "$@"\n`,
    { mode: 0o755 },
  );
}

async function denoDirectory(): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json"],
  }).output();
  return JSON.parse(new TextDecoder().decode(stdout)).denoDir;
}

/** Every section that a frozen profile has to carry. */
const FULL = `
return {
  slug = "full",
  description = "Every section",
  model = { ref = "codex-oauth/gpt-5.5" },
  worker = { reasoning = 2000, max_tokens = 16000, temperature = 1, stop_sequences = { "STOP" } },
  compaction = { threshold = 100000, request_threshold = 150000 },
  memory = { query_result_limit = 5 },
  web = { enabled = true, fetch = { enabled = false } },
  skills = { directories = { "skills" } },
  permissions = {
    default_action = "deny",
    rule = { { tool = "Bash", pattern = "git *", action = "allow" } },
  },
}
`;
