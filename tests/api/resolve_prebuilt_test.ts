import assert from "node:assert/strict";
import fc from "../fast_check.ts";
import { HOLES, resolvePrebuilt } from "../../lib/api/resolve_prebuilt.ts";
import { resolveProfile } from "../../lib/api/resolve_profile.ts";
import { BUILTIN_PROFILE_NAMES } from "../../lib/resources/builtin_resources.ts";
import { isPodName } from "../../lib/schema/pod_name.ts";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import {
  memorySystem,
  type MemorySystemOptions,
} from "../../lib/system/memory_system.ts";
import { buildPrebuilt, prebuiltFile } from "../../scripts/build_prebuilt.ts";
import { printManifest } from "../../lib/print/print_manifest.ts";

for (const name of BUILTIN_PROFILE_NAMES) {
  Deno.test(`buildPrebuilt: the kept file of ${name} is what the pipeline gives`, async () => {
    assert.equal(
      await Deno.readTextFile(prebuiltFile(name)),
      await buildPrebuilt(name),
    );
  });
}

const podName = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }).filter(isPodName),
  // What is filled in may look like what is to be filled in.
  fc.constantFrom(...Object.values(HOLES), `"${HOLES.workspace}"`, "$&"),
);
const workspace = fc.record({
  root: fc.constantFrom("/", "C:/"),
  parts: fc.array(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 })
      .map((text) => text.replace(/[/\\\p{Cc}]/gu, "_"))
      .filter((text) => text !== "." && text !== ".."),
    { maxLength: 4 },
  ),
}).map(({ root, parts }) => root + parts.join("/"));

/** The same as the pipeline, byte for byte; or nothing, where it says nothing. */
Deno.test("resolvePrebuilt: gives the bytes that the pipeline gives, for any launch", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        "default",
        ...BUILTIN_PROFILE_NAMES,
        ...BUILTIN_PROFILE_NAMES.map((name) => `builtin:${name}`),
      ),
      podName,
      workspace,
      async (selector, podName, workspace) => {
        const system = memorySystem({
          directories: [workspace],
          cwd: workspace,
          env: { HOME: `${workspace[0] === "/" ? "" : "C:"}/home/ada` },
        });
        const options = { selector, podName, workspace, system };
        const prebuilt = await resolvePrebuilt(options);
        const { manifest, warnings } = await resolveProfile(options);
        assert(prebuilt !== undefined, selector);
        assert.deepEqual(warnings, []);
        assert.equal(prebuilt, printManifest(manifest, "json"));
      },
    ),
    { numRuns: 60 },
  );
});

const ENV = { HOME: "/home/ada" };
const CONFIG = "/home/ada/.config/insomnia";

type Options = Partial<Parameters<typeof resolvePrebuilt>[0]>;
for (
  const [what, world, options] of [
    ["a registry in the workspace", {
      files: { "/ws/a/.insomnia/profiles.toml": "" },
    }],
    ["a registry that is a link to nowhere", {
      links: { "/ws/a/.insomnia": "/gone" },
    }],
    ["a catalog that is a link to nowhere", {
      links: { [`${CONFIG}/models.toml`]: "/gone" },
    }],
    ["a registry above the workspace", {
      files: { "/.insomnia/profiles.toml": "" },
    }],
    ["a folder where a registry may be", {
      directories: ["/ws/.insomnia/profiles.toml"],
    }],
    ["a registry of the user's", {
      files: { [`${CONFIG}/profiles.toml`]: "" },
    }],
    ["providers of the user's", {
      files: { [`${CONFIG}/providers.toml`]: "" },
    }],
    ["models of the user's", { files: { [`${CONFIG}/models.toml`]: "" } }],
    ["no workspace", { directories: ["/elsewhere"] }, { workspace: "/gone" }],
    ["a file as the workspace", { files: { "/file": "" } }, {
      workspace: "/file",
    }],
    ["a relative workspace", {}, { workspace: "ws" }],
    ["a name that no Pod can have", {}, { podName: "a/b" }],
    ["an unknown name", {}, { selector: "defualt" }],
    ["a path", {}, { selector: "./default" }],
    ["another source", {}, { selector: "project:default" }],
    ["a name of every object", {}, { selector: "constructor" }],
    ["standard input", {}, { selector: "-" }],
    ["the word `builtin:` alone", {}, { selector: "builtin:" }],
  ] as readonly (readonly [string, MemorySystemOptions, Options?])[]
) {
  Deno.test(`resolvePrebuilt: leaves ${what} to the pipeline`, async () => {
    const system = memorySystem({
      env: ENV,
      ...world,
      directories: ["/ws/a", ...world.directories ?? []],
    });
    const text = await resolvePrebuilt({
      podName: "demo",
      workspace: "/ws/a",
      system,
      ...options,
    });
    assert.equal(text, undefined);
  });
}

Deno.test("resolvePrebuilt: where no variable names a directory, there are no user's files", async () => {
  const system = memorySystem({
    directories: ["/ws"],
    files: { [`${CONFIG}/profiles.toml`]: "" },
  });
  const options = { podName: "demo", workspace: "/ws", system };
  assert(await resolvePrebuilt(options));
});

Deno.test("resolvePrebuilt: leaves a world that does not answer to the pipeline", async () => {
  const { SystemError } = await import("../../lib/system/system.ts");
  const willing = memorySystem({ directories: ["/ws"], env: ENV });
  const refuse = (path: string) => {
    throw new SystemError("not-permitted", path, "not permitted");
  };
  for (
    const unwilling of [
      { env: refuse },
      { fileInfo: refuse },
    ]
  ) {
    const system = delegatingSystem(willing, unwilling);
    const options = { podName: "demo", workspace: "/ws", system };
    assert.equal(await resolvePrebuilt(options), undefined);
  }
});
