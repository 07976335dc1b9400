import { repositoryPath } from "../repository_path.ts";
import type { Trial } from "./running_pod.ts";

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
    ".config/insomnia/providers.toml": `
[[provider]]
id = "codex-oauth"
display_name = "Stand-in"
scheme = "anthropic"
base_url = "${address}"
auth_hint = { kind = "api_key", env = "STAND_IN_KEY" }
default_capability = { tool_calling = "parallel", structured_output = "json_schema", reasoning = "budget_tokens", vision = true, prompt_caching = { kind = "auto" } }
default_context_window = 400000
`,
    ".config/insomnia/models.toml": `
[[model]]
id = "gpt-5.5"
provider = "codex-oauth"
context_window = 1000000
max_context_window = 272000
`,
    "ws/.insomnia/profiles.toml": `[profile]\nfull = "full.lua"\n`,
    "ws/.insomnia/full.lua": FULL,
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
