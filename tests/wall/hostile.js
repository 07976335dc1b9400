// Code that got out of the Lua machine, as far as anybody could get: it stands
// in the program's own JavaScript, and tries what a program can do to the world
// around it. The tests put it into a copy of the program; see hostile_copy.ts.
//
// It has nobody to report to but standard error.

/** Where to reach for things; written in by whoever makes the copy. */
const TARGET = /* TARGET */ {};

const { secret, profile, folder, origin, port } = TARGET;

// Put together at run time: what stands in an import as a literal is loaded
// with the program, before it gives anything up.
const url = (name) => `file://${folder}/${name}`;
const packageOf = (registry, name) => `${registry}:${name}@1`;
const asText = { with: { type: "text" } };
const asData = (code) =>
  `data:text/javascript,${encodeURIComponent(code.replaceAll("\n", " "))}`;
const readsSecret = `const text = Deno.readTextFileSync(${
  JSON.stringify(secret)
});`;

/** What a worker of this code says; its own errors are ours. */
function askWorker(specifier, options) {
  const worker = new Worker(specifier, { type: "module", ...options });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    };
  });
}

function listen(emitter, ...names) {
  return new Promise((resolve, reject) => {
    for (const name of names) emitter.once(name, () => resolve(name));
    emitter.once("error", reject);
  });
}

/** Refused by the wall, or refused by the world because it was asked wrongly. */
function reached(attempt) {
  try {
    return attempt();
  } catch (error) {
    if (/NotCapable|EscalatePermission/.test(error.name)) throw error;
    return `reached: ${error.message}`;
  }
}

const ATTACKS = {
  "read: a file": () => Deno.readTextFileSync(secret),
  "read: a file, waiting": () => Deno.readTextFile(secret),
  "read: open": () => Deno.openSync(secret).close(),
  "read: open, waiting": async () => (await Deno.open(secret)).close(),
  "read: the profile": () => Deno.readTextFileSync(profile),
  "read: what a file is": () => Deno.statSync(secret).size,
  "read: a folder": () => [...Deno.readDirSync(folder)].length,
  "read: a real path": () => Deno.realPathSync(folder),
  "read: node:fs": async () =>
    (await import("node:fs")).readFileSync(secret, "utf8"),
  "read: node:fs, waiting": async () =>
    await (await import("node:fs")).promises.readFile(secret, "utf8"),
  "read: require": async () =>
    (await import("node:module")).createRequire(url("x.js"))("./secret.json"),
  "read: import as text": async () =>
    (await import(url("secret.txt"), asText)).default,
  "read: import as JSON": async () =>
    (await import(url("secret.json"), { with: { type: "json" } })).default,
  "read: import as code": async () => (await import(url("secret.mjs"))).secret,
  "read: import by a module of data": async () =>
    (await import(
      asData(
        `export { default } from "${url("secret.txt")}" with { type: "text" }`,
      )
    )).default,
  "read: import by a module in memory": async () =>
    (await import(
      URL.createObjectURL(
        new Blob([`export { secret } from "${url("secret.mjs")}"`], {
          type: "text/javascript",
        }),
      )
    )).secret,
  "read: fetch": async () => await (await fetch(`file://${secret}`)).text(),

  "write: a file": () => Deno.writeTextFileSync(`${folder}/new-1`, "x"),
  "write: a file, waiting": () => Deno.writeTextFile(`${folder}/new-2`, "x"),
  "write: a folder": () => Deno.mkdirSync(`${folder}/new-3`),
  "write: a temporary file": () =>
    Deno.makeTempFileSync({ dir: folder, prefix: "new-4" }),
  "write: a name": () => Deno.renameSync(`${folder}/old`, `${folder}/new-5`),
  "write: a link": () => Deno.symlinkSync(secret, `${folder}/new-6`),
  "write: a mode": () => Deno.chmodSync(secret, 0o666),
  "write: nothing in its place": () => Deno.removeSync(`${folder}/victim`),
  "write: node:fs": async () =>
    (await import("node:fs")).writeFileSync(`${folder}/new-7`, "x"),
  "write: node:sqlite": async () => {
    const { DatabaseSync } = await import("node:sqlite");
    new DatabaseSync(`${folder}/new-8`).exec("CREATE TABLE x(y)");
  },
  "write: node:sqlite, attached": async () => {
    const { DatabaseSync } = await import("node:sqlite");
    new DatabaseSync(":memory:").exec(
      `ATTACH DATABASE '${folder}/new-9' AS x; CREATE TABLE x.x(y)`,
    );
  },

  "connect: TCP": async () =>
    (await Deno.connect({ hostname: "127.0.0.1", port })).close(),
  "connect: node:net": async () =>
    await listen(
      (await import("node:net")).connect(port, "127.0.0.1"),
      "connect",
    ),
  "connect: node:http": async () =>
    await listen(
      (await import("node:http")).get(`${origin}/node-http`),
      "response",
    ),
  "connect: fetch": async () => (await fetch(`${origin}/fetch`)).status,
  "connect: WebSocket": () => {
    const socket = new WebSocket(`${origin.replace("http", "ws")}/websocket`);
    return new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = (event) => reject(new Error(event.message));
    });
  },
  "connect: import from the web": async () =>
    (await import(`${origin}/import.js`)).default,
  "connect: import from the web by a module of data": async () =>
    (await import(asData(`export { default } from "${origin}/data.js"`)))
      .default,
  "connect: import a package": async () =>
    await import(packageOf("npm", "wall-npm")),
  "connect: import a package by a module of data": async () =>
    await import(asData(`import "npm:wall-npm-data@1"`)),
  "connect: import a package of JSR": async () =>
    await import(packageOf("jsr", "@wall/jsr")),
  "connect: wait for others": () =>
    Deno.listen({ hostname: "127.0.0.1", port: 0 }).close(),

  "run: a program": async () =>
    (await new Deno.Command(TARGET.program, { args: ["--version"] }).output())
      .code,
  "run: a program at once": () =>
    new Deno.Command(TARGET.program, { args: ["--version"] }).outputSync().code,
  "run: node:child_process": async () =>
    (await import("node:child_process")).execFileSync(TARGET.program, [
      "--version",
    ]).length,
  "run: a signal to a process": () => Deno.kill(Deno.ppid, "SIGCONT"),

  "learn: a variable": () => Deno.env.get("HOME"),
  "learn: a variable of its own": () => Deno.env.get("INSOMNIA_CONFIG_DIR"),
  "learn: the environment": () => Deno.env.toObject().HOME,
  "learn: node:process": async () =>
    (await import("node:process")).default.env.HOME,
  "learn: the computer": () => Deno.hostname(),
  "learn: the system": () => Deno.osRelease(),
  "learn: the user": () => Deno.uid(),
  "learn: the memory": () => Deno.systemMemoryInfo().total,
  "learn: the network": () => Deno.networkInterfaces().length,
  "learn: node:os": async () => (await import("node:os")).hostname(),

  "native: a library": () =>
    reached(() => Deno.dlopen(`${folder}/none.so`, {})),
  "native: an addon": async () => {
    const process = (await import("node:process")).default;
    return reached(() =>
      process.dlopen({ exports: {} }, `${folder}/none.node`)
    );
  },
  "ask: for permission": async () => {
    const { state } = await Deno.permissions.request({ name: "read" });
    if (state !== "granted") throw new Error(state);
  },

  "worker: reads": () =>
    askWorker(asData(`${readsSecret} self.postMessage(text)`)),
  "worker: inherits": () =>
    askWorker(asData(`${readsSecret} self.postMessage(text)`), {
      deno: { permissions: "inherit" },
    }),
  "worker: is given more": () =>
    askWorker(asData(`${readsSecret} self.postMessage(text)`), {
      deno: { permissions: { read: true } },
    }),
  "worker: from a file": () => askWorker(url("worker.mjs")),
  "worker: from the web": () => askWorker(`${origin}/worker.js`),
  "worker: imports a file": () =>
    askWorker(
      asData(
        `import text from "${
          url("secret.txt")
        }" with { type: "text" }; self.postMessage(text)`,
      ),
    ),
  "worker: imports a package": () =>
    askWorker(asData(`import "npm:wall-npm-worker@1"; self.postMessage("")`)),
  "worker: in a worker": () =>
    askWorker(asData(
      `const inner = new Worker(${
        JSON.stringify(asData(`${readsSecret} self.postMessage(text)`))
      }, { type: "module" });
       inner.onmessage = ({ data }) => self.postMessage(data);
       inner.onerror = (event) => { event.preventDefault(); throw event.error ?? new Error(event.message); };`,
    )),
  "worker: node:worker_threads": async () => {
    const { Worker } = await import("node:worker_threads");
    const worker = new Worker(
      `require("node:worker_threads").parentPort.postMessage(
        require("node:fs").readFileSync(${JSON.stringify(secret)}, "utf8"))`,
      { eval: true },
    );
    return await new Promise((resolve, reject) => {
      worker.on("message", resolve);
      worker.on("error", reject);
    });
  },
};

