import assert from "node:assert/strict";
import { loadCatalog } from "../../lib/catalog/load_catalog.ts";
import { discoverProfiles } from "../../lib/registry/discover_profiles.ts";
import { BUILTIN_PROFILE_NAMES } from "../../lib/resources/builtin_resources.ts";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import { denoSystem } from "../../lib/system/deno_system.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { type System, SystemError } from "../../lib/system/system.ts";
import { exampleSystem } from "../examples.ts";

const BUILTINS = BUILTIN_PROFILE_NAMES.map((name) => `builtin:${name}`);

/** A world with a user registry and a project registry of these texts. */
function world(
  texts: { readonly user?: string; readonly project?: string },
): System {
  const files: Record<string, string> = {
    "/ws/.insomnia/a.lua": "return {}",
    "/home/.config/insomnia/a.lua": "return {}",
  };
  if (texts.user !== undefined) {
    files["/home/.config/insomnia/profiles.toml"] = texts.user;
  }
  if (texts.project !== undefined) {
    files["/ws/.insomnia/profiles.toml"] = texts.project;
  }
  return memorySystem({ files, env: { HOME: "/home" }, cwd: "/ws" });
}

const discover = (system: System, workspace = "/ws") =>
  discoverProfiles({ system, workspace });

Deno.test("discoverProfiles: the examples, entry by entry", async () => {
  const registry = await discover(exampleSystem(), "/team");
  assert.deepEqual(registry.problems, []);
  assert.deepEqual(
    registry.entries
      .filter(({ source }) => source !== "builtin")
      .map(({ qualifiedName, path, status }) =>
        `${qualifiedName} ${status} ${path}`
      ),
    [
      "user:reviewer ok /home/.config/insomnia/profiles/reviewer.lua",
      "user:night ok /home/.config/insomnia/profiles/night.lua",
      "project:reviewer ok /team/.insomnia/profiles/reviewer.lua",
      "project:legacy unsupported /team/.insomnia/profiles/legacy.nix",
      "project:lost missing /team/.insomnia/profiles/lost.lua",
      "project:coder ok /team/.insomnia/profiles/coder.lua",
      "project:orchestrator ok /team/.insomnia/profiles/orchestrator.lua",
      "project:thrifty ok /team/.insomnia/profiles/thrifty.lua",
    ],
  );
  const coder = registry.entries.find((e) =>
    e.qualifiedName === "project:coder"
  );
  assert.deepEqual(coder, {
    source: "project",
    name: "coder",
    qualifiedName: "project:coder",
    path: "/team/.insomnia/profiles/coder.lua",
    description: "Writes code in this repository",
    status: "ok",
    isDefault: true,
  });
  assert.deepEqual(
    registry.entries.filter((e) => e.isDefault),
    [coder],
  );
  assert.equal(registry.projectDirectory, "/team");
  assert.equal(registry.configDirectory, "/home/.config/insomnia");
});

Deno.test("discoverProfiles: the builtin profiles alone, described", async () => {
  const registry = await discover(memorySystem());
  assert.deepEqual(registry.entries.map((e) => e.qualifiedName), BUILTINS);
  for (const entry of registry.entries) {
    assert.equal(entry.status, "ok");
    assert.equal(entry.path, `resources/profiles/${entry.name}.lua`);
    assert(entry.description, entry.name);
    assert.equal(entry.isDefault, entry.name === "default");
  }
  assert.deepEqual(registry.files, []);
  assert.equal(registry.configDirectory, undefined);
});

Deno.test("discoverProfiles: the project is the nearest at or above the workspace", async () => {
  const registry = '[profile]\nx = "x.lua"\n';
  const system = memorySystem({
    files: {
      "/.insomnia/profiles.toml": registry,
      "/a/.insomnia/profiles.toml": registry,
      "/a/b/.insomnia/note.md": "no registry here",
    },
    directories: ["/a/b/c", "/z"],
  });
  for (
    const [workspace, project] of [
      ["/a", "/a"],
      ["/a/b/c", "/a"],
      ["/z", "/"],
    ] as const
  ) {
    const found = await discover(system, workspace);
    assert.equal(found.projectDirectory, project, workspace);
  }
});

