// The command line: builds the real world, runs `main`, ends with its code.
import { main } from "./lib/cli/main.ts";
import { denoSystem } from "./lib/system/deno_system.ts";
import { denoTerminal } from "./lib/system/deno_terminal.ts";

if (!import.meta.url.startsWith("file:")) {
  // From a URL: everything is fetched in the first run, so that the next needs
  // no network, and nothing has to be fetched once rights are given up.
  await import(import.meta.resolve("./lib/cli/parts.generated.ts"));
}
const code = await main(Deno.args, denoSystem(), denoTerminal());
// Exiting outright is faster than waiting for the event loop to run dry, and
// ends what a profile may have left running.
Deno.exit(code);
