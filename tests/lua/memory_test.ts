import assert from "node:assert/strict";
import { evaluate } from "./evaluator.ts";
import { answerOf } from "./answer_of.ts";
import { OPTIONS, programOf } from "./evaluate_text.ts";

const PROGRAMS: readonly string[] = [
  `return { a = 1, list = { 1, 2, 3 } }`,
  `local t = {} for i = 1, 1000 do t[i] = { i = i } end return { n = #t }`,
  `while true do end`,
  `local t, i = {}, 0 while true do i = i + 1 t[i] = i end`,
  `local s = "x" while true do s = s .. s end`,
  `error({})`,
  `return {`,
  `return { f = print }`,
  `local function f() return pcall(f) end return { f() }`,
  `for i = 1, 500 do print(("x"):rep(1000)) end return {}`,
];

if (import.meta.main) {
  const rss: number[] = [];
  for (let turn = 1; turn <= 1000; turn++) {
    const program = programOf({
      "main.lua": PROGRAMS[turn % PROGRAMS.length]!,
    });
    answerOf(() => evaluate(program, { ...OPTIONS, maxSteps: 100_000 }));
    if (turn % 50 === 0) rss.push(await settledRss());
  }
  console.log(JSON.stringify(rss));
} else {
  Deno.test("evaluate keeps memory flat over a thousand evaluations, hostile ones among them", async () => {
    // A process of its own: other tests do not count.
    const { success, stdout, stderr } = await new Deno.Command(
      Deno.execPath(),
      {
        args: ["run", "-q", "-A", "--v8-flags=--expose-gc", import.meta.url],
      },
    ).output();
    assert(success, new TextDecoder().decode(stderr));
    const rss: number[] = JSON.parse(new TextDecoder().decode(stdout));
    // The engine compiles in the background and keeps what it frees for a
    // while: one sample may lie a third above the next. A machine that is not
    // given up shows as two megabytes or more for each evaluation.
    const early = Math.max(...rss.slice(1, 6));
    const late = Math.min(...rss.slice(-5));
    assert(late < early * 1.2, `${early} bytes after 100, ${late} after 1000`);
  });
}

/** What is resident once machines that were thrown away are collected. */
async function settledRss(): Promise<number> {
  const { gc } = globalThis as unknown as { gc(): void };
  for (let round = 0; round < 3; round++) {
    gc();
    // Their memory is given back in the background.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return Deno.memoryUsage().rss;
}
