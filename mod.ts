/**
 * Profiles in, Pod manifests out.
 *
 * A *profile* is a small Lua recipe for a role of an AI agent. This module
 * evaluates one in a sandbox and combines it with launch inputs (the Pod's
 * name, its workspace, a delegated scope) and a model catalog into one
 * validated, deterministic manifest.
 *
 * The exports are grouped in this file by what they are for; `docs/library.md`
 * has a table of the main ones.
 *
 * @example Resolve a profile that exists only in memory
 * ```ts
 * import { memorySystem, printManifest, resolveProfile } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const { manifest, digest, warnings } = await resolveProfile({
 *   selector: "./coder.lua",
 *   podName: "demo",
 *   workspace: "/ws",
 *   system: memorySystem({
 *     files: { "/ws/coder.lua": `return { model = "codex-oauth/gpt-5.5" }` },
 *   }),
 * });
 * assert.equal(manifest.scope.allow[0]?.target, "/ws");
 * assert.match(digest, /^sha256:[0-9a-f]{64}$/);
 * assert.deepEqual(warnings, []);
 * assert(printManifest(manifest, "json").startsWith(`{\n  "pod"`));
 * ```
 *
 * @example Tell a person what is wrong with a profile
 * ```ts
 * import {
 *   memorySystem,
 *   ProfileError,
 *   renderDiagnostics,
 *   resolveProfile,
 * } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const system = memorySystem({
 *   files: { "/ws/coder.lua": `return { modle = "codex-oauth/gpt-5.5" }` },
 * });
 * try {
 *   await resolveProfile({ selector: "./coder.lua", podName: "demo", workspace: "/ws", system });
 *   assert.fail("should not resolve");
 * } catch (error) {
 *   if (!(error instanceof ProfileError)) throw error;
 *   assert.equal(error.exitCode, 1);
 *   assert.match(renderDiagnostics(error.diagnostics, "human"), /unknown field `modle`/);
 * }
 * ```
 *
 * @module
 */

// Profiles to manifests
export type { OriginPlace } from "./lib/api/origin_places.ts";
export { ResolverSession } from "./lib/base/resolver_session.ts";
export type { ProfileInput } from "./lib/schema/profile_input.ts";
export type { Launch } from "./lib/manifest/launch_inputs.ts";
export type { Computation, Origin } from "./lib/manifest/origin.ts";
export type { PodManifest } from "./lib/schema/pod_manifest.ts";
export {
  type ManifestFormat,
  printManifest,
} from "./lib/print/print_manifest.ts";
export {
  evaluateLua,
  type EvaluateLuaOptions,
} from "./lib/api/evaluate_lua.ts";
export {
  type ManifestFileOptions,
  type ResolvedManifest,
  resolveManifestFile,
} from "./lib/api/resolve_manifest_file.ts";
export type { ResolveOptions, Wall } from "./lib/api/resolve_options.ts";
export { resolveProfile } from "./lib/api/resolve_profile.ts";
export type { ResolvedProfile } from "./lib/api/resolved_profile.ts";
export {
  ModelsSchema,
  PodManifestSchema,
  ProfileSchema,
  ProvidersSchema,
  RegistrySchema,
} from "./lib/api/zod_schemas.ts";
export type { Schema } from "./lib/schema/zod_schema.ts";

// Selectors and registries
export { formatSelector } from "./lib/selector/format_selector.ts";
export { parseSelector } from "./lib/selector/parse_selector.ts";
export {
  type ProfileSelector,
  REGISTRY_SOURCES,
  type RegistrySelector,
  type RegistrySource,
} from "./lib/selector/profile_selector.ts";
export type { Territory } from "./lib/trust/territory.ts";
export {
  type DiscoverOptions,
  discoverProfiles,
} from "./lib/registry/discover_profiles.ts";
export type {
  DefaultProfile,
  ProfileAlias,
  ProfileEntry,
  ProfileRegistry,
  RegistryFile,
} from "./lib/registry/profile_registry.ts";
export type {
  RegistryDocument,
  RegistryEntryTable,
  RegistryEntryValue,
} from "./lib/registry/registry_schema.ts";

