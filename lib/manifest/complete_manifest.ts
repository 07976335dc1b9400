import { cutProblems, MOST_PROBLEMS } from "../base/cut_problems.ts";
import {
  beginsWith,
  changeAt,
  type FieldPath,
  printFieldPath,
} from "../base/field_path.ts";
import { isObject, type JsonValue } from "../base/json.ts";
import type { MisledPath } from "../base/misled_path.ts";
import { writtenPath } from "../base/moved_field.ts";
import type { Problem } from "../base/problem.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { type ResolvedModel, resolveModel } from "../catalog/resolve_model.ts";
import { inDocumentOrder } from "../profile/document_order.ts";
import { refuseSecrets } from "../profile/refuse_secrets.ts";
import { MANIFEST } from "../schema/field_table.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";
import { schemeCapability } from "../catalog/scheme_capability.ts";
import { BASE_URLS } from "../schema/defaults.ts";
import type { ModelDraft, PinnedModel } from "../schema/model.ts";
import { isAbsolutePath } from "../schema/text_forms.ts";
import { canonicalAddresses } from "./canonical_addresses.ts";
import { isPodManifest } from "./is_pod_manifest.ts";
import type { ManifestDraft } from "./manifest_draft.ts";
import type { Manifestization } from "./manifestize.ts";
import { orderManifest } from "./order_manifest.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { DEFAULT_WORKER_CONTEXT_TOKENS } from "./policies/compaction_sizes.ts";
import { readKnownFields } from "./read_known_fields.ts";
import { pinnedSecrets } from "./pinned_secrets.ts";
import { runtimeProblems } from "./runtime_problems.ts";
import { thoughtThrough } from "./thought_through.ts";
import { withDefaults } from "./with_defaults.ts";

/** What goes into a manifest beside the manifest file. */
export interface CompletionInputs {
  /** Absolute path of the file's directory: relative paths are relative to it. */
  readonly directory: string;
  /** What its models are looked up in. */
  readonly catalog: Catalog;
  /** Wins over the file's `pod.name`. */
  readonly podName?: string | undefined;
  /** Whether unknown fields are errors. */
  readonly strict?: boolean;
  /** Looks whether a `..` in an absolute path leads where it seems to. Default: nobody does. */
  readonly misledParent?: (path: string) => Promise<MisledPath | undefined>;
}

/** A manifest file as a whole manifest, or why it is none. */
export interface CompletedManifest extends Manifestization {
  /** What the file says, in present spelling: for those who explain the manifest. */
  readonly draft?: ManifestDraft;
  /** Values of secrets that were found: no text for a person may hold them. */
  readonly secrets: readonly string[];
}

/**
 * Makes the content of a manifest file a whole manifest: defaults filled in,
 * the models pinned, paths absolute, without a `profile` section.
 *
 * @param raw parsed TOML or JSON, not trusted
 * @returns the manifest, left out when there are errors; all problems, with the
 * paths of the file
 */
export async function completeManifest(
  raw: unknown,
  inputs: CompletionInputs,
): Promise<CompletedManifest> {
  // Whoever parsed it made nothing else.
  const document = raw as JsonValue;
  const { secrets, refused, ...held } = refuseSecrets(document, "manifest");
  if (held.problems.length > MOST_PROBLEMS) {
    return { models: {}, problems: cutProblems(held.problems), secrets };
  }
  const strict = inputs.strict ?? false;
  const known = readKnownFields(raw, inputs.directory, strict);
  const problems = [...known.problems];
  const report = (problem: Problem) => void problems.push(problem);
  for (const { at, path } of known.written) {
    // What cannot be a path at all has its own problem.
    if (!isAbsolutePath(path)) continue;
    const misled = await inputs.misledParent?.(path);
    if (misled !== undefined) report(misledPath(at, misled));
  }

  const models: Record<string, string> = {};
  const resolved = new Map<string, ResolvedModel>();
  let manifest: PodManifest | undefined;
  const filled = isObject(known.value)
    ? fill(known.value, inputs, { report, models, resolved })
    : known.value;
  if (!isPodManifest(filled)) {
    const { explainManifestProblems } = await import(
      "./explain_manifest_problems.ts"
    );
    explainManifestProblems(filled).forEach(report);
  } else {
    manifest = thoughtThrough(filled, inputs.catalog, resolved, report);
    pinnedSecrets(filled, inputs.catalog).forEach(report);
    runtimeProblems(filled, inputs.catalog).forEach(report);
  }
  const inFile = cutProblems(inDocumentOrder([
    ...held.problems,
    ...problems.map((problem) => ({
      ...problem,
      path: writtenPath(problem.path, known.renamed),
    })).filter(({ path }) =>
      // It has its answer.
      !refused.some((field) => beginsWith(path, field))
    ),
  ], document));
  if (
    manifest === undefined ||
    inFile.some((problem) => problem.severity === "error")
  ) {
    return { models, problems: inFile, secrets };
  }
  return {
    models,
    secrets,
    manifest: orderManifest(canonicalAddresses(manifest)),
    // What was filled in is valid, so what it was filled into was as well.
    draft: known.value as ManifestDraft,
    problems: [...inFile, ...pinnedModels(models)],
  };
}

