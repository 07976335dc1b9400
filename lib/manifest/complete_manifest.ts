import { cutProblems, MOST_PROBLEMS } from "../base/cut_problems.ts";
import {
  beginsWith,
  type FieldPath,
  printFieldPath,
} from "../base/field_path.ts";
import type { JsonValue } from "../base/json.ts";
import type { MisledPath } from "../base/misled_path.ts";
import { writtenPath } from "../base/moved_field.ts";
import type { Problem } from "../base/problem.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { ResolvedModel } from "../catalog/resolve_model.ts";
import { inDocumentOrder } from "../profile/document_order.ts";
import { refuseSecrets } from "../profile/refuse_secrets.ts";
import type { ModelReferences } from "../schema/resolution_inputs.ts";
import { isAbsolutePath } from "../schema/text_forms.ts";
import { canonicalAddresses } from "./canonical_addresses.ts";
import { fillManifest } from "./fill_manifest.ts";
import { isPodManifest } from "./is_pod_manifest.ts";
import type { ManifestDraft } from "./manifest_draft.ts";
import type { Manifestization } from "./manifestize.ts";
import { orderManifest } from "./order_manifest.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { misspeltOnce } from "./misspelt_once.ts";
import { readKnownFields } from "./read_known_fields.ts";
import { pinnedSecrets } from "./pinned_secrets.ts";
import { runtimeProblems } from "./runtime_problems.ts";
import { applyPolicies } from "./apply_policies.ts";

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
  /** Looks whether a `..` in an absolute path leads where it seems to. Default: not looked at. */
  readonly misledParent?: (path: string) => Promise<MisledPath | undefined>;
}

/** A manifest file as a whole manifest, or why it cannot be one. */
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

  const { filled, resolved } = fillManifest(known.value, inputs, report);
  const models = referencesOf(resolved);
  let manifest: PodManifest | undefined;
  if (!isPodManifest(filled)) {
    const { explainManifestProblems } = await import(
      "./explain_manifest_problems.ts"
    );
    explainManifestProblems(filled).forEach(report);
  } else {
    manifest = applyPolicies(filled, inputs.catalog, resolved, report);
    pinnedSecrets(filled, inputs.catalog).forEach(report);
    runtimeProblems(filled, inputs.catalog).forEach(report);
  }
  const inFile = cutProblems(inDocumentOrder([
    ...held.problems,
    ...misspeltOnce(problems).map((problem) => ({
      ...problem,
      path: writtenPath(problem.path, known.renamed),
    })).filter(({ path }) =>
      // Already reported.
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

/** What models were looked up by, of those that could be pinned. */
function referencesOf(
  resolved: ReadonlyMap<string, ResolvedModel>,
): ModelReferences {
  return Object.fromEntries(
    [...resolved].flatMap(([section, { model, ref }]) =>
      model && ref !== undefined ? [[section, ref]] : []
    ),
  );
}

/** A manifest file has no `profile` section to keep the references in. */
function pinnedModels(models: ModelReferences): Problem[] {
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
