import assert from "node:assert/strict";
import {
  type Catalog,
  loadCatalog,
  memorySystem,
  ProfileError,
  type ResolveOptions,
  resolveProfile,
} from "../../mod.ts";

const system = memorySystem({
  files: { "/ws/p.lua": `return { model = "openai/gpt-6.2-sol" }` },
});
const resolve = (options: object) =>
  resolveProfile({
    selector: "./p.lua",
    podName: "x",
    workspace: "/ws",
    system,
    ...options,
  } as ResolveOptions);

const REFUSED: readonly (readonly [options: object, message: RegExp])[] = [
  [{ wall: "wroker" }, /`wall` cannot be `wroker`/],
  [{ wall: null }, /`wall` cannot be a object/],
  [{ maxSteps: 0 }, /`maxSteps` cannot be `0`/],
  [{ maxSteps: 1.5 }, /`maxSteps` cannot be `1.5`/],
  [{ maxSteps: 2 ** 31 }, /`maxSteps` cannot be/],
  [{ maxSteps: "5" }, /`maxSteps` cannot be `5`/],
  [{ system: {} }, /`system` is none/],
  [{ catalog: {} }, /`catalog` is none/],
  [
    { catalog: { providers: [{ id: 5 }], models: [] } },
    /`catalog` that was handed in/,
  ],
  [
    { catalog: { providers: [], models: [{ id: "x", provider: "y" }] } },
    /unknown provider: `y`/,
  ],
];

for (const [options, message] of REFUSED) {
  Deno.test(`resolveProfile: ${JSON.stringify(options)} is a ProfileError`, async () => {
    await assert.rejects(resolve(options), (error) => {
      assert.ok(error instanceof ProfileError, String(error));
      assert.match(error.message, message);
      return true;
    });
  });
}

Deno.test("resolveProfile: a catalog that is given gets provenance of its own", async () => {
  const loaded = await loadCatalog({ system });
  const own = await resolve({ catalog: loaded });
  assert.equal(own.manifest.profile?.inputs.catalog.models, "builtin");
  const { manifest } = await resolve({ catalog: { ...loaded, sha256: "x" } });
  assert.deepEqual(manifest.profile?.inputs.catalog, {
    providers: "given",
    models: "given",
    sha256: loaded.sha256,
  });
});

Deno.test("loadCatalog: what it returns is frozen, at any depth", async () => {
  const catalog = await loadCatalog({ system }) as unknown as {
    models: { id: string }[];
  };
  assert.throws(() => catalog.models.push({ id: "x" }), TypeError);
  assert.throws(() => void (catalog.models[0]!.id = "x"), TypeError);
  const _: Catalog = catalog as unknown as Catalog;
});