type Fields = Readonly<Record<string, unknown>>;
type Report = (problem: Problem) => void;

/** What comes of a manifest file beside the manifest. */
interface Findings {
  readonly report: Report;
  /** References by section, see `ModelReferences`. */
  readonly models: Record<string, string>;
  /** Looked up, by section. */
  readonly resolved: Map<string, ResolvedModel>;
}

function fill(
  written: Fields,
  { catalog, podName }: CompletionInputs,
  findings: Findings,
): unknown {
  const { profile: _, ...sections } = written;
  const pinned = MODEL_SECTIONS.reduce<unknown>(
    (document, path) =>
      changeAt(document, path, (model) => pin(model, path, catalog, findings)),
    sections,
  );
  const withWorker = changeAt(
    pinned,
    ["compaction", "worker_context_max_tokens"],
    (tokens) => tokens ?? defaultWorkerContext(findings),
  );
  return withDefaults(
    MANIFEST,
    changeAt(
      withWorker,
      ["pod"],
      (pod) => named(pod, podName, findings.report),
    ),
  );
}

/** A name that is valid, for what has its own problem reported already. */
const STAND_IN_NAME = "-";

function named(
  pod: unknown = {},
  podName: string | undefined,
  report: Report,
): unknown {
  if (!isObject(pod)) return pod;
  if (podName !== undefined) return { ...pod, name: podName };
  if (pod.name !== undefined) return pod;
  report({
    code: "missing-field",
    severity: "error",
    message: "`pod.name` is missing: a Pod needs a name",
    path: ["pod", "name"],
    help: "write it in the file, or give `--pod-name`",
  });
  return { ...pod, name: STAND_IN_NAME };
}

/** What is missing of a model that has its own problem reported already. */
const STAND_IN_MODEL: PinnedModel = {
  scheme: "anthropic",
  base_url: BASE_URLS.anthropic,
  model_id: "-",
  auth: { kind: "none" },
  capability: schemeCapability("anthropic"),
  context_window: 0,
  max_context_window: 0,
};

function pin(
  written: unknown,
  path: FieldPath,
  catalog: Catalog,
  { report, models, resolved }: Findings,
): unknown {
  if (!isObject(written)) return written;
  const { ref, ...fields } = written;
  const { auth, capability } = fields;
  if (ref !== undefined && typeof ref !== "string") {
    report(noReference([...path, "ref"]));
    return { ...STAND_IN_MODEL, ...fields };
  }
  const canBeLookedUp = (auth === undefined || isObject(auth)) &&
    (capability === undefined || isObject(capability));
  // The schema's problems about the rest of it are wanted all the same.
  if (!canBeLookedUp) return { ...STAND_IN_MODEL, ...fields };
  const found = resolveModel(catalog, written as ModelDraft, path);
  const { model, problems } = found;
  problems.forEach(report);
  resolved.set(printFieldPath(path), found);
  if (model && ref !== undefined) models[printFieldPath(path)] = ref;
  return model ?? { ...STAND_IN_MODEL, ...fields };
}

/** Of the model that compacts; where there is none, another problem says so. */
function defaultWorkerContext({ resolved }: Findings): number {
  const worker = resolved.get("compaction.model") ?? resolved.get("model");
  return Math.min(DEFAULT_WORKER_CONTEXT_TOKENS, worker?.window ?? Infinity);
}

/** A manifest file has no `profile` section to keep the references in. */
function pinnedModels(models: Readonly<Record<string, string>>): Problem[] {
  const pins = Object.entries(models).map(([section, ref]) =>
    `\`${section}\` from \`${ref}\``
  );
  if (pins.length === 0) return [];
  return [{
    code: "model-pinned",
    severity: "note",
    message:
      `pinned ${pins.join(", ")}: a manifest has no \`ref\`, so that a ` +
      "later catalog cannot change it",
    path: [...Object.keys(models)[0]!.split("."), "ref"],
  }];
}

function misledPath(
  path: FieldPath,
  { link, read, real }: MisledPath,
): Problem {
  return {
    code: "path-misleading",
    severity: "error",
    message: `\`${
      printFieldPath(path)
    }\` means two paths: \`${link}\` is a link, so \`..\` behind it leads the runtime to \`${real}\`, and the text leads to \`${read}\``,
    path,
    help: `write \`${real}\`, or \`${read}\``,
  };
}

function noReference(path: FieldPath): Problem {
  return {
    code: "invalid-type",
    severity: "error",
    message: `\`${
      printFieldPath(path)
    }\` must be text, \`<provider>/<model id>\``,
    path,
    help: "as `anthropic/claude-sonnet-4-6`",
  };
}
