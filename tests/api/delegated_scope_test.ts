import assert from "node:assert/strict";
import {
  memorySystem,
  PodStore,
  ProfileError,
  resolveManifestFile,
  resolveProfile,
  type ScopeRule,
} from "../../mod.ts";

const system = memorySystem({
  files: {
    "/ws/p.lua": `return { model = "codex-oauth/gpt-5.5" }`,
    "/ws/src/x": "",
    "/data/shared/deep/y": "",
  },
  links: { "/ws/link": "/data/shared/deep", "/clone": "/ws" },
  env: { INSOMNIA_DATA_DIR: "/store" },
});

const rule = (target: string): ScopeRule => ({
  target,
  permission: "read",
  recursive: true,
});
const resolve = (targets: readonly string[], workspace = "/ws") =>
  resolveProfile({
    selector: "/ws/p.lua",
    podName: "x",
    workspace,
    system,
    delegatedScope: targets.map(rule),
  });

/** What is granted, and what is said of it. */
const GRANTED: readonly (readonly [
  target: string,
  granted: string,
  ...notes: string[],
])[] = [
  ["/ws/src", "/ws/src"],
  ["/ws/src/../src//./", "/ws/src"],
  ["/ws", "/ws"],
  // By their real paths.
  ["/clone/src", "/clone/src"],
  ["/ws/link", "/ws/link", "delegate-outside"],
  ["/data", "/data", "delegate-outside"],
  ["/ws/srx", "/ws/srx", "delegate-missing"],
  ["/ws/link/z", "/ws/link/z", "delegate-missing", "delegate-outside"],
  ["/wsx", "/wsx", "delegate-missing", "delegate-outside"],
];

for (const [target, granted, ...notes] of GRANTED) {
  Deno.test(`resolveProfile: a delegated ${target} grants ${granted}, ${notes.join(", ") || "in silence"}`, async () => {
    const { manifest, warnings } = await resolve([target]);
    assert.deepEqual(manifest.scope.allow, [rule(granted)]);
    assert.deepEqual(
      warnings.map(({ severity, code }) => [severity, code]),
      notes.map((code) => ["note", code]),
    );
  });
}

Deno.test("resolveProfile: a workspace that is named by a link has the same inside", async () => {
  const { warnings } = await resolve(["/ws/src"], "/clone");
  assert.deepEqual(warnings, []);
});

Deno.test("resolveProfile: a delegated `..` behind a link is refused, all of them at once", async () => {
  await assert.rejects(
    resolve(["/ws/link/../x", "/ws/src", "/ws/link/.."]),
    (error) => {
      assert.ok(error instanceof ProfileError);
      assert.deepEqual(
        error.diagnostics.map(({ code, message, help }) => [
          code,
          message,
          help,
        ]),
        [
          [
            "delegate-invalid",
            "cannot delegate `/ws/link/../x`: `/ws/link` is a link, so `..` " +
            "behind it leads to `/data/shared/x`, and not to `/ws/x` as it is written",
            "delegate `/data/shared/x`, or `/ws/x`",
          ],
          [
            "delegate-invalid",
            "cannot delegate `/ws/link/..`: `/ws/link` is a link, so `..` " +
            "behind it leads to `/data/shared`, and not to `/ws` as it is written",
            "delegate `/data/shared`, or `/ws`",
          ],
        ],
      );
      return true;
    },
  );
});

Deno.test("PodStore.inherit: a delegated `..` behind a link is refused", async () => {
  const store = new PodStore({ system });
  await store.create({ selector: "/ws/p.lua", podName: "a", workspace: "/ws" });
  const child = (target: string) =>
    store.inherit({
      from: "a",
      podName: "b",
      delegatedScope: [rule(target)],
    });
  const { scope } = await child("/ws/src/../src");
  assert.equal(scope.allow[0]?.target, "/ws/src");
  await assert.rejects(child("/ws/link/../src"), /cannot delegate/);
});

/** A manifest file in `/ws` with a path in each place that takes one. */
const PATHS: readonly (readonly [field: string, text: string])[] = [
  ["pod.prompt_pack", `pod.prompt_pack = "PATH"`],
  ["model.auth.file", `model.auth = { kind = "api_key", file = "PATH" }`],
  [
    "compaction.model.auth.file",
    `compaction.model = { ref = "codex-oauth/gpt-5.5", auth = { kind = "api_key", file = "PATH" } }`,
  ],
  [
    "scope.allow[0].target",
    `scope.allow = [{ target = "PATH", permission = "read" }]`,
  ],
  [
    "scope.deny[0].target",
    `scope.deny = [{ target = "PATH", permission = "read" }]`,
  ],
  ["memory.workspace_root", `memory.workspace_root = "PATH"`],
  ["skills.directories[1]", `skills.directories = ["x", "PATH"]`],
];

for (const [field, text] of PATHS) {
  Deno.test(`resolveManifestFile: \`..\` behind a link in ${field} is refused`, async () => {
    const rest = field.startsWith("scope.allow")
      ? ""
      : `scope.allow = [{ target = ".", permission = "read" }]`;
    const read = (path: string) =>
      resolveManifestFile({
        path: "/ws/pod.toml",
        system: memorySystem({
          files: {
            "/ws/pod.toml":
              `pod.name = "x"\nmodel.ref = "codex-oauth/gpt-5.5"\n${
                text.replace("PATH", path)
              }\n${rest}`,
            "/data/shared/deep/y": "",
          },
          links: { "/ws/link": "/data/shared/deep" },
        }),
      });
    for (const path of ["link/x", "src/../link", "/ws/./link", "x/../y"]) {
      await read(path);
    }
    for (
      const path of [
        "link/../x",
        "/ws/link/../x",
        "y/../link/../x",
        "./link/../x",
      ]
    ) {
      await assert.rejects(read(path), (error) => {
        assert.ok(error instanceof ProfileError);
        const [problem] = error.diagnostics;
        assert.equal(error.diagnostics.length, 1);
        assert.deepEqual(
          [problem?.code, problem?.path, problem?.help],
          ["path-misleading", field, "write `/data/shared/x`, or `/ws/x`"],
        );
        assert.equal(problem?.source?.file, "/ws/pod.toml");
        return true;
      });
    }
  });
}

Deno.test("resolveManifestFile: a file that is reached through a link has no `..` to the folder of the link", async () => {
  await assert.rejects(
    resolveManifestFile({
      path: "/ws/link/pod.json",
      system: memorySystem({
        files: {
          "/data/shared/deep/pod.json": JSON.stringify({
            pod: { name: "x" },
            model: { ref: "codex-oauth/gpt-5.5" },
            scope: { allow: [{ target: "..", permission: "read" }] },
          }),
        },
        links: { "/ws/link": "/data/shared/deep" },
      }),
    }),
    /`scope\.allow\[0\]\.target` means two paths.*to `\/data\/shared`.*to `\/ws`/,
  );
});
