import { codeOnly } from "./source_text.ts";

/** Some names that a module takes from another. */
export interface NamedImport {
  readonly names: readonly string[];
  /** As written: `../base/json.ts`. */
  readonly target: string;
}

/**
 * The names a module takes from others: `import { a, type B as C } from "x"`,
 * the same as an export, and what stands around a dynamic import.
 */
export function namedImports(text: string): NamedImport[] {
  const forms = [
    /\b(?:import|export)\s+(?:type\s+)?\{([^{}]*)\}\s*from\s*"([^"]+)"/g,
    /\{([^{}]*)\}\s*=\s*await\s+import\(\s*"([^"]+)"/g,
    /\(\s*await\s+import\(\s*"([^"]+)",?\s*\)\s*\)\s*\.(\w+)/g,
    /import\("([^"]+)"\)\.(\w+)/g,
  ];
  const code = codeOnly(text, { keepStrings: true });
  return forms.flatMap((form, index) =>
    [...code.matchAll(form)].map(([, first = "", second = ""]) =>
      index < 2
        ? { names: first.split(",").flatMap(importedName), target: second }
        : { names: [second], target: first }
    )
  );
}

function importedName(clause: string): string[] {
  const name = /^\s*(?:type\s+)?(\w+)/.exec(clause)?.[1];
  return name === undefined ? [] : [name];
}

/** The file that a relative import in `file` names. */
export function joinTarget(file: string, target: string): string {
  return new URL(target, `file:///${file}`).pathname.slice(1);
}
