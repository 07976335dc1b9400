import type { ModelAuth } from "../schema/auth.ts";
import type { ModelCapability, PromptCaching } from "../schema/capability.ts";
import type { Compaction } from "../schema/compaction.ts";
import type { Memory } from "../schema/memory.ts";
import type { PinnedModel } from "../schema/model.ts";
import type { PermissionRule, Permissions } from "../schema/permissions.ts";
import type { Pod } from "../schema/pod.ts";
import type {
  CatalogDigest,
  ModuleDigest,
  ProfileMetadata,
  ProfileSource,
  Provenance,
  ResolutionInputs,
} from "../schema/provenance.ts";
import type { Scope, ScopeRule } from "../schema/scope.ts";
import type { Session } from "../schema/session.ts";
import type { Skills } from "../schema/skills.ts";
import type { Web, WebFetch, WebSearch } from "../schema/web.ts";
import type { FileUpload, ToolOutput, Worker } from "../schema/worker.ts";
import type { PodManifest } from "./pod_manifest.ts";

/** What stands at a place of a manifest. */
export type ManifestField =
  /** A value printed as it is; `float`: never as an integer in TOML. */
  | { readonly is: "value" | "float" }
  /** A path, relative to the file in a manifest file. */
  | { readonly is: "path" }
  | {
    readonly is: "section";
    readonly fields: ManifestFields;
    readonly model?: true;
  }
  | { readonly is: "list"; readonly of: ManifestField }
  /** Any names; ordered by code unit. */
  | { readonly is: "map" };

/** The fields of a section, in the order they are printed. */
export type ManifestFields = Readonly<Record<string, ManifestField>>;

type Section = Extract<ManifestField, { is: "section" }>;
type KeyOf<T> = T extends unknown ? keyof T : never;

const VALUE = { is: "value" } as const;
const FLOAT = { is: "float" } as const;
const PATH = { is: "path" } as const;
const MAP = { is: "map" } as const;

// The type makes the tables complete: no field of `T` missing, none too many.
function section<T>(
  fields: Readonly<Record<KeyOf<T> & string, ManifestField>>,
): Section {
  return { is: "section", fields };
}

function list(of: ManifestField): ManifestField {
  return { is: "list", of };
}

const AUTH = section<ModelAuth>({
  kind: VALUE,
  env: VALUE,
  file: PATH,
  ref: VALUE,
});

const CAPABILITY = section<ModelCapability>({
  tool_calling: VALUE,
  structured_output: VALUE,
  reasoning: VALUE,
  vision: VALUE,
  prompt_caching: section<PromptCaching>({
    kind: VALUE,
    max_breakpoints: VALUE,
  }),
});

const MODEL: Section = {
  ...section<PinnedModel>({
    ref: VALUE,
    scheme: VALUE,
    base_url: VALUE,
    model_id: VALUE,
    auth: AUTH,
    capability: CAPABILITY,
    context_window: VALUE,
    max_context_window: VALUE,
  }),
  model: true,
};

const RULE = section<ScopeRule>({
  target: PATH,
  permission: VALUE,
  recursive: VALUE,
});

/**
 * Every field of a manifest, in the order they are printed, so that two
 * manifests can be compared by eye. Also says which fields hold a path or a
 * model; what is not here is no field of a manifest.
 */
export const MANIFEST_FIELDS: Section = section<PodManifest>({
  pod: section<Pod>({ name: VALUE, prompt_pack: PATH }),
  model: MODEL,
  worker: section<Worker>({
    instruction: VALUE,
    language: VALUE,
    max_tokens: VALUE,
    max_turns: VALUE,
    temperature: FLOAT,
    top_p: FLOAT,
    top_k: VALUE,
    stop_sequences: VALUE,
    reasoning: VALUE,
    tool_output: section<ToolOutput>({
      default_max_bytes: VALUE,
      per_tool: MAP,
    }),
    file_upload: section<FileUpload>({ max_bytes: VALUE }),
  }),
  scope: section<Scope>({ allow: list(RULE), deny: list(RULE) }),
  session: section<Session>({ record_event_trace: VALUE }),
  permissions: section<Permissions>({
    default_action: VALUE,
    rule: list(section<PermissionRule>({
      tool: VALUE,
      pattern: VALUE,
      action: VALUE,
    })),
  }),
  compaction: section<Compaction>({
    prune_protected_tokens: VALUE,
    prune_min_savings: VALUE,
    threshold: VALUE,
    request_threshold: VALUE,
    retained_tokens: VALUE,
    overview_target_tokens: VALUE,
    overview_warning_tokens: VALUE,
    overview_deadline_tokens: VALUE,
    worker_context_max_tokens: VALUE,
    finish_warning_remaining_tokens: VALUE,
    final_reserve_tokens: VALUE,
    worker_max_turns: VALUE,
    summary_target_tokens: VALUE,
    summary_max_tokens: VALUE,
    auto_read_budget_tokens: VALUE,
    result_context_max_tokens: VALUE,
    model: MODEL,
  }),
  memory: section<Memory>({
    workspace_root: PATH,
    query_result_limit: VALUE,
    query_excerpt_lines: VALUE,
    inject_summary: VALUE,
    language: VALUE,
    extract_model: MODEL,
    extract_threshold: VALUE,
    extract_worker_max_turns: VALUE,
    consolidation_model: MODEL,
    consolidation_threshold_files: VALUE,
    consolidation_threshold_bytes: VALUE,
  }),
  web: section<Web>({
    enabled: VALUE,
    allow_private_addresses: VALUE,
    search: section<WebSearch>({
      enabled: VALUE,
      provider: VALUE,
      api_key_env: VALUE,
      api_key_secret: VALUE,
      timeout_secs: VALUE,
      base_url: VALUE,
      country: VALUE,
      search_lang: VALUE,
      ui_lang: VALUE,
      safesearch: VALUE,
    }),
    fetch: section<WebFetch>({
      enabled: VALUE,
      timeout_secs: VALUE,
      redirect_limit: VALUE,
      max_response_bytes: VALUE,
      max_output_bytes: VALUE,
      allow_private_addresses: VALUE,
    }),
  }),
  skills: section<Skills>({ directories: list(PATH) }),
  profile: section<Provenance>({
    source: section<ProfileSource>({
      kind: VALUE,
      source: VALUE,
      name: VALUE,
      path: VALUE,
    }),
    profile: section<ProfileMetadata>({
      name: VALUE,
      description: VALUE,
      format: VALUE,
    }),
    inputs: section<ResolutionInputs>({
      modules: list(section<ModuleDigest>({ name: VALUE, sha256: VALUE })),
      catalog: section<CatalogDigest>({
        providers: VALUE,
        models: VALUE,
        sha256: VALUE,
      }),
      resolver: VALUE,
    }),
    digest: VALUE,
  }),
});
