// deno run -A scripts/runtime/try_pods.ts PATH/TO/insomnia-pod
//
// Creates Pods with this program, starts them with the real runtime exactly as
// it says, has a turn, stops and starts again, and looks after each step at
// what the store promises. Not a part of the gate: it needs the runtime.
import assert from "node:assert/strict";
import { environment, runPod, type Trial } from "./running_pod.ts";
import { startStandIn } from "./stand_in.ts";
import { type PodScenario, SCENARIOS } from "./pod_scenarios.ts";
import { prepareHome } from "./trial_home.ts";

const [runtime] = Deno.args;
if (runtime === undefined) {
  console.error("usage: deno run -A scripts/runtime/try_pods.ts INSOMNIA_POD");
  Deno.exit(2);
}

const standIn = startStandIn();
const home = await Deno.realPath(await Deno.makeTempDir({ prefix: "pods-" }));
const trial: Trial = { home, programs: `${home}/bin` };
let failures = 0;
/** What the program said beside its answer when it ran last. */
let lastNotes = "";
try {
  await prepareHome(trial, { runtime, address: standIn.url });
  for (const [index, scenario] of SCENARIOS.entries()) {
    await tryScenario(scenario, `p${index + 1}`);
  }
  await tryAdopted(podOf("a file, one delegated folder"), "adopted");
  await tryChild(podOf("a file, several delegated folders"), "kid");
} finally {
  await standIn.stop();
  await Deno.remove(home, { recursive: true });
}
function podOf(title: string): string {
  return `p${SCENARIOS.findIndex((one) => one.title === title) + 1}`;
}

const tries = SCENARIOS.length + 2;
console.log(`${tries - failures} of ${tries} as promised`);
Deno.exit(failures === 0 ? 0 : 1);

async function tryScenario(
  { title, before, words, first, path, said }: PodScenario,
  name: string,
): Promise<void> {
  console.log(`\n== ${name}: ${title}`);
  try {
    for (const line of before ?? []) await program(...line.map(inHome));
    const command = (await program(
      "pod",
      "create",
      ...words.map(inHome),
      "--pod-name",
      name,
    )).trim();
    console.log(`   ${command}`);
    if (said !== undefined) return await refused(command, name, said);
    const kind = command.includes("--profile=") ? "profile" : "manifest";
    assert.equal(kind, first, "the first start is another than expected");
    const resumed = await program("pod", "resume", name);
    await startAndLook(command, name, resumed);
    const sent = standIn.requests.at(-1);
    assert(
      sent?.path.includes(path ?? "/v1/messages"),
      `sent to ${sent?.path}`,
    );

    // What the runtime may add some day has to come through everything.
    const metadata = await readMetadata(name);
    await writeMetadata(name, {
      ...metadata,
      unheard_of: { big: "BIG", list: [1.0, null] },
    });
    const again = (await program("pod", "launch", name)).trim();
    console.log(`   ${again}`);
    assert(again.includes("--require-pod-state"), "not a restore");
    assert.deepEqual((await readMetadata(name)).unheard_of, {
      big: "BIG",
      list: [1.0, null],
    });
    await startAndLook(again, name, resumed);
  } catch (error) {
    failures++;
    console.log(`   FAILED ${error instanceof Error ? error.message : error}`);
  }
}

/** What does not start was said not to, and leaves the Pod as it was. */
async function refused(
  command: string,
  name: string,
  said: string,
): Promise<void> {
  assert(lastNotes.includes(said), `nothing was said of it:\n${lastNotes}`);
  const { started, turned } = await runPod(trial, command, name);
  assert(!started || !turned, "it starts, and was said not to");
  console.log(`   does not start, as \`${said}\` said`);
}

function inHome(word: string): string {
  return word.replace("HOME/", `${home}/`);
}

/** A Pod that the runtime made by itself, from another one's frozen profile. */
async function tryAdopted(like: string, name: string): Promise<void> {
  console.log(`\n== ${name}: a Pod of the runtime's own`);
  try {
    const workspace = `${home}/ws/src`;
    await Deno.copyFile(
      `${home}/.insomnia/pods/${like}/launch.lua`,
      `${home}/.insomnia/pods/own.lua`,
    );
    const own =
      `cd -- ${workspace} && insomnia-pod --profile=${home}/.insomnia/pods/own.lua --profile-pod-name=${name}`;
    console.log(`   ${own}`);
    const { turned, log } = await runPod(trial, own, name);
    assert(turned, log);
    await program("pod", "adopt", name);
    const resumed = await program("pod", "resume", name);
    const again = (await program("pod", "launch", name)).trim();
    console.log(`   ${again}`);
    await startAndLook(again, name, resumed, [
      "--profile",
      "./plain.lua",
      "--workspace",
      workspace,
    ]);
  } catch (error) {
    failures++;
    console.log(`   FAILED ${error instanceof Error ? error.message : error}`);
  }
}

/** A child within its parent's scope, stored from what `inherit` printed. */
async function tryChild(parent: string, name: string): Promise<void> {
  console.log(`\n== ${name}: a child of ${parent}`);
  try {
    const words = ["--pod-name", name];
    await program(
      "inherit",
      "--from",
      parent,
      ...words,
      "--delegate",
      "read:docs",
      "--out",
      "kid.json",
    );
    const command =
      (await program("pod", "create", "--manifest", "kid.json", ...words))
        .trim();
    console.log(`   ${command}`);
    await startAndLook(command, name, await program("pod", "resume", name));
  } catch (error) {
    failures++;
    console.log(`   FAILED ${error instanceof Error ? error.message : error}`);
  }
}

async function startAndLook(
  command: string,
  name: string,
  resumed: string,
  diffFlags: readonly string[] = [],
): Promise<void> {
  const before = await readMetadata(name);
  const { started, turned, code, log } = await runPod(trial, command, name);
  assert(started, `it does not start:\n${log}`);
  assert(turned, `no turn:\n${log}`);
  assert.equal(code, 0, log);
  const after = await readMetadata(name);
  const { active } = after as { active?: { segment_id?: string } };
  assert(active?.segment_id, "the runtime has no conversation");
  assert.equal(await program("pod", "resume", name), resumed);
  assert.equal(await program("pod", "diff", name, ...diffFlags), "");
  const status = JSON.parse(
    await program("pod", "show", name, "--format", "json"),
  );
  assert.equal(
    status.runtime,
    "same",
    `the runtime's snapshot is ${status.runtime}: ${
      JSON.stringify(status.runtime_changes)
    }`,
  );
  console.log(
    `   started, a turn, stopped; resume: same bytes; diff: empty; metadata: ${
      Object.keys(before)
    } -> ${Object.keys(after)}`,
  );
}

/** Runs this program, in the workspace, as a user would. */
async function program(...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(
    `${trial.programs}/insomnia-profile`,
    {
      args: [...words],
      cwd: `${home}/ws`,
      env: environment(home, trial.programs),
      clearEnv: true,
    },
  ).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  assert.equal(code, 0, `${words.join(" ")}: ${text(stderr)}${text(stdout)}`);
  lastNotes = text(stderr);
  return text(stdout);
}

async function readMetadata(name: string): Promise<Record<string, unknown>> {
  return JSON.parse(await Deno.readTextFile(metadataPath(name)));
}

async function writeMetadata(
  name: string,
  value: Record<string, unknown>,
): Promise<void> {
  await Deno.writeTextFile(metadataPath(name), JSON.stringify(value));
}

function metadataPath(name: string): string {
  return `${home}/.insomnia/pods/${name}/metadata.json`;
}
