import assert from "node:assert/strict";
import { PodStore } from "../../lib/api/pod_store.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import type { System } from "../../lib/system/system.ts";
import {
  contentsOf,
  DATA,
  DEMO,
  readText,
  refusal,
  storeWorld,
  writeText,
} from "./store_world.ts";

const CREATE = {
  selector: "./coder.lua",
  podName: "demo",
  workspace: "/ws",
} as const;

async function created(): Promise<{ system: System; store: PodStore }> {
  const system = storeWorld();
  const store = new PodStore({ system });
  await store.create(CREATE);
  return { system, store };
}

const edited = (system: System, turns: number) =>
  writeText(
    system,
    "/ws/coder.lua",
    `return { model = "anthropic/claude-haiku-4-5", worker = { max_turns = ${turns} } }`,
  );

/** As the runtime leaves a Pod that had a turn. */
async function started(
  system: System,
  change: (snapshot: Record<string, unknown>) => unknown = (same) => same,
): Promise<void> {
  const metadata = JSON.parse(await readText(system, `${DEMO}/metadata.json`));
  const { profile: _, ...manifest } = metadata.resolved_manifest_snapshot;
  await writeText(
    system,
    `${DEMO}/metadata.json`,
    JSON.stringify({
      pod_name: "demo",
      active: { session_id: "s", segment_id: "g" },
      resolved_manifest_snapshot: change({ ...manifest, memory: null }),
    }),
  );
}

Deno.test("PodStore.create: two files, the same bytes each time", async () => {
  const [a, b] = [await created(), await created()];
  const files = await contentsOf(a.system, DATA);
  assert.deepEqual(files, await contentsOf(b.system, DATA));
  assert.deepEqual(Object.keys(files).sort(), [
    "pods/demo/.lock",
    "pods/demo/launch.lua",
    "pods/demo/launch.toml",
    "pods/demo/metadata.json",
    "pods/demo/profile-snapshot.json",
  ]);
  const snapshot = JSON.parse(files["pods/demo/profile-snapshot.json"]!);
  assert.deepEqual(Object.keys(snapshot), [
    "format",
    "manifest",
    "launch",
    "sources",
    "catalog",
    "digest",
  ]);
  assert.equal(snapshot.format, "insomnia.snapshot.v1");
  assert.deepEqual(snapshot.launch, {
    selector: "./coder.lua",
    workspace: "/ws",
    pod_name: "demo",
  });
  assert.equal(snapshot.sources[0].path, "/ws/coder.lua");
  assert.equal(snapshot.digest, snapshot.manifest.profile.digest);
  const metadata = JSON.parse(files["pods/demo/metadata.json"]!);
  assert.deepEqual(metadata, {
    pod_name: "demo",
    resolved_manifest_snapshot: snapshot.manifest,
  });
  for (const file of ["profile-snapshot.json", "metadata.json", "launch.lua"]) {
    const info = await a.system.fileInfo(`${DEMO}/${file}`);
    assert.equal(info?.mode, 0o600, file);
  }
  assert.equal((await a.system.fileInfo(DEMO))?.mode, 0o700);
});

Deno.test("PodStore.create: a Pod that exists is left as it is", async () => {
  const { system, store } = await created();
  const before = await contentsOf(system, DATA);
  await edited(system, 99);
  const { code, message } = await refusal(store.create(CREATE));
  assert.deepEqual([code, message], [
    "pod-exists",
    "there is a Pod `demo` already",
  ]);
  assert.deepEqual(await contentsOf(system, DATA), before);
});

Deno.test("PodStore.create: nothing is left of a profile with problems", async () => {
  const system = storeWorld({
    files: { "/ws/bad.lua": "return { modle = 1 }" },
  });
  const store = new PodStore({ system });
  await assert.rejects(
    store.create({ ...CREATE, selector: "./bad.lua" }),
    { exitCode: 1 },
  );
  assert.deepEqual(await contentsOf(system, DATA), {});
});

Deno.test("PodStore.create: a workspace by its real path", async () => {
  const system = storeWorld({ links: { "/link": "/ws" } });
  const store = new PodStore({ system });
  const { snapshot, launch } = await store.create({
    ...CREATE,
    workspace: "/link",
  });
  assert.equal(snapshot.launch?.workspace, "/ws");
  assert.equal(snapshot.manifest.scope.allow[0]?.target, "/ws");
  assert.match(launch.command, /^cd -- \/ws && /);
});

