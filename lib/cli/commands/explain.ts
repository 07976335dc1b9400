import { isDiagnosticCode, loadErrorIndex } from "../../api/error_index.ts";
import {
  type ErrorDescription,
  printErrorDescription,
} from "../../print/print_error_description.ts";
import {
  DIAGNOSTIC_CODES,
  type DiagnosticCode,
  EXIT,
} from "../../base/diagnostic_codes.ts";
import { failure, ProfileError } from "../../base/profile_error.ts";
import { didYouMean, suggest } from "../../base/suggest.ts";
import { painter } from "../../print/paint.ts";
import {
  explainedValues,
  explanationData,
  printAnnotated,
  printParagraph,
} from "../../print/print_explanation.ts";
import type { OriginWords } from "../../print/explain_origin.ts";
import { printJson } from "../../base/print_json.ts";
import type { CommandContext } from "../command.ts";
import { resolveIsolated } from "../isolation/resolve_isolated.ts";
import { launchOptions } from "../launch_options.ts";
import { outputStyle } from "../output_style.ts";
import { typedSelector } from "../typed_selector.ts";
import { usageFailure } from "../arguments/usage_failure.ts";

/** `explain [SELECTOR] [FIELD]`, `explain CODE`. */
export async function explain(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, system, terminal, report } = context;
  const [word, field, extra] = operands;
  if (extra !== undefined) {
    throw usageFailure([
      { kind: "extra-operand", command: "explain", word: extra },
    ]);
  }
  const isJson = flags.format === "json";
  if (word !== undefined && field === undefined && isDiagnosticCode(word)) {
    const description = (await loadErrorIndex())[word];
    terminal.out.write(
      isJson
        ? printJson(codeData(word, description))
        : printErrorDescription(word, description, terminal.out.columns()),
    );
    return EXIT.done;
  }

  const { remarks, ...options } = await launchOptions(flags, system);
  report(remarks);
  const cwd = system.cwd();
  const { color, width } = outputStyle(terminal.out, system, flags.color);
  const { manifest, origins, places = {}, warnings } = await resolveIsolated(
    { ...options, selector: typedSelector(word, system.cwd()) },
    context,
    { writesAfterwards: false, locate: true },
  ).catch((error) => {
    throw field === undefined ? perhapsCode(error, word) : error;
  });
  report(warnings);
  const values = explainedValues(manifest, origins, field);
  if (values.length === 0) {
    throw failure(
      "usage",
      `the manifest has no field \`${field}\``,
      {
        help: didYouMean(field!, sectionsAndFields(Object.keys(origins))) ??
          "`insomnia-profile explain` with the profile alone lists them",
      },
    );
  }
  const words: OriginWords = {
    directory: cwd,
    placeOf: (name) => Object.hasOwn(places, name) ? places[name] : undefined,
  };
  const paint = painter(color);
  terminal.out.write(
    isJson
      ? printJson(explanationData(values, words))
      : field === undefined
      ? printAnnotated(values, words, paint, width)
      : values.map((value) => printParagraph(value, words, paint, width))
        .join("\n"),
  );
  return EXIT.done;
}

/** Whoever mistypes a code has asked for a profile that is not there. */
function perhapsCode(error: unknown, word = ""): unknown {
  const codes = Object.keys(DIAGNOSTIC_CODES);
  const near = word.includes("-") ? suggest(word, codes) : undefined;
  return near !== undefined && error instanceof ProfileError &&
      error.code === "profile-unknown"
    ? failure("profile-unknown", error.message, {
      help: `did you mean the code \`${near}\`?`,
    })
    : error;
}

function codeData(code: DiagnosticCode, description: ErrorDescription) {
  const { meaning, cause, fix, wrong, right } = description;
  return { code, meaning, cause, fix, wrong, right };
}

/** What can be asked for: each field, and each section around one. */
function sectionsAndFields(paths: readonly string[]): readonly string[] {
  const known = new Set(paths);
  for (const path of paths) {
    const section = /^[^.[]+/.exec(path)?.[0];
    if (section !== undefined) known.add(section);
  }
  return [...known];
}
