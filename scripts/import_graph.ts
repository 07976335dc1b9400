import { dirname } from "node:path";
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
 * Every import that some modules make, as Deno's own module graph sees it
 * (`deno info --json`): static, dynamic, as text.
 *
 * @param texts path in the repository to source text
 */
export async function readImportGraph(
  texts: ReadonlyMap<string, string>,
): Promise<Import[]> {
  const root = await Deno.makeTempDir();
  try {
    for (const [path, text] of texts) {
      await Deno.mkdir(dirname(`${root}/${path}`), { recursive: true });
      await Deno.writeTextFile(`${root}/${path}`, text);
    }
    // `deno info` takes one module, so one that imports them all is made for it.
    const entry = `${root}/every_module.ts`;
    const lines = [...texts.keys()].map((path) => `import "./${path}";`);
    await Deno.writeTextFile(entry, lines.join("\n"));
    const { success, stdout, stderr } = await new Deno.Command(
      Deno.execPath(),
      { args: ["info", "--json", "--no-lock", "--no-config", entry] },
    ).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    const info: { modules: InfoModule[] } = JSON.parse(
      new TextDecoder().decode(stdout),
    );
    const base = pathToFileURL(`${await Deno.realPath(root)}/`).href;
    return importsOf(info.modules, base)
      .filter(({ from }) => from !== "every_module.ts");
  } finally {
    await Deno.remove(root, { recursive: true });
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
