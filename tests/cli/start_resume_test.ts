import assert from "node:assert/strict";
import { PodStore } from "../../lib/api/pod_store.ts";
import { main } from "../../lib/cli/main.ts";
import { startShort } from "../../lib/cli/start_short.ts";
import type { System } from "../../lib/system/system.ts";
import { DEMO, readText, storeWorld, writeText } from "../store/store_world.ts";
import { recordingTerminal } from "./recording_terminal.ts";

const METADATA = `${DEMO}/metadata.json`;
const SNAPSHOT = `${DEMO}/profile-snapshot.json`;

const change =
  (path: string, edit: (text: string) => string) => async (system: System) => {
    await writeText(system, path, edit(await readText(system, path)));
  };

/** As the runtime writes it: other order, `null`, floats, no provenance. */
const rewritten = change(METADATA, (text) => {
  const { resolved_manifest_snapshot: manifest } = JSON.parse(text);
  const { profile: _, ...rest } = manifest;
  return JSON.stringify({
    active: { session_id: "s", segment_id: "g" },
    pod_name: "demo",
    resolved_manifest_snapshot: { skills: null, ...rest },
  });
});

for (
  const [what, prepare, words, isShort] of [
    ["a Pod that was created", () => {}, ["demo"], true],
    ["a Pod that ran", rewritten, ["demo", "--quiet"], true],
    [
      "the runtime has something else",
      change(
        METADATA,
        (text) => text.replace('"max_turns": 10', '"max_turns": 9'),
      ),
      ["demo"],
      false,
    ],
    ["the runtime has nothing", change(METADATA, () => `{"pod_name":"demo"}`), [
      "demo",
    ], false],
    [
      "our file was edited",
      change(
        SNAPSHOT,
        (text) => text.replace('"max_turns": 10', '"max_turns": 9'),
      ),
      ["demo"],
      false,
    ],
    ["our file is cut off", change(SNAPSHOT, (text) => text.slice(0, 99)), [
      "demo",
    ], false],
    [
      "our file is of a later version",
      change(SNAPSHOT, (text) => text.replace(".v1", ".v2")),
      ["demo"],
      false,
    ],
    ["there is no such Pod", () => {}, ["nobody"], false],
    ["a name that is none", () => {}, ["../x"], false],
    ["no name", () => {}, [], false],
    ["drift is asked for", () => {}, ["demo", "--drift"], false],
    ["another flag", () => {}, ["demo", "--error-format", "json"], false],
  ] as const
) {
  Deno.test(`pod resume, the short way: ${what}`, async () => {
    const system = storeWorld();
    await new PodStore({ system }).create({
      selector: "./coder.lua",
      podName: "demo",
      workspace: "/ws",
    });
    await prepare(system);
    const args = ["pod", "resume", ...words];
    const short = recordingTerminal();
    const answer = await startShort(args, system, short.terminal);
    assert.equal(answer !== undefined, isShort);
    if (!isShort) return assert.equal(short.out(), "");
    const long = recordingTerminal();
    assert.equal(await main(args, system, long.terminal), answer);
    assert.equal(short.out(), long.out());
    assert.equal(short.error() + long.error(), "");
  });
}

Deno.test("pod resume, the short way: not where somebody looks, who is told of drift", async () => {
  const system = storeWorld();
  const store = new PodStore({ system });
  await store.create({
    selector: "./coder.lua",
    podName: "demo",
    workspace: "/ws",
  });
  await writeText(system, "/ws/coder.lua", "return {}");
  const args = ["pod", "resume", "demo"];
  const { terminal, out, error } = recordingTerminal({
    error: { isTerminal: true },
  });
  assert.equal(await startShort(args, system, terminal), undefined);
  assert.equal(await main(args, system, terminal), 0);
  assert.match(error(), /coder\.lua` has changed since/);
  assert.equal(out(), (await store.resume("demo")).text);
});
