import assert from "node:assert/strict";
import { dirname } from "node:path";
import { PERMISSION_FLAGS } from "../../scripts/compile.ts";
import { denoDir, folderWith } from "../cli/run_cli.ts";
import { startFlags } from "../cli/start_flags.ts";
import { bundledProgram, sourceProgram } from "./hostile_world.ts";

/** What the machine's loader says on standard error when the first evaluation begins. */
const MARK = "EVALUATION BEGINS";

const SAYS_MARK = `
  let isSaid = false;
  export function breakOut() {
    if (isSaid) return;
    isSaid = true;
    Deno.stderr.writeSync(new TextEncoder().encode("${MARK}\\n"));
  }
`;

/** The system calls of a run, as `strace` writes them. */
interface Trace {
  readonly lines: readonly string[];
  readonly out: string;
}

/** Where the user's files are; the program starts in `team/src`. */
const WORLD = folderWith({
  "home/.config/insomnia/profiles.toml":
    `[profile]\nnight = "night.lua"\nday = "day.lua"\n`,
  "home/.config/insomnia/night.lua":
    `return { model = require("late").model }\n`,
  "home/.config/insomnia/late.lua":
    `return { model = "codex-oauth/gpt-5.5" }\n`,
  "home/.config/insomnia/day.lua": "",
  "home/.ssh/id_ed25519": "secret",
  "team/.insomnia/profiles.toml":
    `[profile]\ncoder = "profiles/coder.lua"\nother = "profiles/other.lua"\n`,
  "team/.insomnia/profiles/coder.lua": `
    local profile = require("insomnia.profile")
    local base = profile.import("user:night")
    print("hello")
    return { model = base.model, worker = require("shared") }\n`,
  "team/.insomnia/profiles/shared.lua": `return { language = "en" }\n`,
  "team/.insomnia/profiles/other.lua": "",
  "team/.env": "SECRET=1",
  "team/src/main.ts": "",
  "notes.txt": "",
});

/** The whole of what the profile above is made of. */
const EXPECTED = [
  "home/.config/insomnia",
  "home/.config/insomnia/late.lua",
  "home/.config/insomnia/night.lua",
  "home/.config/insomnia/profiles.toml",
  "team/.insomnia/profiles",
  "team/.insomnia/profiles.toml",
  "team/.insomnia/profiles/coder.lua",
  "team/.insomnia/profiles/shared.lua",
];

async function trace(
  program: readonly string[],
  flags: readonly string[],
): Promise<Trace> {
  const file = `${folderWith()}/trace`;
  const { code, stdout, stderr } = await new Deno.Command("strace", {
    args: [
      ...["-f", "-qq", "-s", "4096", "-o", file],
      ...["-e", "trace=%file,%network,execve,write"],
      ...[Deno.execPath(), "run", ...flags, ...program],
      ...["project:coder", "--pod-name", "x"],
    ],
    cwd: `${WORLD}/team/src`,
    env: {
      DENO_DIR: denoDir(),
      // As the start task does it.
      DENO_NO_UPDATE_CHECK: "1",
      HOME: `${WORLD}/home`,
      NO_COLOR: "1",
    },
    clearEnv: true,
    stdin: "null",
  }).output();
  const text = new TextDecoder();
  assert.equal(code, 0, text.decode(stderr));
  return {
    // After the number of the thread.
    lines: (await Deno.readTextFile(file)).split("\n")
      .map((line) => line.replace(/^\d+ +/, "")),
    out: text.decode(stdout),
  };
}

/** The files that were opened, or should have been. */
function opened(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    if (!/^(?:open|openat|openat2|creat)\(/.test(line)) return [];
    const [, path] = /^\w+\((?:AT_FDCWD, )?"([^"]*)"/.exec(line) ?? [];
    assert.ok(path?.startsWith("/"), `where is this? ${line}`);
    return [path!];
  });
}

/** Deno looks for its own configuration before it begins, above the program and at home. */
const DENO_CONFIGURATION = /\/(?:deno\.jsonc?|package\.json|\.npmrc)$/;

/** The program itself, Deno, and what Deno asks the computer for in every program. */
function isImage(path: string, program: readonly string[]): boolean {
  const roots = [
    dirname(program.at(-1)!),
    denoDir(),
    Deno.execPath(),
    ...["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache"],
    ...["/etc/ld.so.preload", "/etc/localtime", "/usr/share/zoneinfo"],
    ...["/proc/self", "/proc/sys", "/proc/meminfo", "/proc/cpuinfo"],
    ...["/proc/stat", "/sys", "/dev/urandom", "/dev/null"],
  ];
  return roots.some((root) => path === root || path.startsWith(`${root}/`)) ||
    DENO_CONFIGURATION.test(path);
}

function holds({ lines, out }: Trace, program: readonly string[]): void {
  assert.equal(JSON.parse(out).worker.language, "en");
  const users = (some: readonly string[]) =>
    [...new Set(opened(some))].filter((path) => !isImage(path, program));

  assert.deepEqual(
    users(lines).sort(),
    EXPECTED.map((path) => `${WORLD}/${path}`),
  );

  const begin = lines.findIndex((line) => line.startsWith(`write(2, "${MARK}`));
  assert.ok(begin > 0 && begin < lines.length);
  assert.deepEqual(users(lines.slice(begin)), []);

  const called = (name: RegExp) => lines.filter((line) => name.test(line));
  // No network, not even a socket; no program but this one.
  assert.deepEqual(called(/^(?:socket|connect|bind|listen|sendto)\(/), []);
  assert.equal(called(/^execve\(.* = 0$/).length, 1);
  // Nothing is written but Deno's caches.
  const changes = called(
    /^(?:(?:open|openat)\(.*\b(?:O_WRONLY|O_RDWR|O_CREAT)\b|(?:mkdir|mkdirat|rename|renameat|renameat2|unlink|unlinkat|link|linkat|symlink|symlinkat|chmod|fchmodat)\()/,
  );
  assert.deepEqual(
    changes.filter((line) => !line.includes(`"${denoDir()}/`)),
    [],
  );
}

/** Some places have it, and forbid to use it. */
function canTrace(): boolean {
  try {
    const args = ["-f", "-qq", "-o", "/dev/null", "true"];
    return new Deno.Command("strace", { args }).outputSync().success;
  } catch {
    return false;
  }
}

const NEEDS_STRACE = { ignore: Deno.build.os !== "linux" || !canTrace() };

Deno.test(
  "wall: the program opens what a profile is made of, and nothing once it runs (with strace)",
  NEEDS_STRACE,
  async () => {
    const program = await sourceProgram(SAYS_MARK);
    holds(await trace(program, startFlags()), program);
  },
);

Deno.test(
  "wall: so does the bundle that executables are made of (with strace)",
  NEEDS_STRACE,
  async () => {
    const program = await bundledProgram(SAYS_MARK);
    const flags = ["-q", "--unstable-worker-options", ...PERMISSION_FLAGS];
    holds(await trace(program, flags), program);
  },
);
