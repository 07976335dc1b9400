import assert from "node:assert/strict";
import { memorySystem, resolveProfile, ResolverSession } from "../../mod.ts";

Deno.test("Session.once: makes a value once for each object and maker", () => {
  const session = new ResolverSession();
  let made = 0;
  const make = (of: object) => ({ of, number: ++made });
  const [a, b] = [{}, {}];
  assert.equal(session.once(make, a), session.once(make, a));
  assert.notEqual(session.once(make, a), session.once(make, b));
  assert.equal(made, 2);
  assert.notEqual(session.once((of: object) => ({ of }), a), made);
});

Deno.test("Session.give: a value that was made elsewhere is taken", () => {
  const session = new ResolverSession();
  const make = (_: object) => "made";
  session.give(make, session, "given");
  assert.equal(session.once(make, session), "given");
});

Deno.test("resolveProfile: two sessions side by side share no machine and give the same", async () => {
  const machines: object[] = [];
  class Watched extends ResolverSession {
    readonly asked = new Set<string>();
    override once<Of extends object, Made>(
      make: (of: Of) => Made,
      of: Of,
    ): Made {
      const made = super.once(make, of);
      this.asked.add(make.name);
      if (make.name === "compileMachine") machines.push(made as object);
      return made;
    }
  }
  const [one, two] = [new Watched(), new Watched()];
  const system = memorySystem({
    files: { "/ws/a.lua": `return { model = "codex-oauth/gpt-5.5" }` },
  });
  const digestIn = async (session: ResolverSession) =>
    (await resolveProfile({
      selector: "./a.lua",
      podName: "x",
      workspace: "/ws",
      system,
      session,
    })).digest;
  const digests = await Promise.all([one, two, one, two].map(digestIn));
  assert.equal(new Set(digests).size, 1);
  assert.equal(new Set(machines).size, 2);
  // What runs the profile is asked of the session, too, not only what reads it.
  for (const { asked } of [one, two]) assert(asked.has("startSums"));
});