Deno.test("PodStore.create: from a manifest file", async () => {
  const system = storeWorld({
    files: {
      "/ws/pod.toml": `
        model = { ref = "codex-oauth/gpt-5.5" }
        scope.allow = [{ target = "src", permission = "write" }]
        scope.deny = [{ target = "src/x", permission = "read" }]
      `,
    },
  });
  const store = new PodStore({ system });
  const { snapshot, launch } = await store.create({
    manifest: "/ws/pod.toml",
    podName: "demo",
    workspace: "/ws",
  });
  assert.deepEqual(snapshot.launch, {
    manifest: "/ws/pod.toml",
    workspace: "/ws",
    pod_name: "demo",
  });
  assert.equal(snapshot.sources[0]?.path, "/ws/pod.toml");
  assert.equal(
    launch.command,
    `(cd -- /ws/src && insomnia-pod --manifest=${DEMO}/launch.toml); insomnia-profile pod launch demo --settle`,
  );
  assert.equal(launch.notCarried, "a denied path");
  assert.deepEqual((await store.diff("demo")).changes, []);
  // The runtime keeps a snapshot only with a source beside it.
  const metadata = JSON.parse(await readText(system, `${DEMO}/metadata.json`));
  assert.deepEqual(metadata.resolved_manifest_snapshot.profile, {
    source: { kind: "path", path: `${DEMO}/profile-snapshot.json` },
  });
});

Deno.test("PodStore.create: a name whose socket would be too long is refused before", async () => {
  const system = storeWorld();
  const store = new PodStore({ system, runtimeDirectory: "/run/insomnia" });
  // /run/insomnia/NAME/sock
  const longest = 107 - "/run/insomnia/".length - "/sock".length;
  const refused = await refusal(
    store.create({ ...CREATE, podName: "n".repeat(longest + 1) }),
  );
  assert.equal(refused.code, "pod-unstartable");
  assert.match(refused.message, /108 bytes, and at most 107/);
  assert.deepEqual(await contentsOf(system, DATA), {});
  await store.create({ ...CREATE, podName: "n".repeat(longest) });
});

Deno.test("PodStore: a name that is no folder's name touches nothing", async () => {
  const system = storeWorld();
  const store = new PodStore({ system });
  for (const name of ["", "..", "a/b", "a\0"]) {
    for (
      const work of [
        () => store.create({ ...CREATE, podName: name }),
        () => store.launch(name),
        () => store.read(name),
        () => store.resume(name),
        () => store.remove(name),
        () => store.inherit({ from: name, podName: "x", delegatedScope: [] }),
      ]
    ) {
      assert.equal((await refusal(work())).code, "pod-name-invalid");
    }
  }
});

Deno.test("PodStore: without a place for it, says which variable to set", async () => {
  const store = new PodStore({ system: storeWorld({ env: {} }) });
  await assert.rejects(store.list(), {
    code: "store-directory-missing",
    exitCode: 5,
  });
});

for (const directory of ["relative", "", 7, null]) {
  Deno.test(`PodStore: ${JSON.stringify(directory)} is no directory`, async () => {
    const options = {
      system: storeWorld(),
      dataDirectory: directory as string,
    };
    const { code } = await refusal(new PodStore(options).list());
    assert.equal(code, "store-directory-missing");
  });
}

Deno.test("PodStore.resume: the stored bytes, whatever became of everything else", async () => {
  const { system, store } = await created();
  const { text } = await store.resume("demo");
  assert.deepEqual(
    JSON.parse(text),
    JSON.parse(await readText(system, `${DEMO}/profile-snapshot.json`))
      .manifest,
  );
  const damage: [string, string][] = [
    ["/ws/coder.lua", "this is no Lua ("],
    ["/ws/.insomnia/profiles.toml", "= broken"],
    ["/home/ada/.config/insomnia/models.toml", "= broken"],
    ["/home/ada/.config/insomnia/providers.toml", "= broken"],
  ];
  for (const [path, content] of damage) {
    await system.makeDirectory(path.slice(0, path.lastIndexOf("/")), {
      parents: true,
    });
    await writeText(system, path, content);
    assert.equal((await store.resume("demo")).text, text, path);
  }
  await system.remove("/ws", { recursive: true });
  assert.equal((await store.resume("demo")).text, text);
  const { drift } = await store.resume("demo", { drift: true });
  assert.deepEqual(drift, [
    { path: "/ws/coder.lua", state: "gone" },
    { path: "/home/ada/.config/insomnia/providers.toml", state: "new" },
    { path: "/home/ada/.config/insomnia/models.toml", state: "new" },
  ]);
});

