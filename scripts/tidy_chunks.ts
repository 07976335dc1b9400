/**
 * Takes the files out of a bundle that nobody needs: those that nothing names,
 * and those that hold no code.
 *
 * A bundler makes a file for each part that is loaded when asked for. Where the
 * part's code is in a file with others, what is left passes their names on, and
 * reading it costs a start 0.15 ms. So whoever loads it loads the file with the
 * code instead.
 *
 * @module
 */

/** A file that passes names on. */
interface Facade {
  /** The file that has the code, as `./chunk-X.js`. */
  readonly from: string;
  /** Name given out -> name in that file. */
  readonly names: ReadonlyMap<string, string>;
}

const IMPORT = /import(?:\{([^}]*)\}from)?"(\.\/[^"]+)";/y;
const EXPORT = /export\{([^}]*)\};?\s*$/y;

/**
 * Reads a chunk as the bundler writes it, minified.
 *
 * @returns nothing where it holds code, or names of several files
 */
function readFacade(chunk: string): Facade | undefined {
  const origin = new Map<string, { from: string; name: string }>();
  let at = 0;
  while (true) {
    IMPORT.lastIndex = at;
    const found = IMPORT.exec(chunk);
    if (!found) break;
    at = IMPORT.lastIndex;
    for (const [name, local] of namePairs(found[1])) {
      origin.set(local, { from: found[2]!, name });
    }
  }
  EXPORT.lastIndex = at;
  const found = EXPORT.exec(chunk);
  if (!found) return undefined;
  const given = namePairs(found[1]).map(([local, name]) => ({
    name,
    origin: origin.get(local),
  }));
  const from = given[0]?.origin?.from;
  if (from === undefined) return undefined;
  const names = new Map<string, string>();
  for (const { name, origin } of given) {
    if (origin?.from !== from) return undefined;
    names.set(name, origin.name);
  }
  return { from, names };
}

/** `a as b,c` as pairs of what is before and what is after. */
function namePairs(list: string | undefined): [string, string][] {
  if (!list) return [];
  return list.split(",").map((item) => {
    const [before, after = before] = item.trim().split(" as ");
    return [before!, after!];
  });
}

/**
 * The chunks of a bundle, by file name, without those that nobody needs.
 *
 * @param chunks the text of each file, with literal imports
 * @param entry the file that the bundle starts with
 */
export function tidyChunks(
  chunks: ReadonlyMap<string, string>,
  entry: string,
): Map<string, string> {
  const inlined = inlineFacades(chunks, entry);
  const needed = new Set([entry]);
  for (const file of needed) {
    for (const [, name] of inlined.get(file)!.matchAll(/"\.\/([^"]+)"/g)) {
      if (inlined.has(name!)) needed.add(name!);
    }
  }
  return new Map([...inlined].filter(([file]) => needed.has(file)));
}

function inlineFacades(
  chunks: ReadonlyMap<string, string>,
  entry: string,
): Map<string, string> {
  const facades = new Map<string, Facade>();
  for (const [file, chunk] of chunks) {
    const facade = file === entry ? undefined : readFacade(chunk);
    if (facade) facades.set(`./${file}`, facade);
  }
  const kept = new Map<string, string>();
  for (const [file, chunk] of chunks) {
    if (facades.has(`./${file}`)) continue;
    kept.set(
      file,
      chunk.replace(/\bimport\("(\.\/[^"]+)"\)/g, (written, specifier) => {
        const facade = facades.get(specifier);
        return facade ? printImport(facade) : written;
      }),
    );
  }
  return kept;
}

function printImport({ from, names }: Facade): string {
  const fields = [...names].map(([name, there]) => `${name}:c.${there}`);
  return `import("${from}").then(c=>({${fields.join(",")}}))`;
}
