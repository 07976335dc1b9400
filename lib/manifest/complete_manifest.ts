import type { FieldPath } from "../base/field_path.ts";
import { isObject, type JsonValue, ownField } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { resolveModel } from "../catalog/resolve_model.ts";
import { inDocumentOrder } from "../profile/document_order.ts";
import { COMPACTION_DEFAULTS, WORKER_DEFAULTS } from "../schema/defaults.ts";
import type { ModelDraft, PinnedModel } from "../schema/model.ts";
import { isPodManifest } from "./is_pod_manifest.generated.ts";
import type { ManifestDraft } from "./manifest_draft.ts";
import type { Manifestization } from "./manifestize.ts";
import { orderManifest } from "./order_manifest.ts";
import type { PodManifest } from "./pod_manifest.ts";
import { readKnownFields } from "./read_known_fields.ts";

/** What goes into a manifest beside the manifest file. */
export interface CompletionInputs {
  /** Absolute path of the file's directory: relative paths are relative to it. */
  readonly directory: string;
  /** What its models are looked up in. */
  readonly catalog: Catalog;
  /** Wins over the file's `pod.name`. */
  readonly podName?: string;
  /** Whether unknown fields are errors. */
  readonly strict?: boolean;
}

/** A manifest file as a whole manifest, or why it is none. */
export interface CompletedManifest extends Manifestization {
  /** What the file says, in present spelling: for those who explain the manifest. */
  readonly draft?: ManifestDraft;
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
  const strict = inputs.strict ?? false;
  const known = readKnownFields(raw, inputs.directory, strict);
  const problems = [...known.problems];
  const report = (problem: Problem) => void problems.push(problem);

  const filled = isObject(known.value)
    ? fill(known.value, inputs, report)
    : known.value;
  if (!isPodManifest(filled)) {
    const { explainManifestProblems } = await import(
      "./explain_manifest_problems.ts"
    );
    explainManifestProblems(filled).forEach(report);
  } else {
    checkThresholds(filled, report);
  }
  const inFile = inDocumentOrder(
    problems.map((problem) => ({
      ...problem,
      path: pathInFile(problem.path, known.renamed),
    })),
    raw as JsonValue,
  );
  if (problems.some((problem) => problem.severity === "error")) {
    return { problems: inFile };
  }
  return {
    manifest: orderManifest(filled as PodManifest),
    // What was filled in is valid, so what it was filled into was as well.
    draft: known.value as ManifestDraft,
    problems: inFile,
  };
}

type Fields = Readonly<Record<string, unknown>>;
type Report = (problem: Problem) => void;

function fill(
  written: Fields,
  { catalog, podName }: CompletionInputs,
  report: Report,
): Fields {
  const { profile: _, ...sections } = written;
  const pin = (path: FieldPath) => (model: unknown) =>
    pinned(model, path, catalog, report);
  return change(sections, {
    pod: (pod) => named(pod ?? {}, podName, report),
    model: pin(["model"]),
    worker: (worker) => withDefaults(worker ?? {}, WORKER_DEFAULTS),
    scope: (scope) =>
      isObject(scope) ? change(scope, { allow: rules, deny: rules }) : scope,
    session: (session) =>
      withDefaults(session ?? {}, { record_event_trace: false }),
    permissions: (permissions) => withDefaults(permissions, { rule: [] }),
    compaction: (section) =>
      isObject(section)
        ? withDefaults(
          change(section, { model: pin(["compaction", "model"]) }),
          COMPACTION_DEFAULTS,
        )
        : section,
    memory: (section) =>
      isObject(section)
        ? change(section, {
          extract_model: pin(["memory", "extract_model"]),
          consolidation_model: pin(["memory", "consolidation_model"]),
        })
        : section,
  });
}

/** The same fields with some of them changed; one that comes out `undefined` is left out. */
function change(
  fields: Fields,
  changes: Readonly<Record<string, (value: unknown) => unknown>>,
): Fields {
  const result: Record<string, unknown> = { ...fields };
  for (const [name, changed] of Object.entries(changes)) {
    const value = changed(fields[name]);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** Fills fields in that are not there; what is there stays, whatever it is. */
function withDefaults(written: unknown, defaults: Fields): unknown {
  if (!isObject(written)) return written;
  const result: Record<string, unknown> = { ...written };
  for (const [name, value] of Object.entries(defaults)) {
    if (written[name] === undefined) result[name] = value;
    else if (isObject(value)) result[name] = withDefaults(written[name], value);
  }
  return result;
}

function rules(written: unknown = []): unknown {
  return Array.isArray(written)
    ? written.map((rule) => withDefaults(rule, { recursive: true }))
    : written;
}

/** A name that is valid, for what has its own problem reported already. */
const STAND_IN_NAME = "-";

function named(
  pod: unknown,
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
  model_id: "-",
  auth: { kind: "none" },
  context_window: 0,
};

function pinned(
  written: unknown,
  path: FieldPath,
  catalog: Catalog,
  report: Report,
): unknown {
  if (!isObject(written)) return written;
  const { ref, auth, capability } = written;
  const canBeLookedUp = (ref === undefined || typeof ref === "string") &&
    (auth === undefined || isObject(auth)) &&
    (capability === undefined || isObject(capability));
  // The schema's problems about the rest of it are wanted all the same.
  if (!canBeLookedUp) return { ...STAND_IN_MODEL, ...written };
  const { model, problems } = resolveModel(
    catalog,
    written as ModelDraft,
    path,
  );
  problems.forEach(report);
  return model ?? { ...STAND_IN_MODEL, ...written };
}

function checkThresholds({ compaction }: PodManifest, report: Report): void {
  const threshold = ownField(compaction, "threshold");
  const request = ownField(compaction, "request_threshold");
  if (typeof threshold !== "number" || typeof request !== "number") return;
  if (threshold < request) return;
  report({
    code: "compaction-order",
    severity: "warning",
    message:
      "`compaction.threshold` is not below `compaction.request_threshold`: " +
      `${threshold} and ${request} tokens`,
    path: ["compaction", "threshold"],
    help: "compaction between turns is meant to come before that within one",
  });
}

function pathInFile(
  path: FieldPath,
  renamed: readonly { readonly to: FieldPath; readonly from: FieldPath }[],
): FieldPath {
  const hit = renamed.find(({ to }) => to.every((part, i) => part === path[i]));
  return hit ? [...hit.from, ...path.slice(hit.to.length)] : path;
}
