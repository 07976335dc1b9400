/**
 * Which modules of the command line share a file of the bundle.
 *
 * A bundler makes one file for each set of modules that the same parts need,
 * which here would be a hundred files, and each costs a start 0.1 ms. So parts
 * are laid in layers: whatever loads one layer has those below it. Then a layer
 * is one file.
 *
 * @module
 */
import { type Import, readImportGraph } from "./import_graph.ts";
import { LISTS_OF_PARTS } from "./layer_rules.ts";
import { listFiles } from "./list_files.ts";

/**
 * The layers, lowest first, as the modules that they are made of; what these
 * import belongs to them. Modules of a layer are loaded together, also where
 * the source loads one of them later.
 */
const LAYERS: readonly (readonly string[])[] = [
  // What every start needs, and all that the most usual one needs.
  [
    "lib/cli/main.ts",
    "lib/system/deno_system.ts",
    "lib/system/deno_terminal.ts",
    "lib/cli/commands/resolve.ts",
  ],
  // What runs a profile that is code.
  [
    "lib/cli/look.ts",
    "lib/cli/print_profile.ts",
    "lib/source/load_program.ts",
    "lib/lua/evaluate.ts",
    "lib/lua/load_vm.ts",
  ],
  // What says what is wrong with one: see `lib/cli/late_parts.ts`. Without those
  // that need a library, which not every message does.
  [
    "lib/base/json_places.ts",
    "lib/cli/report_failure.ts",
    "lib/lua/trace/trace_places.ts",
    "lib/manifest/further_problems.ts",
    "lib/print/diagnostics/render_diagnostics.ts",
    "lib/report/evaluation_error.ts",
    "lib/report/lua_diagnostics.ts",
    "lib/report/profile_diagnostics.ts",
  ],
  [
    "lib/profile/explain_profile_problems.ts",
    "lib/profile/salvage_profile.ts",
  ],
];

/** The highest layer that any part outside all layers is loaded with. */
const COMMON_LAYER = 1;

/**
 * Rewrites the modules below a folder so that a bundler sees the layers.
 *
 * @param root absolute path of a copy of the source with literal imports
 */
export async function layBundle(root: string): Promise<void> {
  const texts = new Map<string, string>();
  for (const file of await listFiles(root, ["cli.ts", "lib"])) {
    if (!file.endsWith(".ts")) continue;
    texts.set(file, await Deno.readTextFile(`${root}/${file}`));
  }
  const graph = (await readImportGraph(texts)).filter((edge) => !edge.typeOnly);
  const layerOf = layersOf(graph);
  const parts = new Set(
    graph.filter(({ dynamic }) => dynamic).map(({ to }) => to),
  );
  for (const [file, text] of texts) {
    if (LISTS_OF_PARTS.includes(file)) continue;
    await Deno.writeTextFile(
      `${root}/${file}`,
      (parts.has(file) ? importLayers(file, graph, layerOf) : "") +
        joinLayer(file, text, layerOf),
    );
  }
}

type LayerOf = ReadonlyMap<string, number>;

/** The layer of each module that is in one. */
function layersOf(graph: readonly Import[]): LayerOf {
  const layerOf = new Map<string, number>();
  for (const [layer, modules] of LAYERS.entries()) {
    for (const file of closure(modules, graph)) {
      if (!layerOf.has(file)) layerOf.set(file, layer);
    }
  }
  return layerOf;
}

/**
 * For a module that is loaded later: the layers that anything it imports is in,
 * and all before them.
 */
function importLayers(
  file: string,
  graph: readonly Import[],
  layerOf: LayerOf,
): string {
  const layer = Math.max(
    layerOf.has(file) ? 0 : COMMON_LAYER,
    ...[...closure([file], graph)].map((path) => layerOf.get(path) ?? 0),
  );
  return LAYERS.slice(0, layer + 1).flat()
    .filter((path) => path !== file)
    .map((path) => `import "${relative(file, path)}";\n`).join("");
}

/** Everything that some modules import, and they themselves. */
function closure(
  files: readonly string[],
  graph: readonly Import[],
): ReadonlySet<string> {
  const found = new Set(files);
  for (const file of found) {
    for (const { from, to, dynamic } of graph) {
      if (from === file && !dynamic) found.add(to);
    }
  }
  return found;
}

/** What waits in the source need not wait where it is in a file that is there. */
function joinLayer(file: string, text: string, layerOf: LayerOf): string {
  const here = layerOf.get(file) ?? COMMON_LAYER;
  const joins: string[] = [];
  const joined = text.replace(
    /(?<!typeof\s+)\bimport\(\s*"(\.[^"]+\.ts)"\s*,?\s*\)/g,
    (written, specifier) => {
      const target = new URL(specifier, `file:///${file}`).pathname.slice(1);
      if ((layerOf.get(target) ?? LAYERS.length) > here) return written;
      const name = `joined_${joins.length}`;
      joins.push(`import * as ${name} from "${specifier}";\n`);
      return `Promise.resolve(${name})`;
    },
  );
  return joins.join("") + joined;
}

function relative(from: string, to: string): string {
  return "../".repeat(from.split("/").length - 1).replace(/^$/, "./") + to;
}
