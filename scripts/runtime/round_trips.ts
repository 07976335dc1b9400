// deno run -A scripts/runtime/round_trips.ts PATH/TO/oracle [FILE or FOLDER...]
//
// Asks the runtime's own code what it reads of every manifest that this program
// prints, as JSON and as TOML, and what a Pod of it would send: for each builtin
// profile with each builtin model at each quality, for what the golden cases
// print, and for the manifest files and profiles that are named. Not a part of
// the gate: it needs the runtime's code, built to answer one question a run.
import { type PodManifest, printManifest } from "../../mod.ts";
import { repositoryPath } from "../repository_path.ts";
import { askOracle } from "./ask_oracle.ts";
import {
  builtinManifests,
  type GatheredManifest,
  goldenManifests,
  otherManifests,
} from "./gather_manifests.ts";
import { lostInReading } from "./lost_in_reading.ts";

const [program, ...paths] = Deno.args;
if (program === undefined) {
  console.error(
    "usage: deno run -A scripts/runtime/round_trips.ts ORACLE [FILE or FOLDER...]",
  );
  Deno.exit(2);
}
const oracle: string = program;

/** Sections that hold a model. */
const SECTIONS = [
  ["model"],
  ["compaction", "model"],
  ["memory", "extract_model"],
  ["memory", "consolidation_model"],
];
/** How many questions are asked at once. */
const AT_ONCE = 3;

const folder = await Deno.makeTempDir({ prefix: "round-trips-" });
const CATALOG = [
  repositoryPath("resources/catalog/providers.toml"),
  repositoryPath("resources/catalog/models.toml"),
];
const EMPTY = [`${folder}/providers.toml`, `${folder}/models.toml`];
await Deno.writeTextFile(EMPTY[0]!, "provider = []\n");
await Deno.writeTextFile(EMPTY[1]!, "model = []\n");

let asked = 0;
const wrong: string[] = [];
try {
  const waiting = new Set<Promise<void>>();
  for await (const item of all()) {
    const work = look(item, `${folder}/${asked++}`).then((problems) => {
      for (const problem of problems) {
        wrong.push(`${item.title}: ${problem}`);
        console.log(`WRONG ${item.title}: ${problem}`);
      }
      waiting.delete(work);
    });
    waiting.add(work);
    if (waiting.size >= AT_ONCE) await Promise.race(waiting);
  }
  await Promise.all(waiting);
} finally {
  await Deno.remove(folder, { recursive: true });
}
console.log(`${asked} manifests, ${wrong.length} differences`);
Deno.exit(wrong.length === 0 ? 0 : 1);

async function* all(): AsyncGenerator<GatheredManifest> {
  yield* goldenManifests();
  yield* otherManifests(paths);
  yield* builtinManifests();
}

async function look(
  { manifest, models, isPlain }: GatheredManifest,
  file: string,
): Promise<string[]> {
  const problems: string[] = [];
  for (const format of ["json", "toml"] as const) {
    const path = `${file}.${format}`;
    await Deno.writeTextFile(path, printManifest(manifest, format));
    const { ok, error } = await askOracle(oracle, "roundtrip", path);
    if (ok === undefined) problems.push(`${format} is not read: ${error}`);
    else {
      problems.push(
        ...lostInReading(manifest, ok.manifest, ok.ignored)
          .map((lost) => `${format}: ${lost}`),
        ...ok.scope === null ? [] : [`${format}: scope: ${ok.scope}`],
      );
    }
    await Deno.remove(path);
  }
  for (const path of SECTIONS) {
    const section = path.reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      manifest,
    );
    if (section === undefined) continue;
    problems.push(
      ...await lookAtModel(
        section,
        models[path.join(".") as keyof typeof models],
        file,
      ),
    );
  }
  problems.push(...await lookAtRequest(manifest, models.model, isPlain, file));
  return problems;
}

interface Windows {
  readonly context_window: number;
  readonly max_context_window: number;
}

/** Whatever catalog is there, the model stays what it is. */
async function lookAtModel(
  section: unknown,
  ref: string | undefined,
  file: string,
): Promise<string[]> {
  const path = `${file}.model.json`;
  const answers = [];
  for (
    const fields of [
      section,
      ...ref === undefined ? [] : [{ ...section as object, ref }],
    ]
  ) {
    await Deno.writeTextFile(path, JSON.stringify(fields));
    const catalog = fields === section ? EMPTY : CATALOG;
    answers.push(await askOracle(oracle, "model", path, ...catalog));
  }
  await Deno.remove(path);
  const { context_window, max_context_window } = section as Windows;
  // It keeps the smaller one alone.
  const wanted = canonical({
    ...section as object,
    context_window: Math.min(context_window, max_context_window),
  });
  return answers.flatMap(({ ok, error }) =>
    ok === undefined
      ? [`the model is not read: ${error}`]
      : canonical(ok) === wanted
      ? []
      : [`the model is read as ${canonical(ok)}, not ${wanted}`]
  );
}

/** With a reference or without one, the same is sent to the same address. */
async function lookAtRequest(
  manifest: PodManifest,
  ref: string | undefined,
  isPlain: boolean,
  file: string,
): Promise<string[]> {
  const path = `${file}.wire.json`;
  const ask = async (model: unknown, catalog: readonly string[]) => {
    await Deno.writeTextFile(path, JSON.stringify({ ...manifest, model }));
    return await askOracle(oracle, "wire", path, ...catalog);
  };
  const pinned = await ask(manifest.model, EMPTY);
  const others = ref === undefined ? [] : [
    await ask({ ...manifest.model, ref }, CATALOG),
    ...isPlain ? [await ask({ ref }, CATALOG)] : [],
  ];
  await Deno.remove(path);
  if (pinned.ok === undefined) return [`nothing is sent: ${pinned.error}`];
  return [
    ...pinned.ok.url.startsWith(manifest.model.base_url)
      ? []
      : [`it is sent to ${pinned.ok.url}`],
    ...others.filter((other) => canonical(other) !== canonical(pinned)).map(
      (other) =>
        `with its reference it sends ${canonical(other)}, not ${
          canonical(pinned)
        }`,
    ),
  ];
}

/** The same text for the same data: unset fields left out, names sorted. */
function canonical(value: unknown): string {
  return JSON.stringify(
    value,
    (_, item) =>
      item === null
        ? undefined
        : typeof item === "object" && !Array.isArray(item)
        ? Object.fromEntries(
          Object.entries(item).sort(([a], [b]) => a < b ? -1 : 1),
        )
        : item,
  );
}
