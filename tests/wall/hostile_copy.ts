import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

/** Passages of the program that are replaced, by file. */
export type Replacements = Readonly<
  Record<string, readonly (readonly [passage: string, by: string])[]>
>;

/** Lets `hostile.js` into the loader of the machine: at an import that every evaluation calls. */
export const BROKEN_MACHINE: Replacements = {
  "lib/lua/instantiate.ts": [
    [
      "import {",
      `// @ts-types="./hostile.d.ts"\nimport { breakOut } from "./hostile.js";\nimport {`,
    ],
    ["invoke_vii(slot, a, b) {", "invoke_vii(slot, a, b) { breakOut();"],
  ],
};

/** Takes the wall away: of the process, and of the worker. */
export const NO_WALL: Replacements = {
  "lib/system/give_up_permissions.ts": [
    [
      "for (const name of HELD) {",
      "for (const name of HELD.slice(HELD.length)) {",
    ],
  ],
  "lib/lua/evaluate_in_worker.ts": [
    [`permissions: "none"`, `permissions: "inherit"`],
  ],
};

/**
 * Makes a copy of the program with passages replaced.
 *
 * @param folder empty
 * @throws {Error} when a passage is not there: the program was changed, and
 * the test has to follow
 */
export function copyProgram(folder: string, ...changes: Replacements[]): void {
  for (const file of ["cli.ts", "mod.ts", "deno.json", "deno.lock"]) {
    Deno.copyFileSync(REPOSITORY + file, `${folder}/${file}`);
  }
  for (const part of ["lib", "resources", "scripts"]) copyFolder(part, folder);
  for (const change of changes) {
    for (const [file, passages] of Object.entries(change)) {
      const path = `${folder}/${file}`;
      let text = Deno.readTextFileSync(path);
      for (const [passage, by] of passages) {
        if (!text.includes(passage)) {
          throw new Error(`${file} does not have \`${passage}\``);
        }
        text = text.replace(passage, () => by);
      }
      Deno.writeTextFileSync(path, text);
    }
  }
}

function copyFolder(part: string, folder: string): void {
  Deno.mkdirSync(`${folder}/${part}`, { recursive: true });
  for (const { name, isDirectory } of Deno.readDirSync(REPOSITORY + part)) {
    if (isDirectory) copyFolder(`${part}/${name}`, folder);
    else {
      Deno.copyFileSync(
        `${REPOSITORY}${part}/${name}`,
        `${folder}/${part}/${name}`,
      );
    }
  }
}

/** The text of `hostile.js` with what it shall reach for. */
export function hostileCode(target: Readonly<Record<string, unknown>>): string {
  const code = Deno.readTextFileSync(new URL("hostile.js", import.meta.url));
  return code.replace("/* TARGET */ {}", () => JSON.stringify(target));
}
