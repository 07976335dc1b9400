import assert from "node:assert/strict";
import { main } from "../../lib/cli/main.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { type System, SystemError } from "../../lib/system/system.ts";
import { recordingTerminal } from "./recording_terminal.ts";

// Only commands that keep their permissions: a test must not lose its own.

Deno.test("main: the outside world is the System and the Terminal alone", async () => {
  const { terminal, out, error } = recordingTerminal();
  const system = memorySystem({
    cwd: "/ws",
    env: { HOME: "/me" },
    files: {
      "/me/.config/insomnia/profiles.toml": `[profile]\nx = "x.lua"\n`,
      "/me/.config/insomnia/x.lua": "return {}",
    },
  });
  assert.equal(await main(["list", "--format=compact"], system, terminal), 0);
  assert.match(out(), /^user:x$/m);
  assert.equal(error(), "");
});

Deno.test("main: colour and width are those of standard error", async () => {
  const { terminal, error } = recordingTerminal({
    error: { isTerminal: true, columns: 40 },
  });
  const code = await main(["list", "--nonsense"], memorySystem(), terminal);
  assert.equal(code, 2);
  assert.ok(error().startsWith("\x1b[1;31merror[usage]\x1b[0m"));
  // deno-lint-ignore no-control-regex -- these are the colours
  const lines = error().replace(/\x1b\[[\d;]*m/g, "").split("\n");
  assert.ok(lines.length > 4);
  assert.ok(lines.every((line) => line.length <= 40), lines.join("\n"));
});

Deno.test("main: a reader that is gone is no problem", async () => {
  const out = recordingTerminal({ out: { isClosed: true } });
  assert.equal(await main(["list"], memorySystem(), out.terminal), 0);
  assert.equal(out.error(), "");
  const error = recordingTerminal({ error: { isClosed: true } });
  assert.equal(await main(["--nonsense"], memorySystem(), error.terminal), 2);
});

/** A System where one method behaves otherwise. */
function systemWith(changes: Partial<System>): System {
  return new Proxy(memorySystem(), {
    get(system, name) {
      const own = changes[name as keyof System] ??
        system[name as keyof System];
      return own.bind(system);
    },
  });
}

Deno.test("main: without a current directory, or the right to ask, it says so", async () => {
  const gone = systemWith({
    cwd() {
      throw new SystemError("not-found", ".", "no such file or directory");
    },
  });
  const first = recordingTerminal();
  assert.equal(await main(["list"], gone, first.terminal), 5);
  assert.match(first.error(), /^error\[file-unreadable\]: cannot use `\.`: no/);

  const barred = systemWith({
    cwd() {
      throw new SystemError("not-permitted", ".", "requires read access");
    },
  });
  const second = recordingTerminal();
  assert.equal(await main(["list"], barred, second.terminal), 5);
  assert.match(second.error(), /^error\[permission-missing\]: .*read access/);
});

Deno.test("main: a bug is exit 70 and asks for a report, without what was read", async () => {
  const broken = systemWith({
    fileInfo() {
      throw new TypeError("sk-secret");
    },
  });
  const { terminal, error } = recordingTerminal();
  assert.equal(await main(["list"], broken, terminal), 70);
  assert.match(error(), /^error\[internal-error\]: .* failed: TypeError\n/);
  assert.match(error(), /please report it/);
  assert.doesNotMatch(error(), /sk-secret/);
});