for (
  const [name, texts, selector, declaredBy] of [
    ["none declared", {}, "builtin:default", "builtin"],
    [
      "the user's",
      { user: 'default = "a"\n[profile]\na = "a.lua"\n' },
      "user:a",
      "user",
    ],
    [
      "the project's before the user's",
      {
        user: 'default = "a"\n[profile]\na = "a.lua"\n',
        project: 'default = "a"\n[profile]\na = "a.lua"\n',
      },
      "project:a",
      "project",
    ],
    [
      "the user's when the project declares none",
      {
        user: 'default = "a"\n[profile]\na = "a.lua"\n',
        project: '[profile]\na = "a.lua"\n',
      },
      "user:a",
      "user",
    ],
    [
      "a qualified one, of another source",
      { project: 'default = "builtin:coder"\n' },
      "builtin:coder",
      "project",
    ],
    [
      "an entry called default",
      { project: 'default = "default"\n[profile]\ndefault = "a.lua"\n' },
      "project:default",
      "project",
    ],
    [
      "known although the user's file is broken",
      {
        user: "=",
        project: 'default = "builtin:coder"\n',
      },
      "builtin:coder",
      "project",
    ],
    [
      "unknown when the user's file is broken",
      {
        user: "=",
        project: '[profile]\na = "a.lua"\n',
      },
      undefined,
      undefined,
    ],
    [
      "unknown when the project's file is broken",
      {
        user: 'default = "a"\n[profile]\na = "a.lua"\n',
        project: "=",
      },
      undefined,
      undefined,
    ],
  ] as const
) {
  Deno.test(`discoverProfiles: the default, ${name}`, async () => {
    const registry = await discover(world(texts));
    const chosen = registry.default;
    assert.equal(
      chosen && `${chosen.selector.source}:${chosen.selector.name}`,
      selector,
    );
    assert.equal(chosen?.declaredBy, declaredBy);
    assert.equal(chosen?.problem, undefined);
    assert.deepEqual(
      registry.entries.filter((e) => e.isDefault).map((e) => e.qualifiedName),
      selector === undefined ? [] : [selector],
    );
  });
}

Deno.test("discoverProfiles: a default that names nothing is a problem with its place", async () => {
  const registry = await discover(world({
    project: '# team\ndefault = "codr"\n[profile]\na = "a.lua"\n',
  }));
  assert.deepEqual(registry.problems, [{
    code: "default-dangling",
    severity: "error",
    message:
      "the project registry's `default` is `project:codr`: there is no " +
      "such profile",
    path: "default",
    source: {
      file: "/ws/.insomnia/profiles.toml",
      line: 2,
      column: 11,
      length: 6,
    },
    fixes: [{
      replace: "value",
      put: "builtin:coder",
      edits: [{
        file: "/ws/.insomnia/profiles.toml",
        line: 2,
        column: 11,
        length: 6,
        text: '"builtin:coder"',
      }],
    }],
  }]);
  assert.deepEqual(registry.default?.problem, registry.problems[0]);
  assert.deepEqual(registry.entries.filter((e) => e.isDefault), []);
});

Deno.test("discoverProfiles: an unqualified default never means another source", async () => {
  const registry = await discover(world({ project: 'default = "coder"\n' }));
  assert.equal(registry.problems[0]?.code, "default-dangling");
});

for (
  const [name, path, status, reason] of [
    ["Lua", "a.lua", "ok", undefined],
    ["JSON that is missing", "a.json", "missing", /no such file/],
    ["a directory", "d.lua", "missing", /not a file/],
    ["Nix", "a.nix", "unsupported", /Nix file is not evaluated/],
    ["another ending", "a.txt", "unsupported", /`.lua` file/],
    ["no ending", "a", "unsupported", /`.lua` file/],
    ["a helper", "_a.lua", "unsupported", /begins with `_`/],
    ["above its file", "../../ws/.insomnia/a.lua", "ok", undefined],
    ["absolute", "/ws/.insomnia/a.lua", "ok", undefined],
  ] as const
) {
  Deno.test(`discoverProfiles: the status of ${name}`, async () => {
    const system = memorySystem({
      files: {
        "/ws/.insomnia/profiles.toml": `[profile]\nx = "${path}"\n`,
        "/ws/.insomnia/a.lua": "",
        "/ws/.insomnia/_a.lua": "",
        "/ws/.insomnia/d.lua/x": "",
      },
    });
    const registry = await discover(system);
    const entry = registry.entries.at(-1);
    assert.equal(entry?.status, status);
    if (reason) assert.match(entry?.reason ?? "", reason);
    else assert.equal(entry?.reason, undefined);
    assert.deepEqual(registry.problems, []);
  });
}

