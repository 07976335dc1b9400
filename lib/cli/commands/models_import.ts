import { EXIT } from "../../base/diagnostic_codes.ts";
import { failure } from "../../base/profile_error.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import { loadCatalog } from "../../catalog/load_catalog.ts";
import {
  type ImportFile,
  importModels,
  withPublicProviders,
} from "../../catalog/public/import_models.ts";
import { visibleText } from "../../print/visible_text.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import { refusalCode, type System, SystemError } from "../../system/system.ts";
import type { CommandContext } from "../command.ts";
import { discoverProfiles } from "../../registry/discover_profiles.ts";
import { workspaceOf } from "../launch_options.ts";
import { runCheck } from "../check/run_check.ts";
import { importNotes, importTable } from "../models/format_import.ts";
import { saveText } from "../save_text.ts";

/** models.dev's file has a few megabytes. */
const MAX_IMPORT_BYTES = 64 * 1024 * 1024;

/**
 * `models import FILE...`: public catalogs as a `models.toml`, and a
 * `providers.toml` where a model needs a provider that the catalog lacks. What
 * changes and what the files disagree about comes first, as comments of the
 * TOML; with `--out` on its own, and the TOML goes to the files.
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
    refs: await namedRefs(context, await withPublicProviders(files, catalog)),
    ...flags.only && {
      only: flags.only.split(",").map((id) => id.trim())
        .filter((id) => id !== ""),
    },
    ...flags.models && { models: flags.models },
  });
  report(importNotes(imported));
  const table = importTable(imported);
  if (flags.out === undefined) {
    const comments = table.split("\n").map((line) => `# ${line}`.trimEnd());
    const documents = imported.providersToml === undefined ? [imported.toml] : [
      `# providers.toml\n${imported.providersToml}`,
      `# models.toml\n${imported.toml}`,
    ];
    terminal.out.write(
      [...table === "" ? [] : [`${comments.join("\n")}\n`], ...documents]
        .join("\n"),
    );
    return EXIT.done;
  }
  const path = pathAsTyped(system.cwd(), flags.out);
  if (imported.providersToml !== undefined) {
    const beside = pathAsTyped(path, `../${PROVIDERS_FILE}`);
    await requireReplaceable(beside, imported.providersToml, catalog, context);
    await saveText(system, beside, imported.providersToml);
    terminal.out.write(`written as well: ${visibleText(beside)}\n`);
  }
  await saveText(system, path, imported.toml);
  terminal.out.write(`${table === "" ? "no row changes" : table}\n`);
  return EXIT.done;
}

const PROVIDERS_FILE = "providers.toml";

/**
 * The file beside `--out` was not named: it may be written over where it is the
 * one whose rows are in the new one.
 */
async function requireReplaceable(
  path: string,
  text: string,
  catalog: Catalog,
  { args: { flags }, system }: CommandContext,
): Promise<void> {
  if (await system.stat(path) === undefined) return;
  const there = new TextDecoder().decode(await system.readFile(path));
  if (there === text) return;
  const { configDirectory } = await discoverProfiles({
    system,
    workspace: workspaceOf(flags, system),
  });
  const isOurs = catalog.origin.providers === "user" &&
    configDirectory !== undefined &&
    path === pathAsTyped(configDirectory, PROVIDERS_FILE);
  if (isOurs) return;
  throw failure(
    "file-unwritable",
    `cannot write \`${path}\`: there is one that is not the catalog's`,
    {
      help:
        "the models need it beside their file: name another folder with `--out`",
    },
  );
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
    return { file: name, text: decoded(bytes) };
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    throw failure(
      refusalCode(error),
      `cannot read \`${file}\`: ${error.message}`,
    );
  }
}

/** Windows PowerShell writes what `>` takes from a program in UTF-16. */
function decoded(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
}

/** The models that the profiles in reach name: their rows are kept in any case. */
async function namedRefs(
  context: CommandContext,
  catalog: Catalog,
): Promise<string[]> {
  const run = await runCheck(
    { ...context, args: { ...context.args, operands: [] } },
    { writesAfterwards: true, catalog },
  );
  // A profile names a provider that no file has; the models of that profile are
  // unknown.
  context.report(
    run.diagnostics.filter(({ code }) => code === "provider-unknown")
      .map((diagnostic) => ({ ...diagnostic, severity: "warning" })),
  );
  const refs = run.outcomes.flatMap(({ models }) =>
    Object.values(models ?? {})
  );
  return [...new Set(refs.flatMap((ref) => ref ?? []))];
}
