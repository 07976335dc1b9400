import { makeFunctionsEager } from "./eager_functions.ts";
import { cutLatePart } from "./late_part.ts";
import { listFiles } from "./list_files.ts";
import { forOlderRuntimes } from "./older_runtimes.ts";
import { pinnedDeno, runOrFail } from "./pinned_deno.ts";
import { repositoryPath } from "./repository_path.ts";

/** What {@linkcode makeBundle} makes, by file name. */
export const BUNDLE = {
  /** Where the command line starts: all of it that the most usual start needs. */
  cli: "cli.js",
  /** What the start of a profile needs: this loads the two others. */
  rest: "rest.js",
  /** What it shares with the late part. */
  shared: "shared.js",
  /** The rest of the command line, loaded where something of it is asked for. */
  late: "late.js",
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
 * The command line is cut in three: what answers the most usual start, what a
 * profile that is code needs, and the rest, each loaded when it is needed.
 *
 * @param folder absolute path of an existing, empty folder
 * @returns the files of the command line, sorted
 */
export async function makeBundle(folder: string): Promise<string[]> {
  const staged = await stage();
  const bundle = (from: string, output: string) =>
    runOrFail(
      pinnedDeno(),
      ["bundle", "--quiet", "--minify", "--output", output, from],
      staged,
    );
  try {
    const worker = `${staged}/worker.js`;
    await bundle("lib/lua/evaluation_worker.ts", worker);
    await Deno.writeTextFile(
      `${staged}/lib/lua/worker_url.ts`,
      workerInUrl(await Deno.readTextFile(worker)),
    );
    await writeVmBytes(staged, MACHINE_IN_LIBRARY);
    await bundle("mod.ts", `${staged}/mod.js`);
    await Deno.writeTextFile(
      `${folder}/${BUNDLE.library}`,
      await forOlderRuntimes(await Deno.readTextFile(`${staged}/mod.js`)),
    );

    await writeVmBytes(staged, MACHINE_BESIDE);
    await Deno.writeFile(
      `${folder}/${MACHINE.file}`,
      Uint8Array.fromBase64(
        await Deno.readTextFile(repositoryPath(MACHINE.source)),
      ),
    );
    await Deno.writeTextFile(
      `${staged}/lib/cli/isolation/check_worker_url.ts`,
      CHECKS_IN_REST,
    );
    await Deno.writeTextFile(
      `${staged}/cli.ts`,
      restBeside(await Deno.readTextFile(`${staged}/cli.ts`)),
    );
    await bundle("cli.ts", `${folder}/${BUNDLE.cli}`);
    await bundleRest(staged, folder);
    await makeFunctionsEager(folder, BUNDLE.cli);
    const { library: _, ...files } = BUNDLE;
    return [...Object.values(files), MACHINE.file].sort();
  } finally {
    await Deno.remove(staged, { recursive: true });
  }
}

/** Bundles what the entry loads: three files, because both parts share some. */
async function bundleRest(staged: string, folder: string): Promise<void> {
  await Deno.writeTextFile(`${staged}/rest.ts`, REST);
  // It is beside the bundle.
  await Deno.writeTextFile(`${staged}/${MACHINE.source}`, "");
  await cutLatePart(staged, ["lib", "rest.ts"]);
  const split = `${staged}/split`;
  await runOrFail(
    pinnedDeno(),
    [
      ...["bundle", "--quiet", "--minify", "--code-splitting"],
      ...["--outdir", split, "rest.ts", "late.ts"],
    ],
    staged,
  );
  const files = await listFiles(split, ["."]);
  const [shared, ...others] = files.filter((file) => file.includes("chunk-"));
  if (!shared || others.length > 0) throw new Error(`bundled: ${files}`);
  for (const file of files) {
    const text = await Deno.readTextFile(`${split}/${file}`);
    await Deno.writeTextFile(
      `${folder}/${file === shared ? BUNDLE.shared : file}`,
      text.replaceAll(shared.replace("./", ""), BUNDLE.shared),
    );
  }
}

/** A copy of the source, in which a few modules give way to others. */
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
    await Deno.copyFile(repositoryPath(file), target);
  }
  await Deno.writeTextFile(
    `${staged}/deno.json`,
    `{ "lock": { "frozen": true } }`,
  );
  return staged;
}

/**
 * The entry, which looks for the rest of the program in a file beside it, and
 * only when it needs it: what a literal import names, Deno reads at once.
 */
function restBeside(entry: string): string {
  const literal = `import("./lib/cli/run.ts")`;
  if (!entry.includes(literal)) throw new Error(`cli.ts has no ${literal}`);
  return entry.replace(
    literal,
    `import(import.meta.resolve("./${BUNDLE.rest}"))`,
  );
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
const MACHINE_IN_LIBRARY = `import { bytesFromBase64 } from "../base/base64.ts";
import { luaVmBase64 } from "../resources/builtin_resources.ts";
export async function vmBytes(): Promise<Uint8Array<ArrayBuffer>> {
  return bytesFromBase64(await luaVmBase64());
}
`;

/** Deno reads a file in a quarter of the time that it takes to import its text. */
const MACHINE_BESIDE = `export function vmBytes(): Uint8Array<ArrayBuffer> {
  return Deno.readFileSync(\`\${import.meta.dirname}/${MACHINE.file}\`);
}
`;

/** The rest of the command line; as a worker's file, it serves checks. */
const REST = `export { run } from "./lib/cli/run.ts";
if ("WorkerGlobalScope" in globalThis) {
  (await import("./lib/cli/isolation/check_worker.ts")).serveChecks(globalThis);
}
`;

/** In place of `lib/cli/isolation/check_worker_url.ts`: they need most of the program. */
const CHECKS_IN_REST = `export function checkWorkerUrl(): URL {
  return new URL("./${BUNDLE.rest}", import.meta.url);
}
`;

/** Puts a way to the machine in the place of the source's. */
async function writeVmBytes(staged: string, text: string): Promise<void> {
  await Deno.writeTextFile(`${staged}/lib/lua/vm_bytes.ts`, text);
}

if (import.meta.main) {
  const [folder] = Deno.args;
  if (folder === undefined) throw new Error("name an empty folder");
  await makeBundle(await Deno.realPath(folder));
}