/**
 * A wall that swallows an attempt without a word refuses it, too. None does now;
 * without the wall a busy machine may take seconds for an attempt.
 */
const PATIENCE_MS = 60_000;

async function attempt([name, attack]) {
  const patience = Promise.withResolvers();
  const timer = setTimeout(
    () => patience.reject(new Error("no answer")),
    PATIENCE_MS,
  );
  try {
    const value = await Promise.race([attack(), patience.promise]);
    return { name, succeeded: true, said: String(value) };
  } catch (error) {
    return { name, succeeded: false, said: `${error.name}: ${error.message}` };
  } finally {
    clearTimeout(timer);
  }
}

async function attack() {
  const outcomes = await Promise.all(Object.entries(ATTACKS).map(attempt));
  const report = `\nWALL ${JSON.stringify({ outcomes })}\n`;
  Deno.stderr.writeSync(new TextEncoder().encode(report));
}

let attacking = Promise.resolve();

/** Nobody ends this thread before the attack is over. */
function stayAlive() {
  if (typeof WorkerGlobalScope === "undefined") {
    const exit = Deno.exit;
    Deno.exit = (code) => attacking.then(() => exit(code));
  } else {
    const answer = self.postMessage.bind(self);
    const close = self.close.bind(self);
    self.close = () => {};
    self.postMessage = async (message) => {
      await attacking;
      answer(message);
      close();
    };
  }
}

// The bundler tries its work out, elsewhere and with every permission.
const isAtWork = Deno.cwd() === TARGET.place;
if (isAtWork) stayAlive();

let evaluation = 0;
let isRunning = false;

/** Called by the machine while it evaluates; attacks once, in the evaluation it was told. */
export function breakOut() {
  if (isRunning || !isAtWork) return;
  isRunning = true;
  // An evaluation is synchronous: what runs later is not part of it.
  queueMicrotask(() => isRunning = false);
  if (++evaluation === TARGET.evaluation) attacking = attack();
}
