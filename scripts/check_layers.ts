/**
 * Checks that the import graph and the data flow are the same picture.
 *
 * `deno run -A scripts/check_layers.ts` prints each import that crosses a
 * border the wrong way and exits 1 when there is one.
 *
 * @module
 */
import { type Import, readImportGraph } from "./import_graph.ts";
import { listFiles } from "./list_files.ts";
import {
  BARRED_NAMES,
  BEHIND_THE_DOOR,
  COLD_ENTRIES,
  DOOR,
  HOT_ENTRIES,
  MAX_FILES_PER_PACKAGE,
  MAY_IMPORT,
  RESOURCE_DOORS,
} from "./layer_rules.ts";
import { joinTarget, namedImports } from "./named_imports.ts";
import { codeOnly } from "./source_text.ts";

/** A rule that is broken, and where. */
export interface LayerProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/**
 * Reads the code below `root` and reports every import or name that breaks
 * the rules above, in the order of files and lines.
 *
 * @param root absolute path of a repository laid out like this one
 */
export async function checkLayers(root: string): Promise<LayerProblem[]> {
  const texts = await readCode(root);
  const imports = await readImportGraph(texts);
  return [
    ...imports.flatMap(checkDirection),
    ...imports.flatMap(checkResources),
    ...imports.flatMap(checkDoor),
    ...imports.flatMap(checkPackagePin),
    ...checkPackageSpread(imports),
    ...checkHotPath(imports),
    ...checkPublicOnly(imports, texts),
    ...[...texts].flatMap(([file, text]) => checkNames(file, text)),
  ].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1
  );
}

/** The row of the table a file belongs to; undefined outside the table. */
function partOf(file: string): string | undefined {
  if (file in MAY_IMPORT) return file;
  const folder = /^lib\/([^/]+)\//.exec(file)?.[1];
  return folder !== undefined && folder in MAY_IMPORT ? folder : undefined;
}

/** What the table allows and no file does: a rule that is looser than the code. */
export async function unusedRules(root: string): Promise<string[]> {
  const imports = await readImportGraph(await readCode(root));
  const used = new Set(
    imports.map(({ from, to }) => `${partOf(from)} -> ${partOf(to)}`),
  );
  return Object.entries(MAY_IMPORT).flatMap(([from, parts]) =>
    parts.map((to) => `${from} -> ${to}`).filter((rule) => !used.has(rule))
  );
}

/** The text of every module below `root`, by file. */
async function readCode(root: string): Promise<Map<string, string>> {
  const files = (await listFiles(root, ["lib", "mod.ts", "cli.ts"]))
    .filter((file) => file.endsWith(".ts"));
  const texts = new Map<string, string>();
  for (const file of files) {
    texts.set(file, await Deno.readTextFile(`${root}/${file}`));
  }
  return texts;
}

function checkDirection(edge: Import): LayerProblem[] {
  const from = partOf(edge.from);
  if (from === undefined) {
    return [at(edge, `\`${edge.from}\` belongs to no part of MAY_IMPORT`)];
  }
  if (!/^lib\/|\.ts$/.test(edge.to) || edge.to.includes(":")) return [];
  const to = partOf(edge.to);
  if (to === undefined) {
    return [at(edge, `\`${edge.to}\` belongs to no part of MAY_IMPORT`)];
  }
  if (from === to || MAY_IMPORT[from]!.includes(to)) return [];
  return [at(edge, `\`${from}\` may not import \`${to}\` (${edge.to})`)];
}

function checkResources(edge: Import): LayerProblem[] {
  if (!edge.to.startsWith("resources/")) return [];
  if (RESOURCE_DOORS.includes(edge.from)) return [];
  return [
    at(edge, `only ${RESOURCE_DOORS.join(", ")} import ${edge.to}`),
  ];
}

function checkDoor(edge: Import): LayerProblem[] {
  if (edge.typeOnly || !BEHIND_THE_DOOR.includes(edge.to)) return [];
  if (!edge.from.startsWith("lib/cli/") || edge.from.startsWith(DOOR)) {
    return [];
  }
  return [at(edge, `only \`${DOOR}\` runs profiles (${edge.to})`)];
}

