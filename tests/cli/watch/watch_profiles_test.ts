import assert from "node:assert/strict";
import { parseArguments } from "../../../lib/cli/arguments/parse_arguments.ts";
import { commandContext } from "../command_context.ts";
import { watchProfiles } from "../../../lib/cli/watch/watch_profiles.ts";
import { memorySystem } from "../../../lib/system/memory_system.ts";
import { delegatingSystem } from "../../../lib/system/delegating_system.ts";
import type { System } from "../../../lib/system/system.ts";
import { recordingTerminal } from "../recording_terminal.ts";
import { runCli } from "../run_cli.ts";

const GOOD = `return { model = require("shared") }\n`;

function project(): System {
  return memorySystem({
    cwd: "/ws",
    files: {
      "/ws/.insomnia/profiles.toml": `[profile]\na = "a.lua"\n`,
      "/ws/.insomnia/a.lua": GOOD,
      "/ws/.insomnia/shared.lua": `return "codex-oauth/gpt-5.5"\n`,
      "/ws/x/p.lua": `return { model = "codex-oauth/gpt-5.5" }\n`,
    },
  });
}

/** A watch under way: what it shows comes one by one. */
class Watch implements AsyncDisposable {
  readonly #stop = new AbortController();
  readonly #shown: (readonly string[])[] = [];
  #wake = () => {};
  readonly screen: ReturnType<typeof recordingTerminal>;
  readonly ended: Promise<unknown>;

  constructor(
    readonly system: System,
    words: readonly string[],
    isTerminal = false,
  ) {
    this.screen = recordingTerminal({
      out: { isTerminal },
      error: { isTerminal },
    });
    const context = commandContext(["check", "--watch", ...words], system, {
      terminal: this.screen.terminal,
      report: (diagnostics) => this.#show(diagnostics.map(({ code }) => code)),
    });
    this.ended = watchProfiles(context, ({ outcomes }) => {
      this.#show(
        outcomes.map(({ name, models }) =>
          `${models === undefined ? "failed" : "ok"} ${name}`
        ),
      );
      return Promise.resolve();
    }, this.#stop.signal);
    this.ended.catch(() => this.#wake());
  }

  #show(said: readonly string[]): void {
    this.#shown.push(said);
    this.#wake();
  }

