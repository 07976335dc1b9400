import assert from "node:assert/strict";
import {
  type Fix,
  memorySystem,
  ProfileError,
  resolveManifestFile,
  resolveProfile,
} from "../../mod.ts";
import { applyEdits } from "../../lib/document/apply_edits.ts";

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

const MANIFEST = `model = { ref = "codex-oauth/gpt-5.5" }
[[scope.allow]]
target = "/ws"
permission = "read"
`;

const MENDED: readonly (readonly [
  path: string,
  wrong: string,
  right: string,
])[] = [
  [
    "a.lua",
    'return { model = "codex-oauth/gpt-5.5", wroker = {} }',
    'return { model = "codex-oauth/gpt-5.5", worker = {} }',
  ],
  [
    "a.lua",
    "return { model = { ref = 'codex-oauth/gpt-5.5', quality = 'hihg' } }",
    "return { model = { ref = 'codex-oauth/gpt-5.5', quality = 'high' } }",
  ],
  [
    "a.lua",
    'return { model = "codex-oath/gpt-5.5" }',
    'return { model = "codex-oauth/gpt-5.5" }',
  ],
  [
    "a.lua",
    'return { model = insomnia.models.catalog("codex-oauth/gpt-5.5", { qualty = "high" }) }',
    'return { model = insomnia.models.catalog("codex-oauth/gpt-5.5", { quality = "high" }) }',
  ],
  [
    "a.lua",
    "return { model = 'codex-oauth/gpt-5.5', compaction = insomnia.compact.preset('long_codng') }",
    "return { model = 'codex-oauth/gpt-5.5', compaction = insomnia.compact.preset('long_coding') }",
  ],
  [
    "a.json",
    '{ "model": "codex-oauth/gpt-5.5", "wroker": {} }',
    '{ "model": "codex-oauth/gpt-5.5", "worker": {} }',
  ],
  [
    "pod.toml",
    `${MANIFEST}recursiv = true\n`,
    `${MANIFEST}recursive = true\n`,
  ],
];

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
