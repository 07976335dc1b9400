import { layBundle } from "./bundle_layers.ts";
import { makeFunctionsEager } from "./eager_functions.ts";
import { withLazyImports, withLiteralImports } from "./lazy_imports.ts";
import { listFiles } from "./list_files.ts";
import { pinnedDeno, runOrFail } from "./pinned_deno.ts";
import { repositoryPath } from "./repository_path.ts";

/** What {@linkcode makeBundle} makes, by file name. */
export const BUNDLE = {
  /** Where the command line starts; its other files are chunks beside it. */
  cli: "cli.js",
  /** The library as one file, for those who import it by URL and want to pin it whole. */
  library: "mod.js",
} as const;

/**
 * The Lua machine stays a file: Deno reads that many bytes as text in half the
 * time that it takes to parse them as a piece of code.
 */
const MACHINE = { file: "lua_vm.b64", folder: "resources/generated/" } as const;

/**
 * Bundles the command line and the library into a folder.
 *
 * What every start of the command line needs is one file, and each part that is
 * loaded when asked for is one: that starts faster than the many files of the
 * source, and leaves out all of a package that is not used.
 *
 * @param folder absolute path of an existing, empty folder
 * @returns the files of the command line, sorted: its start and its chunks
 */
export async function makeBundle(folder: string): Promise<string[]> {
  const staged = await stage();
  try {
    const bundle = (...args: string[]) =>
      runOrFail(
        pinnedDeno(),
        ["bundle", "--quiet", "--minify", ...args],
        staged,
      );
    // From the source as it is: what a worker never loads stays outside.
    const worker = `${staged}/worker.js`;
    await bundle(
      "--output",
      worker,
      repositoryPath("lib/lua/evaluation_worker.ts"),
    );
    await Deno.writeTextFile(
      `${staged}/lib/lua/worker_url.ts`,
      workerInUrl(await Deno.readTextFile(worker)),
    );
    const library = `${staged}/library.js`;
    await bundle("--output", library, "mod.ts");
    await layBundle(staged);
    await bundle(
      "--code-splitting",
      "--external",
      `*/${MACHINE.file}`,
      "--outdir",
      folder,
      "cli.ts",
    );
    await Deno.copyFile(
      repositoryPath(MACHINE.folder + MACHINE.file),
      `${folder}/${MACHINE.file}`,
    );
    const files = await keepPartsLazy(folder);
    await makeFunctionsEager(folder, BUNDLE.cli);
    await Deno.copyFile(library, `${folder}/${BUNDLE.library}`);
    return files;
  } finally {
    await Deno.remove(staged, { recursive: true });
  }
}

/**
 * A copy of the source for the bundler, which has to see every import. In the
 * source, what is loaded when needed is kept out of its sight: see
 * `lazy_imports.ts`.
 */
async function stage(): Promise<string> {
  const staged = await Deno.makeTempDir();
  const files = await listFiles(repositoryPath(""), [
    "cli.ts",
    "mod.ts",
    "lib",
    "resources",
    "deno.lock",
  ]);
  for (const file of files) {
    const target = `${staged}/${file}`;
    await Deno.mkdir(target.slice(0, target.lastIndexOf("/")), {
      recursive: true,
    });
    const source = repositoryPath(file);
    if (!file.endsWith(".ts")) await Deno.copyFile(source, target);
    else {
      await Deno.writeTextFile(
        target,
        withLiteralImports(await Deno.readTextFile(source)),
      );
    }
  }
  await Deno.writeTextFile(
    `${staged}/deno.json`,
    `{ "lock": { "frozen": true } }`,
  );
  return staged;
}

/**
 * In place of `lib/lua/worker_url.ts`: a worker cannot share the files of the
 * rest, and one in the URL is there wherever the bundle is.
 */
function workerInUrl(code: string): string {
  return `const CODE = ${JSON.stringify(code)};
export function workerUrl(): URL {
  return new URL(\`data:text/javascript,\${encodeURIComponent(CODE)}\`);
}
`;
}

/** Chunks are loaded when asked for, as parts of the source are. */
async function keepPartsLazy(folder: string): Promise<string[]> {
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  for (const name of names.filter((name) => name.endsWith(".js"))) {
    const path = `${folder}/${name}`;
    const chunk = (await Deno.readTextFile(path)).replaceAll(
      new RegExp(`"[./]+${MACHINE.folder}${MACHINE.file}"`, "g"),
      `"./${MACHINE.file}"`,
    );
    // These tell Deno of what is loaded late.
    const isList = /^(?:late_)?parts\b/.test(name);
    await Deno.writeTextFile(path, isList ? chunk : withLazyImports(chunk));
  }
  return names.sort();
}