// The model catalog
export type { Catalog } from "./lib/catalog/catalog.ts";
export type { CatalogModel } from "./lib/catalog/models_schema.ts";
export type { CatalogProvider } from "./lib/catalog/providers_schema.ts";
export type {
  ModelsDocument,
  ReasoningBudget,
  RetiredModel,
} from "./lib/catalog/models_schema.ts";
export type { ProvidersDocument } from "./lib/catalog/providers_schema.ts";
export {
  type EndingsOptions,
  type ModelEnding,
  modelEnding,
} from "./lib/catalog/model_ending.ts";
export {
  loadCatalog,
  type LoadCatalogOptions,
} from "./lib/catalog/load_catalog.ts";
export {
  type ResolvedModel,
  resolveModel,
} from "./lib/catalog/resolve_model.ts";

// Comparison
export { compareManifests } from "./lib/manifest/compare/compare_manifests.ts";
export {
  CHANGE_CLASSES,
  type ChangeClass,
  type ManifestChange,
} from "./lib/manifest/compare/manifest_change.ts";

// Pods
export { PodStore, type PodStoreOptions } from "./lib/api/pod_store.ts";
export type { InheritOptions } from "./lib/api/inherit_from_pod.ts";
export type { ForceOptions } from "./lib/store/living_pod.ts";
export type { AdoptedPod } from "./lib/api/adopt_stored_pod.ts";
export type {
  CreatedPod,
  CreatePodOptions,
  Resolve,
} from "./lib/api/create_stored_pod.ts";
export type {
  LaunchPodOptions,
  PodLaunch,
} from "./lib/api/launch_stored_pod.ts";
export type { PodChange, PodDifference } from "./lib/api/pod_difference.ts";
export type { PodStatus } from "./lib/api/pod_status.ts";
export type { LaunchOverride } from "./lib/api/recorded_launch.ts";
export type {
  ReresolvedPod,
  ReresolveOptions,
} from "./lib/api/reresolve_pod.ts";
export type { ResumedPod, ResumeOptions } from "./lib/api/resume_pod.ts";
export type { NotCarried } from "./lib/store/frozen_profile.ts";
export type { LaunchPlan } from "./lib/store/launch_plan.ts";
export type { PreparedLaunch, Settlement } from "./lib/store/launch_pod.ts";
export type { ListOptions, PodListEntry } from "./lib/store/list_pods.ts";
export type { Conversation } from "./lib/store/pod_metadata.ts";
export type {
  PodSnapshot,
  SnapshotCatalog,
  SnapshotCatalogFile,
  SnapshotLaunch,
  SnapshotSource,
} from "./lib/store/pod_snapshot.ts";
export type { SourceDrift } from "./lib/store/source_drift.ts";

// Errors and warnings
export type {
  Diagnostic,
  RelatedPlace,
  Severity,
  SourcePlace,
} from "./lib/base/diagnostic.ts";
export {
  DIAGNOSTIC_CODES,
  type DiagnosticCode,
  EXIT,
} from "./lib/base/diagnostic_codes.ts";
export type { FieldFix, Fix } from "./lib/base/fix.ts";
export type { SourceEdit } from "./lib/base/source_edit.ts";
export { type FieldPath, printFieldPath } from "./lib/base/field_path.ts";
export type { JsonObject, JsonValue } from "./lib/base/json.ts";
export type { Problem } from "./lib/base/problem.ts";
export { failure, ProfileError } from "./lib/base/profile_error.ts";
export {
  type DiagnosticFormat,
  renderDiagnostics,
  type RenderOptions,
} from "./lib/print/diagnostics/render_diagnostics.ts";
export type {
  RuleText,
  RuleTexts,
} from "./lib/print/diagnostics/render_sarif.ts";

