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
  CLI_ALSO,
  MAX_FILES_PER_PACKAGE,
  MAY_IMPORT,
  MAY_LOAD_ZOD,
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
  const files = (await listFiles(root, ["lib", "mod.ts", "cli.ts"]))
    .filter((file) => file.endsWith(".ts"));
  const texts = new Map<string, string>();
  for (const file of files) {
    texts.set(file, await Deno.readTextFile(`${root}/${file}`));
  }
  const imports = await readImportGraph(root, files);
  return [
    ...imports.flatMap(checkDirection),
    ...imports.flatMap(checkResources),
    ...imports.flatMap(checkPackagePin),
    ...checkPackageSpread(imports),
    ...checkZod(imports),
    ...checkPublicOnly(imports, texts),
    ...[...texts].flatMap(([file, text]) => checkNames(file, text)),
  ].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1
  );
}

/** The row of the table a file belongs to; undefined outside the table. */
function partOf(file: string): string | undefined {
  if (file in MAY_IMPORT) return file;
  const [, first, ...rest] = /^lib\/([^/]+)(\/)?/.exec(file) ?? [];
  if (first === undefined) return undefined;
  if (rest[0] === "/") return first in MAY_IMPORT ? first : undefined;
  const name = first.replace(/(\.generated)?\.ts$/, "");
  return name in MAY_IMPORT ? name : "api";
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
  if (from === to || MAY_IMPORT[from].includes(to)) return [];
  return [at(edge, `\`${from}\` may not import \`${to}\` (${edge.to})`)];
}

function checkResources(edge: Import): LayerProblem[] {
  if (!edge.to.startsWith("resources/")) return [];
  if (edge.from === "lib/resources.ts") return [];
  return [at(edge, `only lib/resources.ts imports resources/ (${edge.to})`)];
}

function checkPackagePin(edge: Import): LayerProblem[] {
  if (edge.to.startsWith("node:")) {
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
    // lib/schema/ is the one home of zod: a file for each manifest section.
    if (name === undefined || isZodAtHome(name, edge.from)) continue;
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

function isZodAtHome(name: string, file: string): boolean {
  return name === "zod" && file.startsWith("lib/schema/");
}

/** Static run-time imports of zod, direct or through a schema file. */
function checkZod(imports: readonly Import[]): LayerProblem[] {
  const isAllowed = (file: string) =>
    MAY_LOAD_ZOD.some((allowed) =>
      allowed.endsWith("/") ? file.startsWith(allowed) : file === allowed
    );
  const reachesZod = filesThatLoadZod(imports);
  return imports
    .filter((edge) => !edge.typeOnly && !edge.dynamic)
    .filter((edge) => edge.to.startsWith("npm:zod@") || reachesZod.has(edge.to))
    .filter((edge) => edge.from !== "mod.ts" && !isAllowed(edge.from))
    .map((edge) =>
      at(edge, `\`${edge.to}\` loads zod here: use \`import type\` or import()`)
    );
}

/** Files that load zod as soon as they are imported. */
function filesThatLoadZod(imports: readonly Import[]): Set<string> {
  const found = new Set<string>();
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const edge of imports) {
      if (edge.typeOnly || edge.dynamic) continue;
      if (edge.to.startsWith("npm:zod@") || found.has(edge.to)) {
        found.add(edge.from);
      }
    }
  }
  return found;
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
    edge.to.startsWith("lib/") && !CLI_ALSO.includes(edge.to)
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
  Deno.exit(problems.length === 0 ? 0 : 1);
}
