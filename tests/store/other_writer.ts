// The runtime's way with metadata.json, many times: reads it, adds one to its
// counter, empties the file and writes it again in place, without a lock.
// Arguments: the file, how often at least; goes on until its input ends. Prints
// what it missed.
const [file = "", times = "0"] = Deno.args;
/** Ours takes a millisecond to repair it, on a machine that does nothing else. */
const PATIENCE_MS = 10_000;
let expected = 0;
let behind = 0;
let isOver = false;
Deno.stdin.read(new Uint8Array(1)).then(() => isOver = true);

function readWhole(): { counter: number } {
  for (const start = Date.now();;) {
    try {
      return JSON.parse(Deno.readTextFileSync(file));
    } catch (error) {
      if (Date.now() - start > PATIENCE_MS) throw error;
    }
  }
}

/** Waits until another file has the name: ours was there. */
async function another(inode: number | null): Promise<void> {
  while (!isOver && (await Deno.stat(file)).ino === inode) await aMoment();
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

for (let n = 1; n <= Number(times) || !isOver; n++) {
  let value = readWhole();
  // Ours may be at repairing it this moment.
  const start = performance.now();
  while (
    value.counter !== expected && performance.now() - start < PATIENCE_MS
  ) {
    behind = Math.max(behind, expected - value.counter);
    await aMoment();
    value = readWhole();
  }
  if (value.counter !== expected) {
    console.log(JSON.stringify({ lost: expected - value.counter, at: n }));
    Deno.exit(1);
  }
  expected = value.counter + 1;
  Deno.writeTextFileSync(file, JSON.stringify({ ...value, counter: expected }));
  // Without a pause nothing of ours would ever fit in between.
  if (n % 10 === 0) await another(Deno.statSync(file).ino);
}
console.log(JSON.stringify({ counter: expected, behind }));
