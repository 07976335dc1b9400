import type { Diagnostic, SourcePlace } from "../../base/diagnostic.ts";
import type { Fix } from "../../base/fix.ts";
import { pathSeenFrom } from "../../base/file_path.ts";
import { maskSecrets } from "../../profile/mask_secrets.ts";
import { cutText } from "./cut_text.ts";
import { renderGithub } from "./render_github.ts";
import { renderHuman } from "./render_human.ts";
import { renderJson } from "./render_json.ts";
import { renderSarif, type RuleTexts } from "./render_sarif.ts";

/**
 * How diagnostics are written: for a person, as JSON lines, as GitHub workflow
 * annotations, as a SARIF 2.1.0 log.
 */
export type DiagnosticFormat = "human" | "json" | "github" | "sarif";

/** Options of rendering. */
export interface RenderOptions {
  /** ANSI colours; only `human` has any. Default: none. */
  readonly color?: boolean | undefined;
  /** Columns to wrap help at; only `human` wraps. Default: no wrapping. */
  readonly width?: number | undefined;
  /** What codes mean; only `sarif` tells. Default: nothing; see `loadErrorIndex`. */
  readonly rules?: RuleTexts;
  /** Absolute; files are named relative to it. Default: as they are. */
  readonly cwd?: string | undefined;
}

/**
 * Writes diagnostics as text.
 *
 * @param diagnostics in the order to show them
 * @param format default `human`
 * @returns text that ends in a newline; empty when there is nothing to say,
 *   except for `sarif`, where no results is a log of its own
 *
 * @example Show a person what is wrong
 * ```ts
 * import { renderDiagnostics } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 *
 * const text = renderDiagnostics([{
 *   code: "unknown-field",
 *   severity: "error",
 *   message: "unknown field `worker.reasonning`",
 *   source: {
 *     file: "/ws/coder.lua",
 *     line: 9,
 *     column: 5,
 *     length: 10,
 *     excerpt: '    reasonning = "high",',
 *   },
 *   fixes: [{ put: "reasoning" }],
 * }], "human", { cwd: "/ws" });
 *
 * assert.equal(text.split("\n")[1], "  --> coder.lua:9:5");
 * assert.equal(text.split("\n")[4], "   |     ^^^^^^^^^^ did you mean `reasoning`?");
 * ```
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat = "human",
  options: RenderOptions = {},
): string {
  const { cwd } = options;
  const shown = diagnostics.map((diagnostic) => {
    const safe = withTexts(diagnostic, (text) => maskSecrets(text));
    const here = cwd === undefined ? safe : seenFrom(cwd, safe);
    return withPlaces(
      // The output of `print` is limited elsewhere.
      here.code === "print" ? here : withTexts(here, cutText),
      (place) => ({
        ...place,
        file: maskSecrets(place.file),
        ...place.label !== undefined &&
          { label: cutText(maskSecrets(place.label)) },
      }),
    );
  });
  switch (format) {
    case "human":
      return renderHuman(shown, options);
    case "json":
      return renderJson(shown);
    case "github":
      return renderGithub(shown);
    case "sarif":
      return renderSarif(shown, options.rules);
  }
}

function seenFrom(cwd: string, diagnostic: Diagnostic): Diagnostic {
  const here = "`" + (cwd.endsWith("/") ? cwd : `${cwd}/`);
  return withTexts(
    withPlaces(
      diagnostic,
      (place) => ({ ...place, file: pathSeenFrom(cwd, place.file) }),
    ),
    // Paths in messages are quoted, so the quote marks where one begins.
    (text) => text.replaceAll(here, "`"),
  );
}

/** A copy with every place changed. */
function withPlaces(
  diagnostic: Diagnostic,
  change: (place: SourcePlace) => SourcePlace,
): Diagnostic {
  const { source, fixes, related } = diagnostic;
  const changed = <T extends { readonly source?: SourcePlace }>(item: T): T =>
    item.source ? { ...item, source: change(item.source) } : item;
  return {
    ...diagnostic,
    ...(source && { source: change(source) }),
    ...(fixes && {
      fixes: fixes.map(({ edits, ...fix }) => ({
        ...fix,
        ...edits &&
          { edits: edits.map((edit) => ({ ...edit, ...change(edit) })) },
      })),
    }),
    ...(related && { related: related.map(changed) }),
  };
}

/** A copy with all wording changed, but no quoted source. */
function withTexts(
  diagnostic: Diagnostic,
  change: (text: string) => string,
): Diagnostic {
  const { message, help, path, fixes, related } = diagnostic;
  return {
    ...diagnostic,
    message: change(message),
    ...(path !== undefined && { path: change(path) }),
    ...(help !== undefined && { help: change(help) }),
    ...(fixes && { fixes: changedFixes(fixes, change) }),
    ...(related && {
      related: related.map((place) => ({
        ...place,
        message: change(place.message),
      })),
    }),
  };
}

/** A fix has to be exact: one whose text would change is dropped. */
function changedFixes(
  fixes: readonly Fix[],
  change: (text: string) => string,
): readonly Fix[] {
  return fixes.map((fix) => {
    if (typeof fix.put !== "string") return fix;
    const put = change(fix.put);
    if (put === fix.put) return fix;
    const { edits: _, ...rest } = fix;
    return { ...rest, put };
  });
}
