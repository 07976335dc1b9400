import { layBundle } from "./bundle_layers.ts";
import { makeFunctionsEager } from "./eager_functions.ts";
import { tidyChunks } from "./tidy_chunks.ts";
import { withLazyImports, withLiteralImports } from "./lazy_imports.ts";
import { LISTS_OF_PARTS } from "./layer_rules.ts";
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

/** The Lua machine, where the source has it and where the command line reads it. */
const MACHINE = {
  source: "resources/generated/lua_vm.b64",
  // Not `.wasm`: Deno would take that for a module of the program.
  file: "lua_vm.bin",
} as const;

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
    await writeVmBytes(staged, MACHINE_IN_LIBRARY);
    await bundle("--output", library, "mod.ts");
    await writeVmBytes(staged, MACHINE_BESIDE);
    // For a start from a URL, which a bundle is not made for.
    await Deno.writeTextFile(`${staged}/lib/cli/parts.generated.ts`, "");
    await layBundle(staged);
    await bundle("--code-splitting", "--outdir", folder, "cli.ts");
    await Deno.writeFile(
      `${folder}/${MACHINE.file}`,
      Uint8Array.fromBase64(
        await Deno.readTextFile(repositoryPath(MACHINE.source)),
      ),
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

/** One file has nothing beside it: what may be there is somebody else's. */
const MACHINE_IN_LIBRARY = `import { luaVmBase64 } from "../resources.ts";
export async function vmBytes(): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.fromBase64(await luaVmBase64());
}
`;

/** Deno reads a file in a quarter of the time that it takes to import its text. */
const MACHINE_BESIDE = `export function vmBytes(): Uint8Array<ArrayBuffer> {
  return Deno.readFileSync(\`\${import.meta.dirname}/${MACHINE.file}\`);
}
`;

/** Puts a way to the machine in the place of the source's. */
async function writeVmBytes(staged: string, text: string): Promise<void> {
  await Deno.writeTextFile(`${staged}/lib/lua/vm_bytes.ts`, text);
}

/** What the chunks begin with that tell Deno of what is loaded late. */
const LISTS = LISTS_OF_PARTS.map((path) =>
  path.slice(path.lastIndexOf("/") + 1, path.lastIndexOf(".ts")) + "-"
);

/** Chunks are loaded when asked for, as parts of the source are. */
async function keepPartsLazy(folder: string): Promise<string[]> {
  const chunks = new Map<string, string>();
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".js")) continue;
    chunks.set(name, await Deno.readTextFile(`${folder}/${name}`));
    await Deno.remove(`${folder}/${name}`);
  }
  for (const [name, chunk] of tidyChunks(chunks, BUNDLE.cli)) {
    await Deno.writeTextFile(
      `${folder}/${name}`,
      LISTS.some((list) => name.startsWith(list))
        ? chunk
        : withLazyImports(chunk),
    );
  }
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  return names.sort();
}