Deno.test("PodStore.resume: touches nothing but the Pod's folder", async () => {
  const { system } = await created();
  const touched: string[] = [];
  const watched = new Proxy(system, {
    get(target, name: keyof System) {
      return (...question: never[]) => {
        if (typeof question[0] === "string" && name !== "env") {
          touched.push(String(question[0]));
        }
        return (target[name] as (...words: never[]) => unknown)(...question);
      };
    },
  });
  await new PodStore({ system: watched }).resume("demo");
  assert(touched.length > 0);
  for (const path of touched) {
    assert(path.startsWith(DEMO) || path === `${DATA}/pods`, path);
  }
});

Deno.test("PodStore.launch: a first start, then the conversation's, never a first start again", async () => {
  const { system, store } = await created();
  const first = await store.launch("demo");
  assert.equal(first.kind, "profile");
  const pending = JSON.parse(await readText(system, `${DEMO}/metadata.json`));
  await writeText(
    system,
    `${DEMO}/metadata.json`,
    JSON.stringify({ ...pending, active: { session_id: "s" } }),
  );
  assert.equal((await store.launch("demo")).command, first.command);
  await started(system);
  const later = await store.launch("demo");
  assert.equal(
    later.command,
    `cd -- /ws && insomnia-pod --manifest=${DEMO}/launch.toml --pod=demo --require-pod-state`,
  );
  assert.equal(later.settlement, "settled");
});

Deno.test("PodStore.launch: puts a missing snapshot back, asks before it replaces another", async () => {
  const { system, store } = await created();
  await started(system, () => undefined);
  assert.equal((await store.read("demo")).runtime, "missing");
  assert.equal((await store.launch("demo")).settlement, "put back");
  assert.equal((await store.read("demo")).runtime, "same");

  await started(system, (manifest) => ({
    ...manifest,
    worker: { ...manifest.worker as object, max_turns: 1 },
  }));
  const other = await readText(system, `${DEMO}/metadata.json`);
  await assert.rejects(store.launch("demo"), (error) => {
    assert(error instanceof ProfileError);
    assert.equal(error.exitCode, 1);
    assert.match(error.message, /`worker\.max_turns` differ/);
    return true;
  });
  assert.equal(await readText(system, `${DEMO}/metadata.json`), other);
  let asked: readonly unknown[] = [];
  const confirm = (changes: readonly unknown[]) => {
    asked = changes;
    return Promise.resolve(false);
  };
  await refusal(store.launch("demo", { confirm }));
  assert.deepEqual(asked, [{
    path: "worker.max_turns",
    before: 1,
    after: 10,
    class: "cost",
  }]);
  assert.equal(
    (await store.launch("demo", { yes: true })).settlement,
    "put back",
  );
  assert.equal((await store.read("demo")).runtime, "same");
});

Deno.test("PodStore.launch: says what the runtime does not read, and starts no less", async () => {
  const system = storeWorld({
    files: {
      "/ws/secret.lua":
        `return { model = { ref = "anthropic/claude-haiku-4-5", auth = { kind = "secret_ref", ref = "llm.x" } } }`,
    },
  });
  const store = new PodStore({ system });
  const { warnings, launch } = await store.create({
    ...CREATE,
    selector: "./secret.lua",
  });
  assert.deepEqual(warnings.map(({ code }) => code), ["runtime-version"]);
  const again = await store.launch("demo");
  assert.equal(again.command, launch.command);
  assert.deepEqual(
    again.warnings.map(({ code, path }) => `${code} ${path}`),
    ["runtime-version model.auth"],
  );
  // A catalog that cannot be read stops the runtime, too, and nothing here.
  const models = "/home/ada/.config/insomnia/models.toml";
  await system.makeDirectory("/home/ada/.config/insomnia", { parents: true });
  await writeText(system, models, "= broken");
  const broken = await store.launch("demo");
  assert.deepEqual(broken.warnings.map(({ severity }) => severity), [
    "warning",
  ]);
});

