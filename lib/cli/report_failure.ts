import type { Diagnostic } from "../base/diagnostic.ts";
import { addExcerpts } from "../api/add_excerpts.ts";
import { DIAGNOSTIC_CODES, EXIT } from "../base/diagnostic_codes.ts";
import { failure, ProfileError } from "../base/profile_error.ts";
import { refusalCode, SystemError } from "../system/system.ts";
import { bugDiagnostic } from "./bug_diagnostic.ts";
import type { CommandContext } from "./command.ts";
import { mentionWord } from "./mention_word.ts";
import { COMMANDS } from "./arguments/command_table.ts";
import type { Arguments } from "./arguments/parse_arguments.ts";

/**
 * Reports what ended a command.
 *
 * @returns the exit code
 */
export async function reportFailure(
  error: unknown,
  { args, report, reportOptions, system }: CommandContext,
): Promise<number> {
  const told = error instanceof SystemError
    ? refusedBy(error)
    : notDownloaded(error) ?? error;
  if (told instanceof ProfileError) {
    report(await addExcerpts(explained(told, args), system));
    return told.exitCode;
  }
  const { debug } = await reportOptions();
  report([bugDiagnostic(told, debug ?? false)]);
  return EXIT.bug;
}

/** A refusal of the System that the command has no words of its own for. */
function refusedBy(error: SystemError): ProfileError {
  return failure(
    refusalCode(error),
    `cannot use \`${error.path}\`: ${error.message}`,
  );
}

/** From source, Deno downloads a package when it is first needed. */
function notDownloaded(error: unknown): ProfileError | undefined {
  const [, name] = error instanceof TypeError
    ? /^Failed loading \S+ for package "([^"]+)"/.exec(error.message) ?? []
    : [];
  return name === undefined ? undefined : failure(
    "file-unreadable",
    `cannot load the package \`${name}\`: it was never downloaded`,
    { help: "run the command once with a connection to the npm registry" },
  );
}

/**
 * `lst` is taken for the name of a profile, and so is `explain unknown-feld`: a
 * command or a code may have been meant.
 */
function explained(
  { code, diagnostics }: ProfileError,
  { command, commandNamed, operands: [word] }: Arguments,
): readonly Diagnostic[] {
  if (code !== "profile-unknown") return diagnostics;
  if (!commandNamed) {
    return mentionWord(diagnostics, word, Object.keys(COMMANDS), "the command");
  }
  return command === "explain"
    ? mentionWord(diagnostics, word, Object.keys(DIAGNOSTIC_CODES), "the code")
    : diagnostics;
}
