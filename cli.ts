// The command line: runs in the real world and exits with the code.
import { startShort } from "./lib/cli/start_short.ts";
import { denoSystem } from "./lib/system/deno_system.ts";
import { denoTerminal } from "./lib/system/deno_terminal.ts";

// The rest of the program is loaded only if the short way cannot answer.
const code = await startShort(Deno.args, denoSystem(), denoTerminal()) ??
  await (await import("./lib/cli/run.ts")).run(Deno.args);
// Exiting is faster than waiting for the event loop to end, and stops whatever
// a profile left running.
Deno.exit(code);