Deno.test("PodStore.launch: launch files are made anew", async () => {
  const { system, store } = await created();
  const lua = await readText(system, `${DEMO}/launch.lua`);
  await writeText(system, `${DEMO}/launch.lua`, "changed");
  await system.remove(`${DEMO}/launch.toml`);
  await store.launch("demo");
  assert.equal(await readText(system, `${DEMO}/launch.lua`), lua);
  assert.equal(await system.stat(`${DEMO}/launch.toml`), "file");
});

Deno.test("PodStore: a Pod that lives is not written, but with force", async () => {
  const { system, store } = await created();
  await started(system, () => undefined);
  await system.makeDirectory(`${DATA}/run/demo`, { parents: true });
  await edited(system, 20);
  const before = await contentsOf(system, DEMO);
  for (
    const work of [
      () => store.launch("demo"),
      () => store.reresolve("demo", { yes: true }),
      () => store.archive("demo"),
      () => store.remove("demo"),
    ]
  ) {
    await assert.rejects(work(), { code: "pod-living", exitCode: 6 });
  }
  assert.deepEqual(await contentsOf(system, DEMO), before);
  assert.equal((await store.list())[0]?.living, true);
  await store.launch("demo", { force: true });
  await store.reresolve("demo", { yes: true, force: true });
  // Settled again, there is nothing to write: a second window may ask.
  const { living } = await store.launch("demo");
  assert.equal(living, true);
  await store.remove("demo", { force: true });
});

Deno.test("PodStore.diff: what would change, with class and origin; nothing is written", async () => {
  const { system, store } = await created();
  assert.deepEqual((await store.diff("demo")).changes, []);
  await edited(system, 20);
  const before = await contentsOf(system, DATA);
  const { changes, drift } = await store.diff("demo");
  assert.deepEqual(changes, [{
    path: "worker.max_turns",
    before: 10,
    after: 20,
    class: "cost",
    origin: { kind: "profile", field: ["worker", "max_turns"] },
  }]);
  assert.deepEqual(drift, [{ path: "/ws/coder.lua", state: "changed" }]);
  assert.deepEqual(await contentsOf(system, DATA), before);
});

Deno.test("PodStore.diff: takes the profile that was taken, not what its name means now", async () => {
  const registry = (name: string) =>
    `default = "${name}"\n[profile]\na = "a.lua"\nb = "b.lua"\n`;
  const system = storeWorld({
    files: {
      "/ws/.insomnia/profiles.toml": registry("a"),
      "/ws/.insomnia/a.lua": `return { model = "codex-oauth/gpt-5.5" }`,
      "/ws/.insomnia/b.lua": `return { model = "anthropic/claude-haiku-4-5" }`,
    },
  });
  const store = new PodStore({ system });
  await store.create({ podName: "demo", workspace: "/ws" });
  await writeText(system, "/ws/.insomnia/profiles.toml", registry("b"));
  assert.deepEqual((await store.diff("demo")).changes, []);
  const { changes } = await store.diff("demo", { selector: "project:b" });
  assert(changes.some(({ path }) => path === "model.model_id"));
});

Deno.test("PodStore.reresolve: after a yes, with the old one in history", async () => {
  const { system, store } = await created();
  const old = await readText(system, `${DEMO}/profile-snapshot.json`);
  const nothing = await store.reresolve("demo");
  assert.deepEqual(nothing.changes, []);
  await edited(system, 20);
  await assert.rejects(store.reresolve("demo"), {
    code: "confirmation-missing",
    exitCode: 1,
  });
  assert.equal(await readText(system, `${DEMO}/profile-snapshot.json`), old);

  await store.reresolve("demo", { yes: true });
  const digest = JSON.parse(old).digest.slice("sha256:".length);
  assert.equal(await readText(system, `${DEMO}/history/${digest}.json`), old);
  assert.equal((await store.resume("demo")).manifest.worker.max_turns, 20);
  assert.equal((await store.read("demo")).runtime, "same");
  assert.deepEqual((await store.diff("demo")).changes, []);
});

