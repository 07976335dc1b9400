import { pathToFileURL } from "node:url";

/** One import of one module, with paths relative to the repository. */
export interface Import {
  /** The importing file, as `lib/print/explain.ts`. */
  readonly from: string;
  /** The imported file, or the specifier of a package (`npm:zod@4.6.7`). */
  readonly to: string;
  /** Vanishes when the code runs: `import type`, `export type … from`. */
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
  /** From 1. */
  readonly line: number;
}

interface Position {
  readonly specifier?: string;
  readonly span: { readonly start: { readonly line: number } };
}

interface InfoModule {
  readonly specifier: string;
  readonly dependencies?: readonly {
    readonly specifier: string;
    readonly code?: Position;
    readonly type?: Position;
    readonly isDynamic?: boolean;
  }[];
}

/**
 * Every import that the given files and everything below them make, as Deno's
 * own module graph sees it (`deno info --json`): static, dynamic, as text.
 *
 * @param root absolute path of the repository
 * @param files paths relative to it
 */
export async function readImportGraph(
  root: string,
  files: readonly string[],
): Promise<Import[]> {
  // `deno info` takes one module, so one that imports them all is made for it.
  const entry = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    const lines = files.map((file) =>
      `import ${JSON.stringify(pathToFileURL(`${root}/${file}`).href)};`
    );
    await Deno.writeTextFile(entry, lines.join("\n"));
    const { success, stdout, stderr } = await new Deno.Command(
      Deno.execPath(),
      { args: ["info", "--json", "--no-lock", entry], cwd: root },
    ).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    const info: { modules: InfoModule[] } = JSON.parse(
      new TextDecoder().decode(stdout),
    );
    return importsOf(info.modules, pathToFileURL(`${root}/`).href);
  } finally {
    await Deno.remove(entry);
  }
}

function importsOf(modules: readonly InfoModule[], base: string): Import[] {
  const shorten = (specifier: string) =>
    specifier.startsWith(base)
      ? decodeURIComponent(specifier.slice(base.length))
      : specifier;
  return modules
    .filter((module) => module.specifier.startsWith(base))
    .flatMap((module) =>
      (module.dependencies ?? []).map((dependency) => {
        const target = dependency.code ?? dependency.type;
        return {
          from: shorten(module.specifier),
          to: shorten(target?.specifier ?? dependency.specifier),
          typeOnly: dependency.code === undefined,
          dynamic: dependency.isDynamic === true,
          line: (target?.span.start.line ?? 0) + 1,
        };
      })
    );
}
