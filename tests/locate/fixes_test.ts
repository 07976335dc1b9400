import assert from "node:assert/strict";
import {
  type Fix,
  memorySystem,
  ProfileError,
  resolveManifestFile,
  resolveProfile,
} from "../../mod.ts";
import { applyEdits } from "../../lib/document/apply_edits.ts";
import { MENDED } from "./mended_texts.ts";

/** The diagnostics of a profile, or of a manifest file. */
async function said(path: string, text: string) {
  const options = {
    podName: "demo",
    workspace: "/ws",
    system: memorySystem({ files: { [`/ws/${path}`]: text } }),
  };
  try {
    return path.startsWith("pod.")
      ? (await resolveManifestFile({ ...options, path: `/ws/${path}` }))
        .warnings
      : (await resolveProfile({ ...options, selector: `./${path}` })).warnings;
  } catch (error) {
    if (error instanceof ProfileError) return error.diagnostics;
    throw error;
  }
}

/** The text with the changes of a fix. */
function mended(text: string, { edits = [] }: Fix): string {
  const { bytes, made } = applyEdits(new TextEncoder().encode(text), edits);
  assert.equal(made.length, 1);
  return new TextDecoder().decode(bytes);
}

for (const [path, wrong, right] of MENDED) {
  Deno.test(`fixes: put where it says, the fix mends ${path}: ${wrong.slice(0, 60)}`, async () => {
    const fixes = (await said(path, wrong)).flatMap(({ fixes = [] }) => fixes);
    assert.equal(fixes.length, 1);
    assert.equal(mended(wrong, fixes[0]!), right);
    const after = await said(path, right);
    assert.ok(after.every(({ severity }) => severity === "note"));
  });
}

Deno.test("fixes: a value that a variable holds elsewhere has a place or none, never a wrong one", async () => {
  const text = 'local q = "hihg"\n' +
    'return { model = { ref = "codex-oauth/gpt-5.5", quality = q } }';
  const [diagnostic] = await said("a.lua", text);
  const [fix] = diagnostic?.fixes ?? [];
  assert.equal(fix?.put, "high");
  const after = fix?.edits === undefined ? text : mended(text, fix);
  assert.match(after, /^local q = "hi(?:hg|gh)"\nreturn .* quality = q \} \}$/);
});
