/**
 * Times this program beside its peers, all in one run and in turn, and prints
 * a table with medians, spread and ratios.
 *
 * ```sh
 * deno task bench                       # prints the table
 * deno task bench --write               # ... and puts it into docs/performance.md
 * deno task bench --rounds 80 --executable PATH
 * ```
 *
 * The bundle is made anew for it. Peers that are not installed are left out, and said so:
 * `scripts/bench/install_peers.sh` installs them from Debian.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { COUNT, manyProfiles } from "./bench/many_profiles.ts";
import { type Contender, timeInTurn, type Timings } from "./bench/measure.ts";
import { BUNDLE, makeBundle } from "./bundle.ts";
import { formatText } from "./format_text.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const fixtures = `${root}scripts/bench/fixtures`;

const { values: options } = parseArgs({
  args: Deno.args,
  options: {
    rounds: { type: "string", default: "30" },
    write: { type: "boolean", default: false },
    executable: { type: "string" },
    "empty-executable": { type: "string" },
  },
});

/** Runs of what takes half a second. */
const ROUNDS_OF_MANY = 7;

async function onPath(command: string): Promise<boolean> {
  const found = await new Deno.Command("sh", {
    args: ["-c", `command -v ${command}`],
    stdout: "null",
    stderr: "null",
  }).output();
  return found.success;
}

/** The three jobs, for one way of starting the program. */
function jobs(
  way: string,
  command: string,
  before: readonly string[],
): Contender[] {
  const job = (name: string, args: readonly string[], exit = 0): Contender => ({
    name: `${name}, ${way}`,
    command,
    args: [...before, ...args, "--pod-name", "bench"],
    cwd: fixtures,
    exit,
  });
  return [
    job("builtin default", ["default"]),
    job("profile with two modules", ["./coder.lua"]),
    job("broken profile", ["./broken.lua"], 1),
  ];
}

/** Times `check` on the files of many profiles. */
async function timeCheck(): Promise<Timings> {
  const files = manyProfiles();
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/shared`);
  for (const [file, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${file}`, text);
  }
  const [timings] = await timeInTurn([{
    name: "check",
    command: deno,
    args: [...bundleFlags, `${bundle}/${BUNDLE.cli}`, "check", "."],
    cwd: folder,
  }], ROUNDS_OF_MANY);
  await Deno.remove(folder, { recursive: true });
  return timings!;
}

interface Loop {
  readonly milliseconds: number;
  readonly residentBytes: number;
}

/** The run with the median time of several. */
async function timeLoop(): Promise<Loop> {
  const loops: Loop[] = [];
  for (let round = 0; round < ROUNDS_OF_MANY; round++) {
    const { stdout } = await new Deno.Command(deno, {
      args: ["run", "-q", "-A", `${root}scripts/bench/throughput.ts`],
      stdout: "piped",
      stderr: "inherit",
    }).output();
    loops.push(JSON.parse(new TextDecoder().decode(stdout)));
  }
  loops.sort((a, b) => a.milliseconds - b.milliseconds);
  return loops[Math.floor(loops.length / 2)]!;
}

const deno = Deno.execPath();
const flags = ["run", "-q", "-P", "--no-prompt", `--config=${root}deno.json`];
const bundleFlags = [
  "run",
  "-q",
  "--no-config",
  "--no-prompt",
  "--allow-read",
  "--allow-write",
  "--allow-env",
];
const missing: string[] = [];

const contenders: Contender[] = [
  {
    name: "empty Deno program",
    command: deno,
    args: ["run", "--no-config", "empty.ts"],
    cwd: fixtures,
  },
  ...jobs("source", deno, [...flags, `${root}cli.ts`]),
];
const bundle = await Deno.makeTempDir();
await makeBundle(bundle);
contenders.push(
  ...jobs("bundle", deno, [...bundleFlags, `${bundle}/${BUNDLE.cli}`]),
);
if (options.executable) {
  contenders.push(...jobs("executable", options.executable, []));
} else missing.push("the executable (`--executable PATH`)");
if (options["empty-executable"]) {
  contenders.push({
    name: "empty program, executable",
    command: options["empty-executable"],
    args: [],
    cwd: fixtures,
  });
}
const peers: readonly Contender[] = [
  {
    name: "nix eval --json --file",
    command: "nix",
    args: [
      "eval",
      "--json",
      "--extra-experimental-features",
      "nix-command",
      "--file",
      "coder.nix",
    ],
    cwd: fixtures,
  },
  {
    name: "jsonnet",
    command: "jsonnet",
    args: ["coder.jsonnet"],
    cwd: fixtures,
  },
  { name: "lua5.4", command: "lua5.4", args: ["plain.lua"], cwd: fixtures },
];
for (const peer of peers) {
  if (await onPath(peer.command)) contenders.push(peer);
  else missing.push(`\`${peer.command}\` (not installed)`);
}

const timings = await timeInTurn(contenders, Number(options.rounds));
const checking = await timeCheck();
const loop = await timeLoop();
await Deno.remove(bundle, { recursive: true });
const medianOf = (name: string): number | undefined =>
  timings.find((timing) => timing.name === name)?.median;
const nix = medianOf("nix eval --json --file");
const empty = medianOf("empty Deno program")!;

function ratio(timing: Timings, to: number | undefined): string {
  return to === undefined ? "–" : (timing.median / to).toFixed(2);
}

const lines = [
  "| | median ms | 10 % – 90 % | × nix eval | × empty Deno |",
  "|---|---|---|---|---|",
  ...timings.map((t) =>
    `| ${t.name} | ${t.median.toFixed(1)} | ${t.low.toFixed(1)} – ${
      t.high.toFixed(1)
    } | ${ratio(t, nix)} | ${ratio(t, empty)} |`
  ),
];

/** How much longer as many runs of `nix eval` take. */
function timesNix(milliseconds: number): string {
  return nix === undefined
    ? "."
    : `; ${COUNT} runs of \`nix eval\` take ${
      (COUNT * nix / milliseconds).toFixed(0)
    } times as long.`;
}

lines.push(
  "",
  `${COUNT} distinct profiles with two modules each:`,
  "",
  `- resolved to manifests by \`resolveProfile\` in a loop, in one process that was just started: ` +
    `${Math.round(loop.milliseconds)} ms, ${
      Math.round(loop.residentBytes / 2 ** 20)
    } MiB resident${timesNix(loop.milliseconds)}`,
  `- the whole of \`insomnia-profile check\` on their files, from the bundle: ` +
    `${Math.round(checking.median)} ms${timesNix(checking.median)}`,
);
if (missing.length > 0) lines.push("", `Left out: ${missing.join(", ")}.`);
const machine = `Deno ${Deno.version.deno} (V8 ${Deno.version.v8}), ` +
  `${navigator.hardwareConcurrency} cores, ${Deno.build.os} ${Deno.build.arch}, ` +
  `${options.rounds} rounds in turn.`;
const report = [machine, "", ...lines].join("\n");
console.log(report);

if (options.write) {
  const page = `${root}docs/performance.md`;
  const text = await Deno.readTextFile(page);
  const marked = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;
  if (!marked.test(text)) throw new Error(`no bench marks in ${page}`);
  await Deno.writeTextFile(
    page,
    await formatText(
      text.replace(
        marked,
        (_, open, close) => `${open}\n${report}\n\n${close}`,
      ),
      "md",
    ),
  );
}