Deno.test("PodStore.reresolve: a widening needs more than a yes", async () => {
  const { system, store } = await created();
  await writeText(
    system,
    "/ws/coder.lua",
    `return { model = "anthropic/claude-haiku-4-5", worker = { max_turns = 10 }, web = { enabled = true } }`,
  );
  const { code, message } = await refusal(
    store.reresolve("demo", { yes: true }),
  );
  assert.equal(code, "confirmation-missing");
  assert.match(message, /could do more than before: `web`/);
  await store.reresolve("demo", { yes: true, accept: ["widening"] });
  assert.equal((await store.resume("demo")).manifest.web?.enabled, true);
  // A narrowing is agreed to by a yes.
  await edited(system, 10);
  await store.reresolve("demo", { yes: true });
  assert.equal((await store.resume("demo")).manifest.web, undefined);
});

Deno.test("PodStore.reresolve: only the sums change where the manifest does not", async () => {
  const { system, store } = await created();
  const source = await readText(system, "/ws/coder.lua");
  await writeText(system, "/ws/coder.lua", `-- a comment\n${source}`);
  const { changes, drift } = await store.reresolve("demo");
  assert.deepEqual(changes, []);
  assert.equal(drift.length, 1);
  assert.deepEqual((await store.resume("demo", { drift: true })).drift, []);
});

Deno.test("PodStore.reresolve: keeps what the runtime wrote, and says what does not reach the conversation", async () => {
  const { system, store } = await created();
  await started(system);
  const metadata = JSON.parse(await readText(system, `${DEMO}/metadata.json`));
  const theirs = {
    ...metadata,
    spawned_children: [{ pod_name: "kid", socket_path: "/x" }],
    unheard_of: { deep: [null, "é"] },
  };
  // Larger than any number JavaScript can hold, and 1.0 stays 1.0.
  const text = JSON.stringify(theirs).replace(
    '"deep"',
    '"big":18446744073709551615,"one":1.0,"deep"',
  );
  await writeText(system, `${DEMO}/metadata.json`, text);
  await writeText(
    system,
    "/ws/coder.lua",
    `return { model = "anthropic/claude-haiku-4-5", worker = { max_turns = 11, language = "German" } }`,
  );
  const { unreached } = await store.reresolve("demo", { yes: true });
  assert.deepEqual(unreached, ["worker.language"]);
  const after = await readText(system, `${DEMO}/metadata.json`);
  assert.match(after, /"big": 18446744073709551615/);
  assert.match(after, /"one": 1\.0/);
  const { resolved_manifest_snapshot, ...rest } = JSON.parse(after);
  assert.equal(resolved_manifest_snapshot.worker.max_turns, 11);
  assert.deepEqual(rest.active, theirs.active);
  assert.deepEqual(rest.spawned_children, theirs.spawned_children);
  assert.deepEqual(rest.unheard_of.deep, [null, "é"]);
});

Deno.test("PodStore.adopt: takes over what the runtime alone knows", async () => {
  const { system, store } = await created();
  await started(system, (manifest) => ({ ...manifest, novelty: 1 }));
  await system.remove(`${DEMO}/profile-snapshot.json`);
  assert.equal((await store.list())[0]?.state, "runtime");
  assert.equal((await store.read("demo")).runtime, "unknown");
  assert.equal((await refusal(store.resume("demo"))).code, "pod-not-adopted");
  assert.equal((await refusal(store.launch("demo"))).code, "pod-not-adopted");

  const { snapshot, warnings } = await store.adopt("demo");
  assert.equal(snapshot.launch, undefined);
  assert.deepEqual(snapshot.sources, []);
  assert.match(warnings[0]?.message ?? "", /novelty/);
  // What only a later runtime knows is no difference.
  assert.equal((await store.read("demo")).runtime, "same");
  assert.equal(
    (await store.resume("demo")).manifest.worker.max_turns,
    10,
  );
  assert.equal((await refusal(store.adopt("demo"))).code, "pod-exists");
  const { code } = await refusal(store.diff("demo"));
  assert.equal(code, "pod-source-unknown");
  const { changes } = await store.diff("demo", {
    selector: "/ws/coder.lua",
    workspace: "/ws",
  });
  assert.deepEqual(changes, []);
});

