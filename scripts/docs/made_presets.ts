import type { Fraction } from "../../lib/base/ratio.ts";
import {
  COMPACTION_PRESETS,
  MEMORY_PRESETS,
  QUALITIES,
} from "../../lib/manifest/policies/presets.ts";
import { markdownTable } from "./markdown_table.ts";
import { runCommand, WORKSPACE } from "./run_command.ts";

/** The presets of `compact.preset`. */
export function compactionPresets(): string {
  const fields = [
    "threshold",
    "request_threshold",
    "worker_context_max_tokens",
  ] as const;
  return markdownTable(
    ["preset", ...fields.map(code)],
    Object.entries(COMPACTION_PRESETS).map(([name, preset]) => [
      code(name),
      ...fields.map((field) => share(preset[field])),
    ]),
  );
}

/** The presets of `memory.preset`. */
export function memoryPresets(): string {
  return markdownTable(
    [
      "preset",
      code("extract_threshold"),
      code("consolidation_threshold_files"),
      code("consolidation_threshold_bytes"),
    ],
    Object.entries(MEMORY_PRESETS).map(([name, preset]) => [
      code(name),
      `${share(preset.extract_threshold)} of the window`,
      String(preset.consolidation_threshold_files),
      String(preset.consolidation_threshold_bytes),
    ]),
  );
}

/** What each `quality` wishes for. */
export function qualities(): string {
  return markdownTable(
    [code("quality"), "wish as effort", "wish as budget"],
    Object.entries(QUALITIES).map(([name, { effort, budget }]) => [
      code(name),
      effort === "max" ? "the highest" : code(effort),
      budget ? `${share(budget)} of the window` : "none: unset",
    ]),
  );
}

/** The policies of `tools.policy`, as the host module really makes them. */
export async function toolPolicies(hostModule: string): Promise<string> {
  const names = /POLICY_NAMES = \{(.+)\}/.exec(hostModule)![1]!
    .split(",").map((name) => name.trim().slice(1, -1));
  const source = `return { ${
    names.map((name) => `${name} = insomnia.tools.policy("${name}")`).join(", ")
  } }`;
  const { out } = await runCommand("insomnia-profile eval ./policies.lua", {
    [`${WORKSPACE}/policies.lua`]: source,
  });
  const policies: Record<string, Policy> = JSON.parse(out);
  return markdownTable(
    ["policy", code("default_action"), "rules"],
    names.map((name) => [
      code(name),
      code(policies[name]!.default_action),
      rules(policies[name]!.rule),
    ]),
  );
}

interface Policy {
  readonly default_action: string;
  /** An empty Lua table is an object here. */
  readonly rule: Rule[] | Readonly<Record<string, never>>;
}

interface Rule {
  readonly tool: string;
  readonly pattern: string;
  readonly action: string;
}

function rules(rule: Policy["rule"]): string {
  if (!Array.isArray(rule) || rule.length === 0) return "none";
  return rule
    .map(({ tool, pattern, action }) =>
      `${action} ${code(`${tool} ${pattern}`)}`
    )
    .join(", ");
}

function share({ numerator, denominator }: Fraction): string {
  return `${numerator}/${denominator}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
