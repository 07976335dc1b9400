/**
 * Checks what no compiler sees: words that do not belong in a repository,
 * marks left behind, dead links, one version number everywhere, expected files
 * that no case uses. Lists, without failing, the source files above 250 lines.
 *
 * @module
 */
import { deadLinks } from "./dead_links.ts";
import { listFiles } from "./list_files.ts";

/** Text that must not be in any file, and what it is. */
const STRAY_TEXT: readonly {
  readonly is: string;
  readonly pattern: RegExp;
  /** The one file that it belongs in. */
  readonly except?: string;
}[] = [
  {
    is: "a path of somebody's machine",
    pattern: /(?<![\w.:])\/(?:work\/(?:main|shared)|root)\b/,
  },
  {
    is: "the host of a package registry",
    pattern: /\bregistry\.(?:npmjs|yarnpkg)\b|\bdeb\.debian\b/,
  },
  {
    is: "a word about how the text was made",
    pattern: /\b(?:this\s+session|the\s+(?:founder|CEO))\b/i,
  },
  {
    is: "a mark left behind",
    pattern:
      /\b(?:TO[D]O|FIX[M]E|X[X]X)\b|\bDeno\.test\.only\(|@ts-(?:ignore)\b/,
  },
  { is: "a merge conflict", pattern: /^(?:<{7}|>{7}) /m },
  {
    is: "fast-check without the seed of tests/fast_check.ts",
    pattern: /\bnpm:fast-check\b/,
    except: "tests/fast_check.ts",
  },
];

/** Made by a program, binary, or odd on purpose (the corpus of attacks). */
const NOT_READ =
  /^resources\/generated\/|^deno\.lock$|\.(?:b64|bin|png)$|^tests\/corpus\/|\/\.cache\//;

/** A file with more lines than this may hold two ideas. */
const LONG_FILE_LINES = 250;

/** What was found in one repository. */
export interface RepositoryReport {
  readonly problems: readonly string[];
  /** Worth a look, never a failure. */
  readonly notes: readonly string[];
}

/** @param root absolute path of a repository laid out like this one */
export async function checkRepository(root: string): Promise<RepositoryReport> {
  const files = (await listFiles(root, await topLevel(root)))
    .filter((file) => !NOT_READ.test(file));
  const problems: string[] = [];
  const notes: string[] = [];
  const documents: Record<string, string> = {};
  for (const file of files) {
    const text = await Deno.readTextFile(`${root}/${file}`);
    problems.push(...strayText(file, text));
    if (file.endsWith(".md")) documents[file] = text;
    const lines = text.split("\n").length - 1;
    if (isSource(file) && lines > LONG_FILE_LINES) {
      notes.push(`${file}: ${lines} lines: is there a second idea in it?`);
    }
  }
  const exists = (path: string) =>
    files.some((file) => file === path || file.startsWith(`${path}/`));
  problems.push(...deadLinks(documents, exists));
  const naming = files.includes("action.yml")
    ? {
      ...documents,
      "action.yml": await Deno.readTextFile(`${root}/action.yml`),
    }
    : documents;
  problems.push(...await checkVersion(root, naming));
  problems.push(...orphans(files));
  return { problems, notes };
}

async function topLevel(root: string): Promise<string[]> {
  const ignored = new Set([".git", "node_modules", "dist", "coverage"]);
  const names: string[] = [];
  for await (const { name } of Deno.readDir(root)) {
    if (!ignored.has(name)) names.push(name);
  }
  return names;
}

function isSource(file: string): boolean {
  return file.endsWith(".ts") && !file.includes(".generated.") &&
    !file.startsWith("tests/");
}

function strayText(file: string, text: string): string[] {
  return STRAY_TEXT.flatMap(({ is, pattern, except }) => {
    const found = file === except ? null : pattern.exec(text);
    if (found === null) return [];
    const line = text.slice(0, found.index).split("\n").length;
    return [`${file}:${line}: ${is}: \`${found[0].trim()}\``];
  });
}

/**
 * `lib/base/version.ts` is what the program says, `deno.json` what is published;
 * the action installs a release, and documents name it in addresses.
 */
async function checkVersion(
  root: string,
  documents: Readonly<Record<string, string>>,
): Promise<string[]> {
  const source = await Deno.readTextFile(`${root}/lib/base/version.ts`);
  const said = /VERSION[^=]*=\s*"([^"]+)"/.exec(source)?.[1];
  const config = JSON.parse(await Deno.readTextFile(`${root}/deno.json`));
  const found: [file: string, version: string][] = [
    ["deno.json", config.version],
  ];
  for (const [file, text] of Object.entries(documents)) {
    const pattern = file === "action.yml"
      ? /version:\n.*\n\s*default: (\S+)/g
      : /raw\.githubusercontent\.com\/[^/\s]+\/[^/\s]+\/v([^/\s]+)\//g;
    for (const [, version] of text.matchAll(pattern)) {
      found.push([file, version!]);
    }
  }
  return found.flatMap(([file, version]) =>
    version === said
      ? []
      : [`lib/base/version.ts says ${said}, ${file} says ${version}`]
  );
}

/** An expected file in a case folder that holds no other file tests nothing. */
function orphans(files: readonly string[]): string[] {
  const cases = new Map<string, string[]>();
  for (const file of files) {
    const folder = /^tests\/cases\/[^/]+\/[^/]+(?=\/)/.exec(file)?.[0];
    if (folder === undefined) continue;
    cases.set(folder, [...cases.get(folder) ?? [], file]);
  }
  return [...cases]
    .filter(([folder, inside]) =>
      inside.every((file) => file.startsWith(`${folder}/expected`))
    )
    .map(([folder]) => `${folder}: expected files, but nothing to run`);
}

if (import.meta.main) {
  const { problems, notes } = await checkRepository(Deno.cwd());
  for (const note of notes) console.log(`note: ${note}`);
  for (const problem of problems) console.error(problem);
  Deno.exit(problems.length === 0 ? 0 : 1);
}
