/**
 * Gives damaged documents and command lines to this program, in one process, for
 * some minutes: `deno task fuzz [MINUTES] [SEED]`. What has to hold whatever is
 * given: no bug, no raw control character and no planted secret in anything that
 * is shown, and time that grows with the input alone.
 *
 * @module
 */
import { ProfileError, renderDiagnostics } from "../mod.ts";
import { PASSWORD, SECRET } from "./fuzz/damage.ts";
import { Random } from "./random.ts";
import { TARGETS } from "./fuzz/targets.ts";

/** Milliseconds for an input, whatever its size, and for each of its characters. */
const BASE_MS = 3000;
const MS_PER_CHARACTER = 0.2;

const FORMATS = ["human", "json", "github", "sarif"] as const;

const RAW = new RegExp(
  "[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f" +
    "\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
);

/** What must not show, and how it stands in a text that was left whole. */
const PLANTED: readonly (readonly [string, RegExp])[] = [
  [SECRET, new RegExp(`(?<![A-Za-z0-9])${SECRET}(?![A-Z0-9])`, "g")],
  [PASSWORD, new RegExp(`[a-z]{2}://ada:${PASSWORD}@`, "g")],
];

/** What is wrong with a text that a person reads, if anything. */
function wrongWith(text: string, input: string): string | undefined {
  for (const [planted, whole] of PLANTED) {
    // Where what is around it was damaged, nobody can tell that it is one.
    const isWhole = input.split(planted).length ===
      [...input.matchAll(whole)].length + 1;
    if (isWhole && text.includes(planted)) return "shows a planted secret";
  }
  const raw = text.match(RAW)?.[0];
  if (raw !== undefined) {
    return `has the raw character U+${raw.charCodeAt(0).toString(16)}`;
  }
}

async function tryOne(
  name: string,
  seed: number,
): Promise<{ readonly found?: string; readonly input: string }> {
  const { input, run } = TARGETS[name]!(new Random(seed));
  const began = performance.now();
  try {
    const { diagnostics = [] } = await run();
    const found = check(diagnostics, input, began);
    return { input, ...found !== undefined && { found } };
  } catch (error) {
    if (!(error instanceof ProfileError)) {
      return {
        input,
        found: `a bug: ${error instanceof Error ? error.stack : error}`,
      };
    }
    if (error.exitCode === 70) return { input, found: `a bug: ${error.code}` };
    const found = check(error.diagnostics, input, began);
    return { input, ...found !== undefined && { found } };
  }
}

function check(
  diagnostics: ProfileError["diagnostics"],
  input: string,
  began: number,
): string | undefined {
  for (const format of FORMATS) {
    const wrong = wrongWith(renderDiagnostics(diagnostics, format), input);
    if (wrong !== undefined) return `${format} ${wrong}`;
  }
  const took = performance.now() - began;
  if (took > BASE_MS + MS_PER_CHARACTER * input.length) {
    return `took ${Math.round(took)} ms for ${input.length} characters`;
  }
}

async function fuzz(minutes: number, firstSeed: number): Promise<number> {
  const names = Object.keys(TARGETS);
  const end = performance.now() + minutes * 60_000;
  const findings = new Map<string, string>();
  let runs = 0;
  for (let seed = firstSeed; performance.now() < end; seed++) {
    const name = names[seed % names.length]!;
    const { found, input } = await tryOne(name, seed);
    runs++;
    if (found === undefined) continue;
    const kind = `${name}: ${found.split("\n", 2).join(" ").slice(0, 200)}`;
    if (findings.has(kind)) continue;
    findings.set(kind, input);
    console.error(
      `\n${kind}\n  seed ${seed}: ${JSON.stringify(input).slice(0, 2000)}`,
    );
    console.error(found.split("\n").slice(0, 8).join("\n"));
  }
  console.log(
    `${runs} inputs of ${names.length} kinds from seed ${firstSeed}: ${findings.size} findings`,
  );
  return findings.size === 0 ? 0 : 1;
}

if (import.meta.main) {
  const [minutes = "1", seed = String(Date.now() % 1_000_000_000)] = Deno.args;
  Deno.exit(await fuzz(Number(minutes), Number(seed)));
}
