// The runtime's way with metadata.json, many times: reads it, adds one to its
// counter, empties the file and writes it again in place, without a lock.
// Arguments: the file, how often. Prints what it missed.
const [file = "", times = "0"] = Deno.args;
const WHOLE_MS = 250;
let expected = 0;
let behind = 0;
let longestBehind = 0;

function readWhole(): { counter: number } {
  for (const start = Date.now();;) {
    try {
      return JSON.parse(Deno.readTextFileSync(file));
    } catch (error) {
      if (Date.now() - start > WHOLE_MS) throw error;
    }
  }
}

for (let n = 1; n <= Number(times); n++) {
  let value = readWhole();
  // Ours may be at repairing it this moment.
  const start = performance.now();
  while (value.counter !== expected && performance.now() - start < WHOLE_MS) {
    behind = Math.max(behind, expected - value.counter);
    await new Promise((resolve) => setTimeout(resolve, 1));
    value = readWhole();
  }
  longestBehind = Math.max(longestBehind, performance.now() - start);
  if (value.counter !== expected) {
    console.log(JSON.stringify({ lost: expected - value.counter, at: n }));
    Deno.exit(1);
  }
  expected = value.counter + 1;
  Deno.writeTextFileSync(file, JSON.stringify({ ...value, counter: expected }));
  if (n % 3 === 0) {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
  }
}
console.log(JSON.stringify({ counter: expected, behind, longestBehind }));
