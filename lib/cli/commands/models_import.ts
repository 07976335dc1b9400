import type { Diagnostic } from "../../base/diagnostic.ts";
import { EXIT } from "../../base/diagnostic_codes.ts";
import { failure } from "../../base/profile_error.ts";
import { loadCatalog } from "../../catalog/load_catalog.ts";
import {
  type ImportedModels,
  type ImportFile,
  importModels,
} from "../../catalog/public/import_models.ts";
import { printTable } from "../../print/print_table.ts";
import { visibleText } from "../../print/visible_text.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import { type System, SystemError } from "../../system/system.ts";
import type { CommandContext } from "../command.ts";
import { runCheck } from "../run_check.ts";
import { saveText } from "../save_text.ts";

/** models.dev's file has a few megabytes. */
const MAX_IMPORT_BYTES = 64 * 1024 * 1024;

/**
 * `models import FILE...`: public catalogs as a `models.toml`. What changes and
 * what the files disagree about comes first, as comments of the TOML; with
 * `--out` on its own, and the TOML goes to the file.
 */
export async function modelsImport(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, system, terminal, report } = context;
  const files = await Promise.all(
    operands.map((file) => readFile(file, system)),
  );
  const catalog = await loadCatalog({ system });
  const imported = await importModels({
    files,
    catalog,
    refs: await namedRefs(context),
    ...flags.only && { only: flags.only.split(",") },
    ...flags.models && { models: flags.models },
  });
  report(imported.missing.map(notFound));
  const table = changesAsText(imported);
  if (flags.out === undefined) {
    const comments = table.split("\n").map((line) => `# ${line}`.trimEnd());
    terminal.out.write(
      `${table === "" ? "" : `${comments.join("\n")}\n\n`}${imported.toml}`,
    );
  } else {
    await saveText(
      system,
      pathAsTyped(system.cwd(), flags.out),
      imported.toml,
    );
    terminal.out.write(`${table === "" ? "no row changes" : table}\n`);
  }
  return EXIT.done;
}

async function readFile(file: string, system: System): Promise<ImportFile> {
  try {
    const bytes = file === "-"
      ? await system.readStdin(MAX_IMPORT_BYTES)
      : await system.readFile(
        pathAsTyped(system.cwd(), file),
        MAX_IMPORT_BYTES,
      );
    const name = file === "-" ? "<stdin>" : file;
    return { file: name, text: new TextDecoder().decode(bytes) };
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    throw failure(
      "file-unreadable",
      `cannot read \`${file}\`: ${error.message}`,
    );
  }
}

/** What the profiles in reach name: their file replaces the builtin rows, too. */
async function namedRefs(context: CommandContext): Promise<string[]> {
  const run = await runCheck(
    { ...context, args: { ...context.args, operands: [] } },
    { writesAfterwards: true },
  );
  const refs = run.outcomes.flatMap(({ models }) =>
    Object.values(models ?? {})
  );
  return [...new Set(refs.flatMap((ref) => ref ?? []))];
}

function notFound(ref: string): Diagnostic {
  return {
    code: "model-unknown",
    severity: "warning",
    message: `no file has \`${ref}\`, and no row: it is left out`,
    help: "import another file, or write its row by hand",
  };
}

function changesAsText({ changes, conflicts }: ImportedModels): string {
  const rows = changes.map(({ ref, fact, before, after }) =>
    fact === "added" || fact === "removed"
      ? [ref, fact, "", ""]
      : [ref, fact, show(before), show(after)]
  );
  const disagreements = conflicts.map(({ ref, fact, values }) => [
    ref,
    fact,
    values.map(({ file, value }) => `${file}: ${show(value)}`).join(", "),
  ]);
  return [
    ...rows.length > 0
      ? [
        "Changes:",
        printTable(
          [["REF", "FIELD", "BEFORE", "AFTER"], ...rows].map((row) =>
            row.map(visibleText)
          ),
        ),
      ]
      : [],
    ...disagreements.length > 0
      ? [
        "The files disagree; the first is taken:",
        printTable(
          [["REF", "FIELD", "SAID"], ...disagreements].map((row) =>
            row.map(visibleText)
          ),
        ),
      ]
      : [],
  ].join("\n").trimEnd();
}

function show(value: unknown): string {
  return value === undefined ? "-" : JSON.stringify(value);
}