for (
  const [name, text, problems] of [
    ["a text that is no TOML", "default = \n", ["1:11 registry-syntax"]],
    ["a repeated key", 'default="a"\ndefault="b"', ["2:1 registry-syntax"]],
    ["an unknown field", 'defualt = "a"\n', ["1:1 registry-invalid"]],
    [
      "an unknown field of an entry",
      '[profile.a]\npath = "a.lua"\ndescripton = "x"\n',
      ["3:1 registry-invalid"],
    ],
    ["both spellings", "[profile]\n[entries]\n", ["2:2 registry-invalid"]],
    ["a path as default", 'default = "./a.lua"\n', ["1:11 registry-invalid"]],
    ["`-` as default", 'default = "-"\n', ["1:11 registry-invalid"]],
    [
      "a foreign source as default",
      'default = "team:a"\n',
      ["1:11 registry-invalid"],
    ],
    ["several at once", 'x = 1\n[profile]\na = 5\nb = ""\n', [
      "1:1 registry-invalid",
      "3:5 registry-invalid",
      "4:5 registry-invalid",
    ]],
    [
      "a path by another name, which is not missing as well",
      '[profile.a]\nfile = "a.lua"\n',
      ["2:1 registry-invalid"],
    ],
    ["a list of profiles", '[[profile]]\npath = "a.lua"\n', [
      "1:3 registry-invalid",
    ]],
    ["a field of a profile", 'model = "x/y"\n', ["1:1 registry-invalid"]],
    ["a name like a path", '[profile]\n"a.lua" = "a.lua"\n', [
      "2:1 registry-invalid",
    ]],
    ["an entry without a path", '[profile.a]\ndescription = "x"\n', [
      "1:10 registry-invalid",
    ]],
  ] as const
) {
  Deno.test(`discoverProfiles: ${name} is placed, and hides nothing else`, async () => {
    const registry = await discover(world({
      user: '[profile]\nmine = "a.lua"\n',
      project: text,
    }));
    assert.deepEqual(
      registry.problems.map(({ source, code }) =>
        `${source?.line}:${source?.column} ${code}`
      ),
      problems,
    );
    for (const { source, severity } of registry.problems) {
      assert.equal(source?.file, "/ws/.insomnia/profiles.toml");
      assert.equal(severity, "error");
    }
    assert.deepEqual(
      registry.entries.map((e) => e.qualifiedName),
      [...BUILTINS, "user:mine"],
    );
  });
}

Deno.test("discoverProfiles: an unknown field gets a suggestion", async () => {
  const registry = await discover(world({ project: "[profiles]\n" }));
  assert.match(registry.problems[0]!.message, /unknown field `profiles`/);
  assert.equal(registry.problems[0]!.fixes?.[0]?.put, "profile");
});

Deno.test("discoverProfiles: [entries] is an older name of [profile]", async () => {
  const registry = await discover(world({
    project: '[entries]\nold = "a.lua"\n',
  }));
  assert.deepEqual(registry.problems, []);
  assert.equal(registry.entries.at(-1)?.qualifiedName, "project:old");
});

Deno.test("discoverProfiles: names such as __proto__ and constructor are only names", async () => {
  const registry = await discover(world({
    project: '[profile]\nconstructor = "a.lua"\ntoString = "a.lua"\n',
  }));
  assert.deepEqual(registry.problems, []);
  const hostile = await discover(world({
    project: '[profile]\n__proto__ = "a.lua"\n',
  }));
  assert.equal(hostile.problems[0]?.code, "registry-invalid");
});

Deno.test("discoverProfiles: a registry that cannot be read is a problem, not thrown", async () => {
  const inner = world({ user: "", project: "" });
  const refusing = (kind: "denied" | "not-permitted") =>
    delegatingSystem(inner, {
      readFile: (path) =>
        path.startsWith("/ws/")
          ? Promise.reject(new SystemError(kind, path, "no"))
          : inner.readFile(path),
    });
  for (
    const [kind, code] of [
      ["denied", "file-unreadable"],
      ["not-permitted", "permission-missing"],
    ] as const
  ) {
    const registry = await discover(refusing(kind));
    assert.deepEqual(registry.problems.map((p) => p.code), [code]);
    assert.equal(registry.default, undefined);
  }
});

Deno.test("discoverProfiles: a variable that must not be read leaves the user's profiles unknown", async () => {
  const inner = world({ project: '[profile]\na = "a.lua"\n' });
  const registry = await discover(delegatingSystem(inner, {
    env: (name) => {
      throw new SystemError("not-permitted", name, "requires env access");
    },
  }));
  assert.deepEqual(registry.problems.map((p) => p.code), [
    "permission-missing",
  ]);
  assert.equal(registry.entries.at(-1)?.qualifiedName, "project:a");
});

Deno.test("discoverProfiles: text that is not UTF-8", async () => {
  const system = memorySystem({
    files: { "/ws/.insomnia/profiles.toml": new Uint8Array([0xff]) },
  });
  const { problems } = await discover(system);
  assert.deepEqual(problems.map((p) => p.code), ["registry-syntax"]);
});

Deno.test("discoverProfiles, loadCatalog: without options, the real files from the current directory on", async () => {
  const system = denoSystem();
  assert.deepEqual(
    await discoverProfiles(),
    await discoverProfiles({ system, workspace: Deno.cwd() }),
  );
  assert.deepEqual(await loadCatalog(), await loadCatalog({ system }));
});
