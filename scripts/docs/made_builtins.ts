import type { CatalogModel } from "../../lib/catalog/models_schema.ts";
import type { CatalogProvider } from "../../lib/catalog/providers_schema.ts";
import type { RetiredModel } from "../../lib/catalog/models_schema.ts";
import type { PodManifest } from "../../lib/schema/pod_manifest.ts";
import type {
  CapabilityDraft,
  PromptCaching,
} from "../../lib/schema/capability.ts";
import { markdownTable } from "./markdown_table.ts";
import { runCommand } from "./run_command.ts";

/** The builtin profiles, each as the manifest it becomes. */
export async function builtinProfiles(): Promise<string> {
  const { profiles }: { profiles: Listed[] } = await printed(
    "insomnia-profile list --format json",
  );
  const rows: string[][] = [];
  for (const { name, source, description } of profiles) {
    if (source !== "builtin") continue;
    const manifest: PodManifest = await printed(
      `insomnia-profile builtin:${name} --pod-name demo`,
    );
    rows.push([
      `\`${name}\``,
      description,
      `\`${manifest.profile!.inputs.models.model}\``,
      String(manifest.worker.reasoning ?? ""),
      manifest.scope.allow[0]!.permission,
      String(manifest.compaction?.threshold ?? "off"),
      manifest.permissions?.default_action ?? "",
    ]);
  }
  return markdownTable(
    ["profile", "for", "model", "reasoning", "files", "compacts at", "tools"],
    rows,
  );
}

interface Listed {
  readonly name: string;
  readonly source: string;
  readonly description: string;
}

interface PrintedCatalog {
  readonly providers: readonly CatalogProvider[];
  readonly models: readonly (CatalogModel & {
    readonly ref: string;
    readonly effective_context_window: number;
  })[];
  readonly retired: readonly RetiredModel[];
}

/** The providers of the builtin catalog. */
export async function builtinProviders(): Promise<string> {
  const { providers }: PrintedCatalog = await printed(
    "insomnia-profile models --format json",
  );
  return markdownTable(
    ["provider", "scheme", "address", "credential", "capability", "window"],
    providers.map((provider) => [
      `\`${provider.id}\``,
      `\`${provider.scheme}\``,
      provider.base_url ?? "",
      "env" in provider.auth_hint
        ? `\`${provider.auth_hint.env}\``
        : provider.auth_hint.kind,
      capability(provider.default_capability),
      String(provider.default_context_window ?? ""),
    ]),
  );
}

/** The models of the builtin catalog. */
export async function builtinModels(): Promise<string> {
  const { models }: PrintedCatalog = await printed(
    "insomnia-profile models --format json",
  );
  return markdownTable(
    [
      "model",
      "window",
      "max input",
      "max output",
      "reasoning",
      "sampling",
      "retires",
      "replacement",
    ],
    models.map((model) => [
      `\`${model.ref}\``,
      String(model.context_window ?? ""),
      String(model.max_context_window ?? ""),
      String(model.max_output_tokens ?? ""),
      reasoning(model),
      model.temperature === false ? "fixed" : "adjustable",
      model.retires ?? "",
      model.replacement === undefined ? "" : `\`${model.replacement}\``,
    ]),
  );
}

/** What the runtime cannot do with some of them. */
export async function builtinNotes(): Promise<string> {
  const { models }: PrintedCatalog = await printed(
    "insomnia-profile models --format json",
  );
  return markdownTable(
    ["model", "note"],
    models.filter(({ note }) => note !== undefined)
      .map(({ ref, note }) => [`\`${ref}\``, note!]),
  );
}

/** The models that the builtin catalog knows to be gone. */
export async function builtinRetired(): Promise<string> {
  const { retired }: PrintedCatalog = await printed(
    "insomnia-profile models --format json",
  );
  return markdownTable(
    ["model", "retired from", "replacement"],
    retired.map(({ provider, id, since, replacement }) => [
      `\`${provider}/${id}\``,
      since,
      replacement === undefined ? "" : `\`${provider}/${replacement}\``,
    ]),
  );
}

function reasoning(model: CatalogModel): string {
  const { reasoning_efforts: efforts, reasoning_budget: budget } = model;
  const ways = [
    ...efforts ? [efforts.join(", ")] : [],
    ...budget ? [`${budget.min ?? ""}..${budget.max ?? ""} tokens`] : [],
  ];
  return ways.join("; ") || (model.capability?.reasoning ?? "none");
}

async function printed<T>(command: string): Promise<T> {
  const { out, both, code } = await runCommand(command, {});
  if (code !== 0) throw new Error(`${command}: ${both}`);
  return JSON.parse(out);
}

function caching(given: PromptCaching): string {
  return given.kind === "explicit"
    ? `explicit caching, ${given.max_breakpoints} breakpoints`
    : "automatic caching";
}

function capability(given: CapabilityDraft | undefined): string {
  if (given === undefined) return "";
  return [
    `${given.tool_calling} tools`,
    given.structured_output,
    given.reasoning ?? "no reasoning control",
    ...(given.vision ? ["vision"] : []),
    caching(given.prompt_caching),
  ].join(", ");
}
