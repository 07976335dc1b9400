import type { Diagnostic, SourcePlace } from "../base/diagnostic.ts";
import { printFieldPath } from "../base/field_path.ts";
import type { Fix } from "../base/fix.ts";
import { documentLines, fixEdits } from "../document/fix_edits.ts";
import type { PlaceFinder } from "../document/place_finder.ts";
import type { PrintNote } from "../lua/evaluation.ts";
import { LUA_LIMITS } from "../lua/limits.ts";
import type { LuaFailureFacts } from "../lua/lua_failure.ts";
import { type LuaProgram, sourceOfChunk } from "../source/lua_program.ts";
import { returnedAdvice } from "./advice/returned_advice.ts";
import { sourceTexts } from "./source_texts.ts";
import { uncalledAdvice } from "./advice/uncalled_advice.ts";
import { badKeyPlace } from "./failure/bad_key.ts";
import { endSpan } from "./failure/end_span.ts";
import { locateFailure } from "./failure/locate_failure.ts";
import { luaTextOf } from "../source/lua_text.ts";
import { maskSecrets } from "../profile/mask_secrets.ts";

/** A line of a Lua source: what Lua's own messages know. */
function linePlace(
  program: LuaProgram,
  chunk: string,
  line: number,
): SourcePlace | undefined {
  const source = sourceOfChunk(program, chunk);
  return source && line > 0
    ? { file: source.file, line, column: 1, length: 0 }
    : undefined;
}

/** Where a profile ended that returned nothing. */
function endPlace({ entry }: LuaProgram): SourcePlace | undefined {
  const span = endSpan(luaTextOf(entry.bytes));
  return span && { file: entry.file, ...span, label: "the profile ends here" };
}

function keyPlace(
  { message }: LuaFailureFacts,
  program: LuaProgram,
): SourcePlace | undefined {
  return message.endsWith("a key that is not valid UTF-8 text")
    ? badKeyPlace(program)
    : undefined;
}

/** For a failure that leaves nothing behind to tell where it was. */
function somewhereIn({ entry }: LuaProgram): SourcePlace {
  const label = "somewhere in this profile";
  return { file: entry.file, line: 1, column: 1, length: 0, label };
}

/**
 * Why an evaluation gave no data, with the calls that led there.
 *
 * @param finder where the fields of the refused result stand
 * @param token the index of the token that failed, where that was found out
 */
export function failureDiagnostic(
  failure: LuaFailureFacts,
  program: LuaProgram,
  finder: PlaceFinder,
  token?: number,
): Diagnostic {
  const { chunk, line, path } = failure;
  const located = chunk !== undefined && line !== undefined
    ? locateFailure(failure, program, chunk, line, token)
    : undefined;
  const isNothing = failure.code === "result-shape" && !path?.length &&
    failure.message.endsWith("returned nothing");
  const source = chunk !== undefined && line !== undefined
    ? located?.source
    : isNothing
    ? endPlace(program) ?? finder.placeOf([])
    : failure.code === "result-shape"
    ? keyPlace(failure, program) ?? finder.placeOf(path ?? [])
    : somewhereIn(program);
  const isUncalled = / is a function, /.test(failure.message) &&
    source && source.label === undefined;
  const advice = isUncalled
    ? uncalledAdvice(program, source)
    : isNothing
    ? returnedAdvice(program.entry)
    : undefined;
  const edits = located?.edits ?? advice?.edits;
  const help = located?.help ?? advice?.help ?? failure.help;
  // The innermost call is the place itself.
  const calls = failure.traceback.slice(
    failure.traceback[0]?.line === line ? 1 : 0,
  );
  const related = calls.map(({ chunk, line, label }) => {
    const source = linePlace(program, chunk, line);
    return { message: label, ...source && { source } };
  });
  return {
    code: failure.code,
    severity: "error",
    message: failure.message,
    ...path && path.length > 0 && { path: printFieldPath(path) },
    ...source && { source },
    ...help !== undefined && { help },
    ...edits
      ? { fixes: [{ edits }] }
      : failure.put !== undefined && !located?.instead &&
        { fixes: [fixOf(failure, program, source)] },
    ...related.length > 0 && { related },
  };
}

/** What a host function says to write instead. */
function fixOf(
  { code, put: written = "" }: LuaFailureFacts,
  program: LuaProgram,
  source: SourcePlace | undefined,
): Fix {
  const replace = code === "unknown-field" ? "key" : "value";
  const put = /^[\d.]+$/.test(written) ? Number(written) : written;
  const text = source && sourceTexts(program)(source.file);
  const edits = source && text !== undefined
    ? fixEdits(documentLines(text), source, { replace, put })
    : undefined;
  return { replace, put, ...edits && { edits } };
}

/** What a profile printed, as notes with their lines and without credentials. */
export function printDiagnostics(
  { notes, notesCut }: {
    readonly notes: readonly PrintNote[];
    readonly notesCut: boolean;
  },
  program: LuaProgram,
): Diagnostic[] {
  const printed: Diagnostic[] = notes.map(({ chunk, line, text }) => {
    const source = linePlace(program, chunk, line);
    return {
      code: "print",
      severity: "note",
      message: maskSecrets(text),
      ...source && { source },
    };
  });
  if (!notesCut) return printed;
  const { print_lines, print_bytes } = LUA_LIMITS;
  return [...printed, {
    code: "print-cut",
    severity: "note",
    message: "the rest of what the profile printed is left out: it is more " +
      `than ${print_lines} lines or ${print_bytes / 1024} KiB`,
  }];
}
