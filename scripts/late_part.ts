/**
 * Cuts what is bundled in two: what usual starts run, and `late.ts`, which is
 * loaded when something else is asked for.
 *
 * The source says where a start can end without a part of the program: there it
 * imports that part with `import()`. In one file all of them would be read at
 * every start, and an executable, which keeps no compiled code, compiles what it
 * reads: 3 ms for each 100 KB. In a file each, Deno would look every one of them
 * up at once.
 *
 * @module
 */
import { dirname, join, relative } from "node:path/posix";
import { listFiles } from "./list_files.ts";

/** What the source imports late, and usual starts run all the same. */
export const USUAL_PARTS: readonly string[] = [
  // A profile that is code, in a project with a registry.
  "lib/cli/resolve/resolve_selected.ts",
  "lib/document/parse_toml.ts",
  "lib/lua/compile_vm.ts",
  "lib/lua/lua_evaluator.ts",
  "lib/registry/parse_registry_file.ts",
  "lib/resources/lua_texts.ts",
  "lib/system/deno_system.ts",
  "resources/generated/builtins.json",
  // What there is to say about it.
  "lib/cli/output_style.ts",
  "lib/cli/report_failure.ts",
  "lib/locate/profile_diagnostics.ts",
  "lib/manifest/further_problems.ts",
  "lib/print/diagnostics/render_diagnostics.ts",
  "lib/profile/explain_profile_problems.ts",
  "lib/profile/salvage_profile.ts",
];

/** `import("./x.ts")`, and `import("./x.toml", { with: { type: "text" } })`. */
const LATE_IMPORT =
  /\bimport\(\s*"((?:\.{1,2}\/|npm:)[^"]+)",?\s*(?:\{\s*with: (\{[^}]*\}),?\s*\},?\s*)?\)/g;

/**
 * Rewrites every late import of a program: of what is usual it becomes one at
 * the head of the file, all others lead to `late.ts`, which is written beside.
 *
 * @param folder absolute path of the program
 * @param roots files and folders in it that hold its code
 * @param usual paths of files of it; default: those of this program
 * @throws when one of them is never imported late
 */
export async function cutLatePart(
  folder: string,
  roots: readonly string[],
  usual: readonly string[] = USUAL_PARTS,
): Promise<void> {
  const unmet = new Set(usual);
  /** What `late.ts` hands on: a path or package, and how it is to be read. */
  const late: string[] = [];
  for (const file of await listFiles(folder, roots)) {
    if (!file.endsWith(".ts")) continue;
    const text = await Deno.readTextFile(`${folder}/${file}`);
    const head: string[] = [];
    const body = text.replace(
      LATE_IMPORT,
      (_, specifier: string, attributes?: string) => {
        const how = attributes ? ` with ${attributes}` : "";
        const path = specifier.startsWith("npm:")
          ? specifier
          : `./${join(dirname(file), specifier)}`;
        if (usual.includes(path.slice(2))) {
          unmet.delete(path.slice(2));
          const name = `usual${head.length}`;
          head.push(`import * as ${name} from "${specifier}"${how};\n`);
          return `Promise.resolve(${name})`;
        }
        const source = `"${path}"${how}`;
        if (!late.includes(source)) late.push(source);
        const name = `late${late.indexOf(source)}`;
        const lateFile = join(relative(dirname(file), "."), "late.ts");
        return `import("./${lateFile}").then(({ ${name} }) => ${name})`;
      },
    );
    await Deno.writeTextFile(`${folder}/${file}`, head.join("") + body);
  }
  if (unmet.size > 0) throw new Error(`not imported late: ${[...unmet]}`);
  const lines = late.map((source, at) =>
    `export * as late${at} from ${source};\n`
  );
  await Deno.writeTextFile(`${folder}/late.ts`, lines.join(""));
}
