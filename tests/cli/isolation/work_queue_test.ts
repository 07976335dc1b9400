import assert from "node:assert/strict";
import { WorkQueue } from "../../../lib/cli/isolation/work_queue.ts";

Deno.test("WorkQueue: each piece is served once, in order, by whoever is free", async () => {
  const queue = new WorkQueue<number>();
  const served: string[] = [];
  const slow = Promise.withResolvers<void>();
  const serving = [
    queue.serve(async (piece) => {
      served.push(`a${piece}`);
      await slow.promise;
    }),
    queue.serve((piece) => {
      served.push(`b${piece}`);
      return Promise.resolve();
    }),
  ];
  for (const piece of [1, 2, 3, 4]) queue.put(piece);
  queue.complete();
  await serving[1];
  assert.deepEqual(served, ["a1", "b2", "b3", "b4"]);
  slow.resolve();
  await Promise.all(serving);
});

Deno.test("WorkQueue.serve: serves what was put before, and ends where nothing comes", async () => {
  const queue = new WorkQueue<string>();
  queue.put("x");
  queue.put("y");
  queue.complete();
  const served: string[] = [];
  await queue.serve((piece) => {
    served.push(piece);
    return Promise.resolve();
  });
  assert.deepEqual(served, ["x", "y"]);
  await queue.serve(() => assert.fail("nothing is left"));
});

Deno.test("WorkQueue.serve: fails with its work", async () => {
  const queue = new WorkQueue<number>();
  queue.put(1);
  await assert.rejects(
    queue.serve(() => Promise.reject(new TypeError("broken"))),
    /broken/,
  );
});
