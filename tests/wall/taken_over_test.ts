import assert from "node:assert/strict";
import { folderWith } from "../cli/run_cli.ts";
import type { Replacements } from "./hostile_copy.ts";
import { type HostileRun, runHostile } from "./hostile_world.ts";
import { startListener } from "./listener.ts";

const WRITES_FILE = ["./coder.lua", "--out", "pod.json", "--pod-name", "x"];

/** A worker may take a third of a second, whatever the step limit is. */
const SHORT_DEADLINE: Replacements = {
  "lib/lua/evaluate_in_worker.ts": [
    ["const START_MS = 10_000;", "const START_MS = 300;"],
    ["const SLOWEST_STEP_MS = 100e-6;", "const SLOWEST_STEP_MS = 0;"],
  ],
};

async function run(
  args: readonly string[],
  code: string,
  options: Parameters<typeof runHostile>[2] = {},
): Promise<HostileRun> {
  await using listener = startListener();
  return await runHostile(args, listener, { ...options, code });
}

Deno.test("wall: a worker that never answers ends the program with an error", async () => {
  const { code, out, error, written } = await run(
    WRITES_FILE,
    "export function breakOut() { for (;;); }",
    { changes: [SHORT_DEADLINE] },
  );
  assert.equal(code, 70, error);
  assert.match(error, /error\[internal-error\][^]*gave no answer/);
  assert.deepEqual([out, written], ["", []]);
});

Deno.test("wall: evaluateInWorker gives up at the deadline it is told", async () => {
  const embedder = `
    import { loadMachine } from "./lib/api/load_machine.ts";
    import { evaluateInWorker } from "./lib/lua/evaluate_in_worker.ts";
    const evaluate = evaluateInWorker(await loadMachine(), 200);
    const bytes = new TextEncoder().encode("return {}");
    const program = {
      entry: { chunk: "x.lua", file: "/x.lua", bytes },
      modules: new Map(),
      imports: new Map(),
    };
    const catalog = { refs: [], models: {}, providers: {} };
    const start = performance.now();
    try {
      await evaluate(program, { catalog, version: "0" });
    } catch (error) {
      console.log(error.name, error.message);
    }
    // Deno does not stop the code of a worker that is terminated.
    Deno.exit(performance.now() - start >= 199 ? 0 : 1);
  `;
  const { code, out, error } = await run(
    [],
    "export function breakOut() { for (;;); }",
    { embedder, flags: ["-q", "-A", "--no-prompt"] },
  );
  assert.deepEqual(
    [code, out],
    [0, "TypeError the evaluation worker gave no answer\n"],
    error,
  );
});

Deno.test("wall: a worker's answer is checked like any other stranger's data", async () => {
  const account = "loaded: [], notes: [], notesCut: false, steps: 1";
  const rows: [answer: string, code: number, said: RegExp][] = [
    [
      `{ failure: { code: "print", message: "fine", traceback: [], ${account} } }`,
      70,
      /gave an answer that is none/,
    ],
    [
      `(() => { const a = []; a.push(a); return { evaluation: { value: a, ${account} } }; })()`,
      70,
      /something that is no data: nested too deep/,
    ],
    [
      `{ evaluation: { value: { model: "codex-oauth/gpt-5.5" }, ${account}, loaded: ["other.lua"] } }`,
      70,
      /loaded `other.lua`, which the program does not have/,
    ],
    // Not less checked than what the profile itself could have said.
    [
      `{ evaluation: { value: { pod: { name: "x" } }, ${account} } }`,
      1,
      /error\[not-a-profile-field\]: `pod`/,
    ],
    [
      `{ evaluation: { value: { model: "codex-oauth/gpt-5.5" }, ${account}, notes: [{ chunk: "coder.lua", line: 1, text: "\\x1b[2J" }] } }`,
      0,
      /note\[print\]: \\u\{1b\}\[2J/,
    ],
  ];
  for (const [answer, code, said] of rows) {
    const result = await run(
      WRITES_FILE,
      `export function breakOut() { self.postMessage(${answer}); }`,
      { needsPackages: true },
    );
    assert.equal(result.code, code, result.error);
    assert.match(result.error, said);
    assert.deepEqual(result.written, code === 0 ? ["pod.json"] : []);
  }
});

Deno.test("wall: what is left to broken out code is what docs/security.md says", async () => {
  const said = await run(
    ["eval", "coder.lua"],
    `
    const input = new Uint8Array(5);
    export function breakOut() {
      if (input[0] !== 0) return;
      Deno.stdin.readSync(input);
      Deno.exit = async () => {};
      const cache = caches.open("left").then(async (cache) => {
        await cache.put("https://left.test/", new Response("behind"));
        return await (await cache.match("https://left.test/")).text();
      });
      localStorage.setItem("left", "behind");
      cache.then((cache) => {
        console.log(JSON.stringify({
          stdin: new TextDecoder().decode(input),
          words: Deno.args,
          folder: typeof Deno.cwd(),
          programs: [typeof Deno.execPath(), typeof Deno.mainModule],
          processes: [typeof Deno.pid, typeof Deno.ppid],
          clock: Date.now() > 1.7e12,
          zone: typeof Intl.DateTimeFormat().resolvedOptions().timeZone,
          storage: [localStorage.getItem("left"), cache],
        }));
      });
    }`,
    // Storage is in Deno's own folder.
    { stdin: "typed", denoDir: folderWith() },
  );
  const [line] = said.out.split("\n").filter((line) => line.includes("stdin"));
  assert.ok(line !== undefined, said.error);
  assert.deepEqual(JSON.parse(line), {
    stdin: "typed",
    words: ["eval", "coder.lua"],
    folder: "string",
    programs: ["string", "string"],
    processes: ["number", "number"],
    clock: true,
    zone: "string",
    storage: ["behind", "behind"],
  });
  assert.deepEqual([said.written, said.traces, said.paths], [[], [], []]);
});

Deno.test("wall: without --cached-only a package's name could be sent to its registry", async () => {
  const { paths, error } = await run(
    ["eval", "coder.lua"],
    `
    let isDone = false;
    export function breakOut() {
      if (isDone) return;
      isDone = true;
      const { exit } = Deno;
      Deno.exit = async () => {};
      import("npm:wall-" + "npm@1").catch(() => {}).finally(() => exit(0));
    }`,
    { flags: ["-q", "-P", "--no-prompt"] },
  );
  assert.ok(paths.includes("/wall-npm"), error);
});
