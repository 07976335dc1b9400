/**
 * Imports that are left out of the module graph of a start.
 *
 * Deno reads every module that a literal `import("./x.ts")` names before the
 * program begins, whether the import ever runs or not: about 0.06 ms a module.
 * `import(import.meta.resolve("./x.ts"))` is first heard of when it runs.
 *
 * @module
 */

/** One such import. */
export interface LazyImport {
  /** The specifier as written, with its quotes. */
  readonly specifier: string;
  /** Whether it is a resource, imported as text. */
  readonly isText: boolean;
}

const LAZY =
  /import\(\s*import\.meta\.resolve\(\s*("[^"]+")\s*,?\s*\)(\s*,\s*\{\s*with:\s*\{\s*type:\s*"text"\s*,?\s*\}\s*,?\s*\}\s*)?/g;

/** The lazy imports of a module, in its order. */
export function findLazyImports(source: string): LazyImport[] {
  return [...source.matchAll(LAZY)].map(([, specifier, attributes]) => ({
    specifier: specifier!,
    isText: attributes !== undefined,
  }));
}

/** The module with imports that everybody can see, as a bundler needs them. */
export function withLiteralImports(source: string): string {
  return source.replace(
    LAZY,
    (_, specifier, attributes = "") => `import(${specifier}${attributes}`,
  );
}

/** The opposite, for the chunks of a bundle. */
export function withLazyImports(chunk: string): string {
  return chunk.replace(
    /\bimport\(("\.\/[^"]+")([),])/g,
    (_, specifier, end) => `import(import.meta.resolve(${specifier})${end}`,
  );
}
