// The command line: builds the real world, runs it, ends with its code.
import { startShort } from "./lib/cli/start_short.ts";
import { denoSystem } from "./lib/system/deno_system.ts";
import { denoTerminal } from "./lib/system/deno_terminal.ts";

// The rest of the program is loaded only where the short way cannot answer.
const code = await startShort(Deno.args, denoSystem(), denoTerminal()) ??
  await (await import("./lib/cli/run.ts")).run(Deno.args);
// Exiting outright is faster than waiting for the event loop to run dry, and
// ends what a profile may have left running.
Deno.exit(code);
