import { stringify } from "npm:smol-toml@1.9.1";
import { parseArguments } from "../../lib/cli/arguments/parse_arguments.ts";
import { usageFailure } from "../../lib/cli/arguments/usage_failure.ts";
import {
  type Diagnostic,
  discoverProfiles,
  formatSelector,
  loadCatalog,
  memorySystem,
  parseSelector,
  resolveManifestFile,
  resolveProfile,
} from "../../mod.ts";
import { damagedText, damagedValue, junk, PASSWORD } from "./damage.ts";
import type { Random } from "./random.ts";

/** What a run of a target came to. */
export interface Outcome {
  /** Characters of what was given. */
  readonly size: number;
  /** What was given, to be shown when it finds something. */
  readonly input: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Other text that was made. */
  readonly text?: string;
}

/** Makes an input and gives it to this program. Throws what that throws. */
export type Target = (
  random: Random,
) => { readonly input: string; readonly run: () => Promise<Partial<Outcome>> };

const PROFILE = {
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

const MANIFEST = {
  pod: { name: "demo" },
  model: PROFILE.model,
  worker: PROFILE.worker,
  scope: { allow: [{ target: "/ws", permission: "write" }] },
  web: PROFILE.web,
};

const REGISTRY = {
  default: "coder",
  profile: {
    coder: "coder.lua",
    other: { path: "data.json", description: "Other" },
  },
  alias: { c: "project:coder" },
};

const PROVIDERS = {
  provider: [{
    id: "acme",
    display_name: "Acme",
    scheme: "openai_chat",
    base_url: "https://api.acme.test",
    auth_hint: { kind: "api_key", env: "ACME_KEY" },
  }],
};

const MODELS = {
  model: [{ id: "big", provider: "acme", context_window: 64000 }],
};

const LUA = `
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

const SHARED = `return { text = "$insomnia/default" }\n`;

function world(files: Readonly<Record<string, string>>) {
  return memorySystem({
    cwd: "/ws",
    env: { HOME: "/home" },
    files: { "/ws/shared.lua": SHARED, "/ws/.git/HEAD": "", ...files },
  });
}

async function resolved(
  files: Readonly<Record<string, string>>,
  selector: string,
): Promise<Partial<Outcome>> {
  const { warnings, manifest } = await resolveProfile({
    selector,
    podName: "demo",
    workspace: "/ws",
    maxSteps: 2_000_000,
    system: world(files),
  });
  return { diagnostics: warnings, text: JSON.stringify(manifest) };
}

/** TOML of a value; what TOML cannot say makes it another text. */
function tomlOf(random: Random, value: unknown): string {
  try {
    const text = stringify(value as Record<string, unknown>);
    return random.chance(0.3) ? damagedText(random, text) : text;
  } catch {
    return damagedText(random, 'default = "coder"\n[profile]\ncoder = "x"\n');
  }
}

/** JSON of a value, now and then damaged as text, too. */
function jsonOf(random: Random, value: unknown): string {
  const text = JSON.stringify(value, null, random.below(3)) ?? "null";
  return random.chance(0.3) ? damagedText(random, text) : text;
}

/** Everything that takes what somebody else wrote. */
export const TARGETS: Readonly<Record<string, Target>> = {
  "Lua profile": (random) => {
    const input = damagedText(random, LUA);
    return { input, run: () => resolved({ "/ws/p.lua": input }, "./p.lua") };
  },
  "Lua profile of a value": (random) => {
    const input = `return ${luaOf(damagedValue(random, PROFILE))}`;
    return { input, run: () => resolved({ "/ws/p.lua": input }, "./p.lua") };
  },
  "JSON profile": (random) => {
    const input = jsonOf(random, damagedValue(random, PROFILE));
    return { input, run: () => resolved({ "/ws/p.json": input }, "./p.json") };
  },
  "TOML profile": (random) => {
    const input = tomlOf(random, damagedValue(random, PROFILE));
    return { input, run: () => resolved({ "/ws/p.toml": input }, "./p.toml") };
  },
  "manifest file": (random) => {
    const isJson = random.chance(0.5);
    const value = damagedValue(random, MANIFEST);
    const input = isJson ? jsonOf(random, value) : tomlOf(random, value);
    const path = isJson ? "/ws/m.json" : "/ws/m.toml";
    return {
      input,
      run: async () => {
        const system = world({ [path]: input });
        const { warnings, manifest } = await resolveManifestFile({
          path,
          system,
          strict: random.chance(0.5),
        });
        return { diagnostics: warnings, text: JSON.stringify(manifest) };
      },
    };
  },
  "registry": (random) => {
    const input = tomlOf(random, damagedValue(random, REGISTRY));
    return {
      input,
      run: async () => {
        const { problems } = await discoverProfiles({
          system: world({
            "/ws/.insomnia/profiles.toml": input,
            "/ws/.insomnia/coder.lua": SHARED,
          }),
          workspace: "/ws",
        });
        return { diagnostics: problems };
      },
    };
  },
  "catalog": (random) => {
    const isModels = random.chance(0.5);
    const input = tomlOf(
      random,
      damagedValue(random, isModels ? MODELS : PROVIDERS),
    );
    const folder = "/home/.config/insomnia";
    return {
      input,
      run: async () => {
        await loadCatalog({
          system: world({
            [`${folder}/providers.toml`]: isModels
              ? stringify(PROVIDERS)
              : input,
            [`${folder}/models.toml`]: isModels ? input : stringify(MODELS),
          }),
        });
        return {};
      },
    };
  },
  "selector": (random) => {
    const input = damagedText(
      random,
      random.pick(["default", "project:coder", "./coder.lua", "path:x", "-"]),
    );
    return {
      input,
      run: async () => {
        const selector = parseSelector(input);
        const again = parseSelector(formatSelector(selector));
        if (JSON.stringify(again) !== JSON.stringify(selector)) {
          throw new TypeError("a selector is not what it was");
        }
        return await resolved({}, input === "-" ? "default" : input);
      },
    };
  },
  "arguments": (random) => {
    const words = Array.from(
      { length: 1 + random.below(5) },
      () =>
        random.pick([
          ...["resolve", "check", "list", "--out", "--format", "json", "-o"],
          ...["--pod-name", "--max-steps", "9999999999", "--trust-origin"],
          ...["--delegate", "read:/", "--", "-C", "--error-format=json", "-qq"],
          damagedText(random, "--pod-name=demo"),
          JSON.stringify(junk(random)) ?? "null",
        ]),
    );
    return {
      input: words.join(" "),
      run: () => {
        const { problems } = parseArguments(words);
        if (problems.length > 0) throw usageFailure(problems);
        return Promise.resolve({});
      },
    };
  },
};

/** A value as a Lua literal. */
function luaOf(value: unknown): string {
  if (typeof value === "string") {
    return `"${
      Array.from(
        new TextEncoder().encode(value),
        (byte) => `\\${String(byte).padStart(3, "0")}`,
      ).join("")
    }"`;
  }
  if (typeof value === "number") {
    return Number.isFinite(value) ? String(value) : "0/0";
  }
  if (typeof value !== "object" || value === null) {
    return String(value ?? "nil");
  }
  if (Array.isArray(value)) return `{ ${Array.from(value, luaOf).join(", ")} }`;
  return `{ ${
    Object.entries(value).map(([key, item]) =>
      `[${luaOf(key)}] = ${luaOf(item)}`
    )
      .join(", ")
  } }`;
}