function checkPackagePin(edge: Import): LayerProblem[] {
  if (edge.to.startsWith("node:")) {
    if (edge.typeOnly) return [];
    return [at(edge, `\`${edge.to}\` costs 5 to 22 ms at start`)];
  }
  if (/^(jsr|https?):/.test(edge.to)) {
    return [at(edge, `\`${edge.to}\`: packages come from npm, pinned inline`)];
  }
  if (!edge.to.startsWith("npm:")) return [];
  if (/^npm:(@[^/]+\/)?[^/@]+@\d+\.\d+\.\d+(\/|$)/.test(edge.to)) return [];
  return [at(edge, `\`${edge.to}\` is not pinned to one version`)];
}

function checkPackageSpread(imports: readonly Import[]): LayerProblem[] {
  const users = new Map<string, Set<string>>();
  const problems: LayerProblem[] = [];
  for (const edge of imports) {
    const name = /^npm:((?:@[^/]+\/)?[^/@]+)/.exec(edge.to)?.[1];
    if (name === undefined) continue;
    const files = users.get(name) ?? new Set();
    users.set(name, files.add(edge.from));
    if (files.size > MAX_FILES_PER_PACKAGE) {
      problems.push(
        at(edge, `\`${name}\` is used in more than three files of lib/`),
      );
    }
  }
  return problems;
}

/**
 * Packages that load with an entry of the hot path: by a chain of imports that
 * are neither type-only nor dynamic.
 */
function checkHotPath(imports: readonly Import[]): LayerProblem[] {
  const eager = imports.filter(({ typeOnly, dynamic }) =>
    !typeOnly && !dynamic
  );
  const entries = new Set(imports.map(({ from }) => from).filter(isHotEntry));
  const problems = new Map<Import, LayerProblem>();
  for (const entry of entries) {
    const reached = new Set([entry]);
    for (const file of reached) {
      for (const edge of eager.filter(({ from }) => from === file)) {
        if (!edge.to.startsWith("npm:")) reached.add(edge.to);
        else {
          problems.set(
            edge,
            at(edge, `\`${edge.to}\` loads together with ${entry}`),
          );
        }
      }
    }
  }
  return [...problems.values()];
}

function isHotEntry(file: string): boolean {
  return HOT_ENTRIES.some((entry) =>
    entry.endsWith("/") ? file.startsWith(entry) : file === entry
  ) && !COLD_ENTRIES.includes(file);
}

/**
 * `lib/cli/` imports, outside itself, only names that `mod.ts` exports, from
 * the very module that `mod.ts` takes them from: the command line is built on
 * the public API alone, yet loads no more of it than it needs.
 */
function checkPublicOnly(
  imports: readonly Import[],
  texts: ReadonlyMap<string, string>,
): LayerProblem[] {
  const published = new Map<string, ReadonlySet<string>>();
  for (const { names, target } of namedImports(texts.get("mod.ts") ?? "")) {
    const file = joinTarget("mod.ts", target);
    published.set(file, new Set([...published.get(file) ?? [], ...names]));
  }
  const outside = imports.filter((edge) =>
    edge.from.startsWith("lib/cli/") && !edge.to.startsWith("lib/cli/") &&
    edge.to.startsWith("lib/")
  );
  return outside.flatMap((edge) => {
    const names = namedImports(texts.get(edge.from) ?? "")
      .filter(({ target }) => joinTarget(edge.from, target) === edge.to)
      .flatMap(({ names }) => names);
    if (names.length === 0) {
      return [at(edge, `the names taken from \`${edge.to}\` cannot be read`)];
    }
    return names
      .filter((name) => !published.get(edge.to)?.has(name))
      .map((name) =>
        at(edge, `mod.ts does not export \`${name}\` from \`${edge.to}\``)
      );
  });
}

function checkNames(file: string, text: string): LayerProblem[] {
  if (!file.startsWith("lib/")) return [];
  const lines = codeOnly(text).split("\n");
  return BARRED_NAMES
    .filter(({ except }) => except === undefined || !file.startsWith(except))
    .flatMap(({ name, pattern, why }) =>
      lines.flatMap((line, index) =>
        pattern.test(line)
          ? [{ file, line: index + 1, message: `\`${name}\`: ${why}` }]
          : []
      )
    );
}

function at(edge: Import, message: string): LayerProblem {
  return { file: edge.from, line: edge.line, message };
}

if (import.meta.main) {
  const problems = await checkLayers(Deno.cwd());
  for (const { file, line, message } of problems) {
    console.error(`${file}:${line}: ${message}`);
  }
  const unused = await unusedRules(Deno.cwd());
  for (const rule of unused) {
    console.error(`scripts/layer_rules.ts: nothing needs \`${rule}\``);
  }
  Deno.exit(problems.length + unused.length === 0 ? 0 : 1);
}
