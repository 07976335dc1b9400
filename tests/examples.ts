import { memorySystem } from "../lib/system/memory_system.ts";
import type { System } from "../lib/system/system.ts";

const ROOT = new URL("./examples/", import.meta.url);

/** The path and text of every file below a folder of tests/examples. */
function* filesBelow(folder: string): Iterable<[string, string]> {
  for (const entry of Deno.readDirSync(new URL(folder, ROOT))) {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory) yield* filesBelow(`${path}/`);
    else yield [path, Deno.readTextFileSync(new URL(path, ROOT))];
  }
}

/** All of tests/examples below `/`: `/team`, `/home`, ... */
export const EXAMPLE_FILES: Readonly<Record<string, string>> = Object
  .fromEntries([...filesBelow("./")].map(([path, text]) => [
    path.replace("./", "/"),
    text,
  ]));

/** The team's workspace with the home directory beside it. */
export function exampleSystem(
  more: {
    readonly files?: Readonly<Record<string, string>>;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): System {
  return memorySystem({
    files: { ...EXAMPLE_FILES, ...more.files },
    env: more.env ?? { HOME: "/home" },
    cwd: "/team",
  });
}
