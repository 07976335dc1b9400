/** Deno's flags in `deno task start`: how the program is started from source. */
export function startFlags(): string[] {
  const path = new URL("../../deno.json", import.meta.url);
  const { tasks } = JSON.parse(Deno.readTextFileSync(path));
  const [, flags] = /deno run (.*) cli\.ts$/.exec(tasks.start.command) ?? [];
  if (flags === undefined) {
    throw new Error("the start task runs something else");
  }
  return flags.split(" ");
}
