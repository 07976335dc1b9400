// The bundler takes any TypeScript; from 6 on it has no `ts.sys` under Deno.
import "npm:typescript@5.9.3";
import { generateDtsBundle } from "npm:dts-bundle-generator@9.5.1";
import { listFiles } from "./list_files.ts";
import { repositoryPath } from "./repository_path.ts";

/**
 * What is read differently for its types alone. Deno's and npm's modules are
 * not there for TypeScript, and no public type is made of theirs.
 */
const READ_AS: readonly (readonly [from: RegExp, to: string])[] = [
  [/^/, "// @ts-nocheck\n"],
  // `import text from "./a.lua" with { type: "text" }`, and the same as a call.
  [
    /import (\w+) from "[^"]*" with \{\s*type: "text",?\s*\};/g,
    "const $1: string = '';",
  ],
  [
    /await import\(\s*"[^"]*",\s*\{\s*with: \{ type: "text" \},?\s*\},?\s*\)/g,
    "{ default: '' as string }",
  ],
  // In Deno it is zod's own type. Here it is what works without zod, too.
  [
    /export type Schema<T> = z\.ZodType<T>;/,
    `export interface Schema<T> {
  /** The value, checked; throws zod's error. */
  parse(value: unknown): T;
  /** The value, or zod's error. */
  safeParse(value: unknown):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: Error };
}`,
  ],
];

const COMPILER_OPTIONS = {
  target: "esnext",
  module: "esnext",
  moduleResolution: "bundler",
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  lib: ["esnext", "dom"],
  types: [],
};

/**
 * The types of the library in one file, `mod.d.ts`, with their doc comments: for
 * TypeScript outside Deno, which can read no `.ts` of a URL.
 */
export async function libraryTypes(): Promise<string> {
  const staged = await Deno.makeTempDir();
  try {
    for (const file of await listFiles(repositoryPath(""), ["mod.ts", "lib"])) {
      if (!file.endsWith(".ts")) continue;
      const target = `${staged}/${file}`;
      await Deno.mkdir(target.slice(0, target.lastIndexOf("/")), {
        recursive: true,
      });
      const text = await Deno.readTextFile(repositoryPath(file));
      await Deno.writeTextFile(
        target,
        READ_AS.reduce((text, [from, to]) => text.replace(from, to), text),
      );
    }
    const config = `${staged}/tsconfig.json`;
    await Deno.writeTextFile(
      config,
      JSON.stringify({ compilerOptions: COMPILER_OPTIONS, files: ["mod.ts"] }),
    );
    const [types = ""] = generateDtsBundle([{
      filePath: `${staged}/mod.ts`,
      output: { noBanner: true, exportReferencedTypes: false },
    }], { preferredConfigPath: config });
    return types;
  } finally {
    await Deno.remove(staged, { recursive: true });
  }
}
