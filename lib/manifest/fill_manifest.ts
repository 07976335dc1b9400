import {
  changeAt,
  type FieldPath,
  printFieldPath,
} from "../base/field_path.ts";
import { isObject } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { type ResolvedModel, resolveModel } from "../catalog/resolve_model.ts";
import { schemeCapability } from "../catalog/scheme_capability.ts";
import { BASE_URLS } from "../schema/defaults.ts";
import { MANIFEST } from "../schema/field_table.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";
import type { ModelDraft, PinnedModel } from "../schema/model.ts";
import { DEFAULT_WORKER_CONTEXT_TOKENS } from "./policies/compaction_sizes.ts";
import { withDefaults } from "./with_defaults.ts";

/** A manifest file with what it leaves out; not checked. */
export interface FilledManifest {
  readonly filled: unknown;
  /** Its models as they were looked up, by section. */
  readonly resolved: ReadonlyMap<string, ResolvedModel>;
}

type Report = (problem: Problem) => void;

/**
 * Fills in what a manifest file leaves out: models are pinned, the Pod gets its
 * name, fields their defaults. Of what cannot be filled in there is a problem,
 * and a stand-in, so that the rest can be checked all the same.
 *
 * @param written its known fields, in their present spelling
 */
export function fillManifest(
  written: unknown,
  { catalog, podName }: {
    readonly catalog: Catalog;
    readonly podName?: string | undefined;
  },
  report: Report,
): FilledManifest {
  const resolved = new Map<string, ResolvedModel>();
  if (!isObject(written)) return { filled: written, resolved };

  function pin(model: unknown, path: FieldPath): unknown {
    if (!isObject(model)) return model;
    const { ref, ...fields } = model;
    const { auth, capability } = fields;
    const isText = ref === undefined || typeof ref === "string";
    if (!isText) report(noReference([...path, "ref"]));
    const canBeLookedUp = isText && (auth === undefined || isObject(auth)) &&
      (capability === undefined || isObject(capability));
    // The schema's problems about the rest of it are wanted all the same.
    if (!canBeLookedUp) return { ...STAND_IN_MODEL, ...fields };
    const found = resolveModel(catalog, model as ModelDraft, path);
    found.problems.forEach(report);
    resolved.set(printFieldPath(path), found);
    return found.model ?? { ...STAND_IN_MODEL, ...fields };
  }

  const { profile: _, ...sections } = written;
  const pinned = MODEL_SECTIONS.reduce<unknown>(
    (document, path) => changeAt(document, path, (model) => pin(model, path)),
    sections,
  );
  const withWorker = changeAt(
    pinned,
    ["compaction", "worker_context_max_tokens"],
    (tokens) => tokens ?? defaultWorkerContext(resolved),
  );
  const withName = changeAt(
    withWorker,
    ["pod"],
    (pod) => named(pod, podName, report),
  );
  return { filled: withDefaults(MANIFEST, withName), resolved };
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

/** Of the model that compacts. That it is missing is another check's problem. */
function defaultWorkerContext(
  resolved: ReadonlyMap<string, ResolvedModel>,
): number {
  const worker = resolved.get("compaction.model") ?? resolved.get("model");
  return Math.min(DEFAULT_WORKER_CONTEXT_TOKENS, worker?.window ?? Infinity);
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
