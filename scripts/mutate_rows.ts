/**
 * Takes each row of the field table away, one at a time, in a copy of the
 * repository, and runs the tests of `tests/schema/rows/` there: those of the
 * docs, the schemas, Lua, the order of printing and the origins must each fail.
 * Not part of the gate: it takes minutes.
 *
 * `deno run -A scripts/mutate_rows.ts [NAME...]`; with names, only these rows.
 *
 * @module
 */
import { repositoryPath } from "./repository_path.ts";

/** Where the rows are. */
const TABLE = [
  "lib/schema",
  "lib/catalog/models_schema.ts",
  "lib/catalog/providers_schema.ts",
  "lib/registry/registry_schema.ts",
];

/** What the tests need of the repository. */
const NEEDED = ["lib", "resources", "scripts", "docs", "mod.ts", "deno.json"];
const TESTS = ["docs", "schema", "lua", "order", "origins"];

/** Rows that some test cannot see, and why. */
const UNSEEN: Readonly<Record<string, string>> = {
  "pod.ts prompt_pack lua": "no profile can say it",
};

interface Row {
  readonly file: string;
  readonly name: string;
  /** Index of its first line and of the first one behind it. */
  readonly lines: readonly [number, number];
}

/** The rows in a text that `deno fmt` has laid out. */
function rowsOf(file: string, text: string): Row[] {
  const lines = text.split("\n");
  return lines.flatMap((line, start): Row[] => {
    const [, indent, name, rest] =
      /^( +)(?!type\b)(\w+): (\{.*|REPLACEMENT,)$/.exec(line) ?? [];
    if (indent === undefined || name === undefined) return [];
    if (rest !== "{") {
      const isRow = rest === "REPLACEMENT," || /\btype: /.test(line);
      return isRow ? [{ file, name, lines: [start, start + 1] }] : [];
    }
    const end = lines.indexOf(`${indent}},`, start) + 1;
    const isRow = lines.slice(start + 1, end).some((inner) =>
      inner.startsWith(`${indent}  type: `)
    );
    return isRow && end > 0 ? [{ file, name, lines: [start, end] }] : [];
  });
}

/** The names of the tests that fail in a folder. */
async function failing(folder: string): Promise<Set<string>> {
  const runs = TESTS.map(async (test) => {
    const { success } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["test", "--no-check", "-q", "-A"],
        `tests/schema/rows/${test}_test.ts`,
      ],
      cwd: folder,
      stdout: "null",
      stderr: "null",
    }).output();
    return success ? [] : [test];
  });
  return new Set((await Promise.all(runs)).flat());
}

async function copy(to: string): Promise<void> {
  const { success } = await new Deno.Command("cp", {
    args: ["-r", ...NEEDED.map(repositoryPath), to],
  }).output();
  await Deno.mkdir(`${to}/tests/schema`, { recursive: true });
  const tests = await new Deno.Command("cp", {
    args: [
      "-r",
      repositoryPath("tests/schema/rows"),
      `${to}/tests/schema`,
    ],
  }).output();
  if (!success || !tests.success) throw new Error("cannot copy the repository");
}

async function filesOf(folder: string, path: string): Promise<string[]> {
  if (path.endsWith(".ts")) return [path];
  const names: string[] = [];
  for await (const { name } of Deno.readDir(`${folder}/${path}`)) {
    if (name.endsWith(".ts")) names.push(`${path}/${name}`);
  }
  return names.sort();
}

const folder = await Deno.makeTempDir();
let survivors = 0;
try {
  await copy(folder);
  const before = await failing(folder);
  if (before.size > 0) {
    throw new Error(`fail without a mutation: ${[...before].join(", ")}`);
  }
  const files = (await Promise.all(
    TABLE.map((path) => filesOf(folder, path)),
  )).flat();
  let count = 0;
  for (const file of files) {
    const text = await Deno.readTextFile(`${folder}/${file}`);
    for (const { name, lines: [start, end] } of rowsOf(file, text)) {
      if (Deno.args.length > 0 && !Deno.args.includes(name)) continue;
      const lines = text.split("\n");
      lines.splice(start, end - start);
      await Deno.writeTextFile(`${folder}/${file}`, lines.join("\n"));
      const failed = await failing(folder);
      await Deno.writeTextFile(`${folder}/${file}`, text);
      count++;
      const silent = TESTS.filter((test) =>
        !failed.has(test) &&
        UNSEEN[`${file.split("/").at(-1)} ${name} ${test}`] === undefined
      );
      if (silent.length === 0) continue;
      survivors++;
      console.log(`${file}:${start + 1} ${name}: ${silent.join(", ")}`);
    }
  }
  console.log(`${count} rows, ${survivors} that some test does not miss`);
} finally {
  await Deno.remove(folder, { recursive: true });
}
Deno.exit(survivors === 0 ? 0 : 1);