  /** What the next check said: of each profile, or why it could not begin. */
  async next(): Promise<readonly string[]> {
    while (this.#shown.length === 0) {
      await Promise.race([
        this.ended,
        new Promise<void>((wake) => this.#wake = wake),
      ]);
    }
    return this.#shown.shift()!;
  }

  async write(path: string, text: string): Promise<void> {
    await this.system.writeFile(path, new TextEncoder().encode(text));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.deepEqual(this.#shown, [], "checked once more");
  }
}

Deno.test("check --watch: checks again when a file, a module or the registry changes", async () => {
  await using watch = new Watch(project(), ["project:"]);
  assert.deepEqual(await watch.next(), ["ok project:a"]);
  await watch.write("/ws/.insomnia/a.lua", "return {");
  assert.deepEqual(await watch.next(), ["failed project:a"]);
  await watch.write("/ws/.insomnia/a.lua", GOOD);
  assert.deepEqual(await watch.next(), ["ok project:a"]);
  await watch.write("/ws/.insomnia/shared.lua", "return 1");
  assert.deepEqual(await watch.next(), ["failed project:a"]);
  await watch.write("/ws/.insomnia/profiles.toml", `[profile]\nb = "b.lua"\n`);
  assert.deepEqual(await watch.next(), []);
  await watch.write("/ws/.insomnia/shared.lua", `return "codex-oauth/gpt-5.5"`);
  await watch.write("/ws/.insomnia/b.lua", GOOD);
  assert.deepEqual(await watch.next(), ["ok project:b"]);
});

Deno.test("check --watch: sees a new file in a folder, and a folder in it", async () => {
  await using watch = new Watch(project(), ["x"]);
  assert.deepEqual(await watch.next(), ["ok x/p.lua"]);
  await watch.write("/ws/x/q.lua", "return {}");
  assert.deepEqual(await watch.next(), ["ok x/p.lua", "failed x/q.lua"]);
  await watch.system.remove("/ws/x/q.lua");
  assert.deepEqual(await watch.next(), ["ok x/p.lua"]);
  await watch.system.makeDirectory("/ws/x/y");
  assert.deepEqual(await watch.next(), ["ok x/p.lua"]);
  await watch.write("/ws/x/y/r.lua", "return {}");
  assert.deepEqual(await watch.next(), ["ok x/p.lua", "failed x/y/r.lua"]);
});

Deno.test("check --watch: what changes while it checks is seen", async () => {
  const system = project();
  await using watch = new Watch(system, ["project:"]);
  // Nothing is watched yet, and the file may have been read or not.
  await watch.write("/ws/.insomnia/a.lua", "return {");
  const first = await watch.next();
  if (first[0] === "ok project:a") {
    assert.deepEqual(await watch.next(), ["failed project:a"]);
  }
});

Deno.test("check --watch: what is saved as it was is no change", async () => {
  await using watch = new Watch(project(), ["project:"]);
  await watch.next();
  await watch.write("/ws/.insomnia/a.lua", GOOD);
  await watch.write("/ws/.insomnia/.a.lua.swp", "x");
  await watch.write("/ws/x/p.lua", "return {}");
  await new Promise((resolve) => setTimeout(resolve, 0));
});

Deno.test("check --watch: a later check that cannot begin ends nothing", async () => {
  const system = memorySystem({
    cwd: "/ws",
    files: {
      "/ws/.insomnia/profiles.toml": `[profile]\na = "a.lua"\n`,
      "/ws/.insomnia/a.lua": `return { model = "codex-oauth/gpt-5.5" }`,
      "/ws/x/deep/file": "",
    },
    links: { "/ws/link": "x/deep" },
  });
  // Where a `..` leads behind a link nobody can tell from the path.
  const words = ["project:", "--delegate=read:/ws/d/../x"];
  await using watch = new Watch(system, words);
  assert.deepEqual(await watch.next(), ["ok project:a"]);
  await system.rename("/ws/link", "/ws/d");
  assert.deepEqual(await watch.next(), ["delegate-invalid"]);
  await system.rename("/ws/d", "/ws/link");
  assert.deepEqual(await watch.next(), ["ok project:a"]);
});

Deno.test("check --watch: a first check that cannot begin ends it", async () => {
  const watch = new Watch(project(), ["--delegate=sideways:/none"]);
  await assert.rejects(watch.ended, { code: "delegate-invalid" });
});

Deno.test("check --watch: of a save in steps names the file, not the folder", async () => {
  const world = project();
  const system = delegatingSystem(world, {
    async wait() {
      if (await world.stat("/ws/x/.p.new") === "file") {
        await world.rename("/ws/x/.p.new", "/ws/x/p.lua");
      }
    },
  });
  const watch = new Watch(system, ["x"]);
  await watch.next();
  await watch.write("/ws/x/.p.new", `return { model = require("none") }`);
  assert.deepEqual(await watch.next(), ["failed x/p.lua"]);
  await watch[Symbol.asyncDispose]();
  assert.match(watch.screen.error(), /^changed: x\/p\.lua$/m);
});

Deno.test("check --watch: clears a terminal and nothing else, and says what changed", async () => {
  for (const isTerminal of [true, false]) {
    const system = project();
    const watch = new Watch(system, ["project:"], isTerminal);
    await watch.next();
    await watch.write(
      "/ws/.insomnia/a.lua",
      `return { model = "codex-oauth/gpt-5.5" }`,
    );
    await watch.next();
    await watch[Symbol.asyncDispose]();
    assert.equal(watch.screen.out(), "");
    const screens = watch.screen.error().split("\x1b[H\x1b[2J");
    const watching = "watching 3 files; Ctrl-C ends\n";
    const again = `changed: .insomnia/a.lua\n${watching}`;
    if (isTerminal) {
      const [before, first, second] = screens;
      assert.ok(before!.startsWith("checking"), before);
      assert.ok(first!.startsWith(`${watching}checking`), first);
      assert.equal(second, again);
    } else {
      assert.deepEqual(screens, [`${watching}${again}`]);
    }
  }
});

Deno.test("check --watch: is for people, and changes nothing", async () => {
  const rows: readonly (readonly [words: readonly string[], said: RegExp])[] = [
    [["--fix"], /`--watch` cannot be given together with `--fix`/],
    [["--format=json"], /`--watch` .* together with `--format`/],
    [["--error-format=sarif"], /`--watch` .* together with `--error-format`/],
    [["-"], /`--watch` .* together with `-`: standard input/],
  ];
  for (const [words, said] of rows) {
    const { code, out, error } = await runCli(["check", "--watch", ...words]);
    assert.equal(code, 2, error);
    assert.equal(out, "");
    assert.match(error, said);
  }
  const { problems } = parseArguments([
    "check",
    "--watch",
    "--format=text",
    "--error-format=human",
  ]);
  assert.deepEqual(problems, []);
});
