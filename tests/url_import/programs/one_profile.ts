// Resolves or evaluates what is named on the command line, and prints what a
// person would see.
import {
  evaluateLua,
  memorySystem,
  ProfileError,
  renderDiagnostics,
  resolveProfile,
} from "../../../mod.ts";

const [how = "", argument = "", wall] = Deno.args;
const text = argument.startsWith("return ")
  ? argument
  : `return profile.import("builtin:${argument}")`;
const world = memorySystem({ files: { "/ws/p.lua": text } });
const launch = { podName: "demo", wall: wall as "worker" | undefined };
const WAYS: Readonly<Record<string, () => unknown>> = {
  evaluate: () => evaluateLua(text),
  resolve: async () => {
    const options = { ...launch, workspace: "/ws", selector: "./p.lua" };
    return (await resolveProfile({ ...options, system: world })).digest;
  },
  // With the real files of this machine.
  file: async () =>
    (await resolveProfile({ ...launch, selector: argument })).digest,
};
try {
  console.log(JSON.stringify(await WAYS[how]!()));
} catch (error) {
  if (!(error instanceof ProfileError)) throw error;
  console.log(renderDiagnostics(error.diagnostics, "human"));
}
