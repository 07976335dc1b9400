import assert from "node:assert/strict";
import { helpText } from "../../lib/base/diagnostic_help.ts";
import { memorySystem, ProfileError, resolveProfile } from "../../mod.ts";
import { BROKEN_PROFILES, unmarked } from "./broken_profiles.ts";

/** What is wrong with the first file, as `check` would say it. */
async function said(files: Readonly<Record<string, string>>) {
  const [first] = Object.keys(files);
  try {
    const { warnings } = await resolveProfile({
      selector: `./${first}`,
      podName: "demo",
      workspace: "/ws",
      system: memorySystem({
        files: Object.fromEntries(
          Object.entries(files).map(([name, text]) => [`/ws/${name}`, text]),
        ),
      }),
    });
    return warnings;
  } catch (error) {
    if (error instanceof ProfileError) return error.diagnostics;
    throw error;
  }
}

Deno.test("broken profiles: each mistake is said once, where it is", async (t) => {
  for (const [criterion, given, ...expected] of BROKEN_PROFILES) {
    await t.step(criterion, async () => {
      const marked = typeof given === "string" ? { "p.lua": given } : given;
      const files = Object.entries(marked).map(([name, text]) =>
        [name, unmarked(name, text)] as const
      );
      const found = (await said(
        Object.fromEntries(files.map(([name, { text }]) => [name, text])),
      )).filter(({ severity }) => severity !== "note");
      assert.deepEqual(
        found.map(({ source }) =>
          source && `${source.file}:${source.line}:${source.column}`
        ).toSorted(),
        files.flatMap(([, { places }]) => places).toSorted(),
        found.map(({ message }) => message).join("\n"),
      );
      for (const [index, words] of expected.entries()) {
        const diagnostic = found[index]!;
        assert.match(
          `${diagnostic.message}\n${helpText(diagnostic) ?? ""}`,
          words,
        );
      }
    });
  }
});
