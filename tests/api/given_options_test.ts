import assert from "node:assert/strict";
import {
  type Catalog,
  discoverProfiles,
  evaluateLua,
  loadCatalog,
  memorySystem,
  parseSelector,
  PodStore,
  prepareEvaluation,
  ProfileError,
  resolveManifestFile,
  resolveModel,
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

const cyclic: Record<string, unknown> = { providers: [] };
cyclic.models = [cyclic];

const REFUSED: readonly (readonly [options: object, message: RegExp])[] = [
  [{ wall: "wroker" }, /`wall` cannot be `wroker`/],
  [{ wall: null }, /`wall` cannot be `null`/],
  [{ maxSteps: 0 }, /`maxSteps` cannot be `0`/],
  [{ maxSteps: 1.5 }, /`maxSteps` cannot be `1.5`/],
  [{ maxSteps: 2 ** 31 }, /`maxSteps` cannot be/],
  [{ maxSteps: "5" }, /`maxSteps` cannot be `5`/],
  [{ maxSteps: null }, /`maxSteps` cannot be `null`/],
  [{ selector: 5 }, /`selector` cannot be `5`/],
  [{ selector: {} }, /`selector` cannot be an object like this/],
  [{ workspaceAs: ["/ws"] }, /`workspaceAs` cannot be a list/],
  [{ strict: "yes" }, /`strict` cannot be `yes`/],
  [{ registryOnly: 0 }, /`registryOnly` cannot be `0`/],
  [{ trustedOrigins: "https://x.example" }, /`trustedOrigins` cannot be/],
  [
    { trustedOrigins: [5] },
    /`trustedOrigins` cannot be a list: a list of texts/,
  ],
  [{ session: {} }, /`session` cannot be/],
  [{ wall: "x", maxSteps: 0 }, /`maxSteps` cannot be `0`/],
  [{ delegatedScope: null }, /cannot delegate this scope: it is not a list/],
  [{ workspace: 5 }, /cannot be the workspace/],
  [{ podName: null }, /cannot be the name of a Pod/],
  [{ system: {} }, /`system` cannot be an object like this/],
  [{ system: { ...system, cwd: 5 } }, /`system` cannot be/],
  [{ catalog: {} }, /`catalog` is (?:not a catalog|invalid):/],
  [{ catalog: null }, /`catalog` is (?:not a catalog|invalid):/],
  [
    { catalog: { providers: [() => 1], models: [] } },
    /`catalog` is (?:not a catalog|invalid):/,
  ],
  [
    {
      catalog: {
        get providers() {
          throw new Error("boom");
        },
      },
    },
    /`catalog` is (?:not a catalog|invalid):/,
  ],
  [{ catalog: cyclic }, /`catalog` is invalid/],
  [
    { catalog: { providers: [{ id: 5 }], models: [] } },
    /`catalog` is invalid/,
  ],
  [
    { catalog: { providers: [], models: [{ id: "x", provider: "y" }] } },
    /unknown provider: `y`/,
  ],
];

for (const [options, message] of REFUSED) {
  const name = Object.keys(options).join(", ");
  Deno.test(`resolveProfile: ${name} that gives ${message.source} is a ProfileError`, async () => {
    await assert.rejects(resolve(options), isRefusal(message));
  });
}

function isRefusal(message: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof ProfileError, String(error));
    assert.match(
      error.diagnostics.map(({ message }) => message).join("\n"),
      message,
    );
    return true;
  };
}

/** Every other function of the library that takes options, with one that is wrong. */
const OTHERS: readonly (readonly [call: () => unknown, message: RegExp])[] = [
  [() => resolveProfile(null as never), /the options cannot be `null`/],
  [
    () => resolveManifestFile({ path: "pod.toml", system }),
    /`path` cannot be `pod.toml`: an absolute path/,
  ],
  [
    () => resolveManifestFile({ path: "/p.toml", system: {} as never }),
    /`system` cannot be/,
  ],
  [
    () => resolveManifestFile({ path: "/p", system, strict: 1 as never }),
    /`strict` cannot be `1`/,
  ],
  [() => evaluateLua(5 as never), /`source` cannot be `5`/],
  [
    () => evaluateLua("return 1", { maxSteps: -1 }),
    /`maxSteps` cannot be `-1`/,
  ],
  [
    () => evaluateLua("return 1", { catalog: { providers: 5 } as never }),
    /`catalog` is (?:not a catalog|invalid):/,
  ],
  [
    () => evaluateLua("return 1", { modules: { a: 5 } as never }),
    /`modules` cannot be an object like this/,
  ],
  [
    () => evaluateLua("return 1", { onPrint: "x" as never }),
    /`onPrint` cannot be `x`/,
  ],
  [() => loadCatalog({ system: 5 as never }), /`system` cannot be `5`/],
  [
    () => discoverProfiles({ system, workspace: "ws" }),
    /`workspace` cannot be `ws`/,
  ],
  [
    () => resolveModel({} as never, "a/b"),
    /`catalog` is (?:not a catalog|invalid):/,
  ],
  [() => parseSelector(5 as never), /it is no text/],
  [() => new PodStore({ system: 5 as never }), /`system` cannot be `5`/],
  [
    () => new PodStore({ system, dataDirectory: "x" }).list(),
    /`x` cannot be a directory of the store/,
  ],
  [
    () =>
      new PodStore({ system }).create({ podName: "x", manifest: "pod.toml" }),
    /`manifest` cannot be `pod.toml`/,
  ],
  [
    () => new PodStore({ system }).diff("x", { workspace: "ws" }),
    /`workspace` cannot be `ws`/,
  ],
  [
    () => new PodStore({ system }).reresolve("x", { maxSteps: 0 }),
    /`maxSteps` cannot be `0`/,
  ],
  [
    () =>
      prepareEvaluation({
        file: "/x.lua",
        workspace: "/",
        system,
        wall: "x" as never,
      }),
    /`wall` cannot be `x`/,
  ],
];

for (const [call, message] of OTHERS) {
  Deno.test(`library: ${message.source} is a ProfileError`, async () => {
    await assert.rejects(async () => void await call(), isRefusal(message));
  });
}

Deno.test("resolveProfile: a catalog that is given is copied, and stays its owner's to change", async () => {
  const given = structuredClone(await loadCatalog({ system }));
  await resolve({ catalog: given });
  assert.equal(Object.isFrozen(given.models), false);
  assert.equal(Object.isFrozen(given.models[0]), false);
});

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