// The outside world
export { denoSystem } from "./lib/system/deno_system.ts";
export { nodeSystem } from "./lib/system/node_system.ts";
export {
  memorySystem,
  type MemorySystemOptions,
} from "./lib/system/memory_system.ts";
export { rememberingSystem } from "./lib/system/remembering_system.ts";
export {
  type DirectoryEntry,
  type FileInfo,
  type FileKind,
  type MakeDirectoryOptions,
  type OpenFile,
  type OperatingSystem,
  refusalCode,
  type System,
  SystemError,
  type SystemErrorKind,
} from "./lib/system/system.ts";

// This program
export { REPOSITORY } from "./lib/base/repository.ts";
export { VERSION } from "./lib/base/version.ts";
export {
  type LicensedIn,
  type LicenseNotice,
  licenseNotices,
} from "./lib/resources/license_notices.ts";

// Sections of profiles and manifests, which the types above are made of
export type {
  PathSource,
  ProfileMetadata,
  ProfileSource,
  Provenance,
  RegistryEntrySource,
} from "./lib/schema/provenance.ts";
export type {
  CatalogDigest,
  CatalogOrigin,
  ModelReferences,
  ModuleDigest,
  ResolutionInputs,
} from "./lib/schema/resolution_inputs.ts";
export type {
  Compaction,
  CompactionDraft,
  CompactionInput,
  CompactionPreset,
  CompactionRatioField,
  Retention,
} from "./lib/schema/compaction.ts";
export type {
  Memory,
  MemoryFields,
  MemoryInput,
  MemoryPreset,
} from "./lib/schema/memory.ts";
export type {
  ModelChoice,
  ModelDraft,
  ModelInput,
  PinnedModel,
  Quality,
  WireScheme,
} from "./lib/schema/model.ts";
export type {
  PermissionAction,
  PermissionRule,
  Permissions,
  PermissionsDraft,
} from "./lib/schema/permissions.ts";
export type { Pod } from "./lib/schema/pod.ts";
export type {
  Scope,
  ScopeInput,
  ScopeIntent,
  ScopePermission,
  ScopeRule,
} from "./lib/schema/scope.ts";
export type { Session, SessionDraft } from "./lib/schema/session.ts";
export type { Skills, SkillsDraft } from "./lib/schema/skills.ts";
export type { SafeSearch, Web, WebFetch, WebSearch } from "./lib/schema/web.ts";
export type {
  FileUpload,
  Reasoning,
  ToolOutput,
  Worker,
  WorkerDraft,
  WorkerInput,
} from "./lib/schema/worker.ts";
export type {
  AutoPromptCaching,
  CapabilityDraft,
  ExplicitPromptCaching,
  ModelCapability,
  PromptCaching,
  ReasoningControl,
  StructuredOutput,
  ToolCalling,
} from "./lib/schema/capability.ts";
export type {
  ApiKeyAuth,
  CodexOauthAuth,
  ModelAuth,
  NoAuth,
  SecretRefAuth,
} from "./lib/schema/auth.ts";
export type {
  ContextBudget,
  TokensOrRatio,
  WindowRatio,
} from "./lib/schema/ratio.ts";

