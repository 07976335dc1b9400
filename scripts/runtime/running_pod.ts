/** Where everything of a trial is. */
export interface Trial {
  /** The home directory of the trial: everything is in it. */
  readonly home: string;
  /** A folder with `insomnia-pod` and `insomnia-profile` in it. */
  readonly programs: string;
}

const START_MS = 20_000;
const TURN_MS = 20_000;
const PAUSE_MS = 50;

/** What became of a command that starts a Pod. */
export interface PodRun {
  /** It said that it is ready. */
  readonly started: boolean;
  /** A turn came to its end. */
  readonly turned: boolean;
  /** What the shell ended with, after the Pod was told to stop. */
  readonly code: number;
  readonly log: string;
}

/**
 * Runs a command of `pod launch` as it was printed, in a shell, has one turn
 * with the Pod, and stops it as Ctrl-C does.
 */
export async function runPod(
  { home, programs }: Trial,
  command: string,
  name: string,
): Promise<PodRun> {
  const log = `${home}/${name}.log`;
  // What an earlier run said must not be taken for this one's.
  await Deno.writeTextFile(log, "");
  const script = `exec > '${log}' 2>&1\n${command}`;
  const shell = new Deno.Command("/bin/sh", {
    args: ["-c", script],
    cwd: "/",
    env: environment(home, programs),
    clearEnv: true,
    stdin: "null",
  }).spawn();
  const ended = shell.status;
  const started = await waitFor(
    async () => (await read(log)).includes("INSOMNIA-READY"),
    START_MS,
    ended,
  );
  const turned = started && await turn(`${home}/.insomnia/run/${name}/sock`);
  for (const pid of await runtimesBelow(shell.pid)) Deno.kill(pid, "SIGINT");
  const { code } = await ended;
  return { started, turned, code, log: await read(log) };
}

/** The variables that a Pod and this program see in a trial. */
export function environment(
  home: string,
  programs: string,
): Record<string, string> {
  return {
    HOME: home,
    PATH: `${programs}:/usr/bin:/bin`,
    STAND_IN_KEY: "not a secret",
    INSOMNIA_POD_COMMAND: `${programs}/insomnia-pod`,
  };
}

async function turn(socket: string): Promise<boolean> {
  const connection = await Deno.connect({ transport: "unix", path: socket });
  const request = {
    method: "run",
    params: { input: [{ kind: "text", content: "Hello" }] },
  };
  await connection.write(
    new TextEncoder().encode(`${JSON.stringify(request)}\n`),
  );
  const timer = setTimeout(() => connection.close(), TURN_MS);
  let seen = "";
  const buffer = new Uint8Array(65_536);
  try {
    for (;;) {
      const length = await connection.read(buffer);
      if (length === null) return false;
      seen += new TextDecoder().decode(buffer.subarray(0, length));
      if (seen.includes('"run_end"')) return true;
      if (seen.includes('"provider_error"')) return false;
    }
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    try {
      connection.close();
    } catch {
      // The timer closed it.
    }
  }
}

/** The processes of the runtime that a shell started. */
async function runtimesBelow(shell: number): Promise<readonly number[]> {
  const children = new Map<number, { parent: number; name: string }>();
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await read(`/proc/${name}/stat`);
    const [, program, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(stat) ?? [];
    if (program !== undefined) {
      children.set(Number(name), { parent: Number(parent), name: program });
    }
  }
  const isBelow = (pid: number): boolean => {
    const parent = children.get(pid)?.parent;
    return parent === shell || parent !== undefined && isBelow(parent);
  };
  return [...children].filter(([pid, { name }]) =>
    name.startsWith("insomnia-pod") && (pid === shell || isBelow(pid))
  ).map(([pid]) => pid);
}

async function waitFor(
  isSo: () => Promise<boolean>,
  ms: number,
  ended: Promise<unknown>,
): Promise<boolean> {
  let over = false;
  ended.finally(() => over = true);
  for (let waited = 0; waited < ms; waited += PAUSE_MS) {
    if (await isSo()) return true;
    if (over) return await isSo();
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return false;
}

async function read(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch {
    return "";
  }
}