Deno.test("PodStore.adopt: a manifest that holds a secret is refused without showing it", async () => {
  const { system, store } = await created();
  await started(system, (manifest) => ({
    ...manifest,
    worker: { ...manifest.worker as object, language: "AKIAIOSFODNN7EXAMPLE" },
    ["ghp_" + "aB3dE5fG7h".repeat(4)]: 1,
    novelty: "Tr0ub4dor",
  }));
  await system.remove(`${DEMO}/profile-snapshot.json`);
  await assert.rejects(store.adopt("demo"), (error) => {
    assert.ok(error instanceof ProfileError);
    assert.deepEqual(
      error.diagnostics.filter(({ severity }) => severity === "error")
        .map(({ code }) => code),
      ["secret-value", "secret-value"],
    );
    assert.ok(!/AKIAIOS|aB3dE5|Tr0ub/.test(JSON.stringify(error.diagnostics)));
    return true;
  });
});

Deno.test("PodStore.adopt: a child that the runtime started has nothing to take over", async () => {
  const system = storeWorld({
    files: {
      [`${DEMO}/metadata.json`]:
        `{"pod_name":"demo","active":{"session_id":"s","segment_id":"g"}}`,
    },
  });
  const store = new PodStore({ system });
  const { code, message } = await refusal(store.adopt("demo"));
  assert.equal(code, "pod-not-adopted");
  assert.match(message, /keeps no manifest/);
  assert.equal((await store.list())[0]?.state, "runtime");
  assert.equal((await store.read("demo")).manifest, undefined);
});

Deno.test("PodStore.archive: beside the store, under its digest", async () => {
  const { system, store } = await created();
  const digest = (await store.read("demo")).snapshot!.digest.slice(7, 19);
  const path = await store.archive("demo");
  assert.equal(path, `${DATA}/archive/demo-${digest}`);
  assert.equal(await system.stat(`${path}/profile-snapshot.json`), "file");
  assert.deepEqual(await store.list(), []);
  await store.create(CREATE);
  assert.equal(await store.archive("demo"), `${path}-2`);
  assert.equal((await refusal(store.archive("demo"))).code, "pod-unknown");
});

Deno.test("PodStore.remove: everything of it, and nothing else", async () => {
  const { system, store } = await created();
  await store.create({ ...CREATE, podName: "other" });
  await store.remove("demo");
  const files = Object.keys(await contentsOf(system, DATA));
  assert(files.length > 0 && files.every((f) => f.startsWith("pods/other/")));
  assert.equal(await system.stat(`${DATA}/.removed`), undefined);
});

Deno.test("PodStore.list: sorted, damaged ones too, what is no Pod passed over", async () => {
  const { system, store } = await created();
  for (const name of ["b", "a", "bad"]) {
    await store.create({ ...CREATE, podName: name });
  }
  await writeText(system, `${DATA}/pods/bad/profile-snapshot.json`, "{ half");
  await system.makeDirectory(`${DATA}/pods/0197-session`, { parents: true });
  await writeText(system, `${DATA}/pods/file`, "");
  const entries = await store.list();
  assert.deepEqual(
    entries.map(({ name, state }) => `${name} ${state}`),
    ["a created", "b created", "bad damaged", "demo created"],
  );
  assert.deepEqual(entries[0], {
    name: "a",
    state: "created",
    living: false,
    profile: "/ws/coder.lua",
    model: "anthropic/claude-haiku-4-5",
    digest: entries[0]?.digest,
  });
  await edited(system, 20);
  const drifted = await store.list({ drift: true });
  assert.deepEqual(drifted[0]?.drift, [
    { path: "/ws/coder.lua", state: "changed" },
  ]);
});

Deno.test("PodStore.inherit: the parent's manifest under another name and with less scope", async () => {
  const { store } = await created();
  const child = await store.inherit({
    from: "demo",
    podName: "kid",
    delegatedScope: [
      { target: "/ws/docs", permission: "read", recursive: true },
    ],
  });
  const { manifest } = await store.resume("demo");
  assert.deepEqual(child.pod, { name: "kid" });
  assert.deepEqual(child.scope, {
    allow: [{ target: "/ws/docs", permission: "read", recursive: true }],
    deny: [],
  });
  assert.deepEqual(child.model, manifest.model);
  assert.notEqual(child.profile?.digest, manifest.profile?.digest);
  await assert.rejects(
    store.inherit({
      from: "demo",
      podName: "kid",
      delegatedScope: [{ target: "/etc", permission: "read", recursive: true }],
    }),
    { code: "scope-exceeded", exitCode: 1 },
  );
});