// What the command line is made of, for programs with an interface of their own.
// These may change in any version.
export {
  type ErrorIndex,
  isDiagnosticCode,
  loadErrorIndex,
} from "./lib/api/error_index.ts";
export {
  type ErrorDescription,
  printErrorDescription,
} from "./lib/print/print_error_description.ts";
export { explainOrigin, type OriginWords } from "./lib/print/explain_origin.ts";
export {
  type ComparedProfile,
  printChangesMarkdown,
} from "./lib/print/print_changes_markdown.ts";
export {
  type Explained,
  explainedValues,
  explanationData,
  printAnnotated,
  printParagraph,
} from "./lib/print/print_explanation.ts";
export { addExcerpts } from "./lib/api/add_excerpts.ts";
export { applyFixes } from "./lib/api/apply_fixes.ts";
export { counted } from "./lib/base/counted.ts";
export { canonicalJson } from "./lib/base/canonical_json.ts";
export { didYouMean, suggest } from "./lib/base/suggest.ts";
export { delegatingSystem } from "./lib/system/delegating_system.ts";
export { denoTerminal } from "./lib/system/deno_terminal.ts";
export { giveUpPermissions } from "./lib/system/give_up_permissions.ts";
export { pathAsTyped } from "./lib/system/native_path.ts";
export {
  ClosedPipe,
  type EndingSignal,
  type Terminal,
  type TerminalInput,
  type TerminalOutput,
} from "./lib/system/terminal.ts";
export {
  type RecordingSystem,
  recordingSystem,
} from "./lib/system/recording_system.ts";
export { unlessRefused } from "./lib/system/unless_refused.ts";
export {
  type NameMeaning,
  nameMeanings,
} from "./lib/registry/name_meanings.ts";
export { unselectableEntries } from "./lib/registry/unselectable_entries.ts";
export {
  findProfileFiles,
  type FindProfileFilesOptions,
} from "./lib/api/find_profile_files.ts";
export {
  type ImportedModels,
  type ImportFile,
  importModels,
  type ImportOptions,
  type RowChange,
  withPublicProviders,
} from "./lib/catalog/public/import_models.ts";
export type { LeftOut } from "./lib/catalog/public/import_providers.ts";
export type { PublicConflict } from "./lib/catalog/public/merge_public.ts";
export { builtinCatalogText } from "./lib/catalog/builtin_catalog_text.ts";
export { plainResume } from "./lib/store/plain_resume.ts";
export { derivePodName } from "./lib/manifest/derive_pod_name.ts";
export { parseDelegate } from "./lib/manifest/parse_delegate.ts";
export { originAt } from "./lib/manifest/origin_at.ts";
export {
  displayWidth,
  takeColumns,
  widest,
} from "./lib/print/display_width.ts";
export { type Paint, painter, type Tone } from "./lib/print/paint.ts";
export {
  printTable,
  type TableCell,
  type TableOptions,
} from "./lib/print/print_table.ts";
export { safeJson, safeText } from "./lib/print/safe_json.ts";
export { visibleText } from "./lib/print/visible_text.ts";
export { wrapText } from "./lib/print/wrap_text.ts";
export {
  type PrintableChange,
  printChanges,
} from "./lib/print/print_changes.ts";
export { printJson } from "./lib/base/print_json.ts";
export {
  printJsonSchema,
  SCHEMA_NAMES,
  type SchemaName,
} from "./lib/print/print_json_schema.ts";
export { printLuaTypes } from "./lib/print/print_lua_types.ts";
export {
  type CheckedProfile,
  checkProfile,
  finishProfile,
  prepareProfile,
} from "./lib/api/pipeline.ts";
export type {
  FinishOptions,
  PreparedProfile,
  PrepareOptions,
} from "./lib/api/prepared_profile.ts";
export {
  type EvaluatedFile,
  type EvaluateFileOptions,
  finishEvaluation,
  type PreparedEvaluation,
  prepareEvaluation,
} from "./lib/api/prepare_evaluation.ts";
export { delegatedScope } from "./lib/api/delegated_scope.ts";
export { delegateNotes } from "./lib/api/delegate_notes.ts";
export { loadEvaluation } from "./lib/api/load_evaluator.ts";
export { loadMachine, useMachine } from "./lib/api/load_machine.ts";
export {
  type PrebuiltOptions,
  resolvePrebuilt,
} from "./lib/api/resolve_prebuilt.ts";
export { initText, typeTexts } from "./lib/resources/builtin_resources.ts";
