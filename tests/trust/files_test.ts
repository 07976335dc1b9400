import assert from "node:assert/strict";
import { ProfileError } from "../../lib/base/profile_error.ts";
import { resolveProfile } from "../../lib/api/resolve_profile.ts";
import { resolveManifestFile } from "../../lib/api/resolve_manifest_file.ts";
import { discoverProfiles } from "../../lib/registry/discover_profiles.ts";
import {
  memorySystem,
  type MemorySystemOptions,
} from "../../lib/system/memory_system.ts";

// Who may have which file read: whole runs in worlds of one trick each.

const PROFILE = `return { slug = "it", model = "codex-oauth/gpt-5" }`;
const SECRET = "hunter2-of-ada";
const REPO = "/home/ada/src/repo";

/** A home with secrets, a config directory and a cloned repository. */
function world(
  { files = {}, links = {}, ...more }: MemorySystemOptions,
): MemorySystemOptions {
  return {
    cwd: REPO,
    env: { HOME: "/home/ada" },
    files: {
      "/home/ada/.netrc": `machine example.com password ${SECRET}\n`,
      "/home/ada/.codex/auth.json":
        `{ "model": "codex-oauth/gpt-5", "slug": "${SECRET}" }`,
      "/home/ada/other/there.lua": PROFILE,
      [`${REPO}/.git/HEAD`]: "ref: refs/heads/main\n",
      [`${REPO}/tools/coder.lua`]: PROFILE,
      [`${REPO}/.env`]: `return { slug = "${SECRET}" }`,
      ...files,
    },
    links,
    ...more,
  };
}

async function outcome(
  selector: string,
  options: MemorySystemOptions,
  workspace = options.cwd ?? REPO,
): Promise<string> {
  const system = memorySystem(options);
  try {
    const { manifest } = await resolveProfile({
      selector,
      podName: "x",
      workspace,
      system,
    });
    return `ok ${manifest.profile!.profile.name}`;
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    assert.ok(
      !JSON.stringify(error.diagnostics).includes(SECRET),
      JSON.stringify(error.diagnostics),
    );
    return error.code;
  }
}

const registry = (path: string) => ({
  [`${REPO}/.insomnia/profiles.toml`]: `[profile]\nx = "${path}"\n`,
});

interface Row {
  readonly name: string;
  readonly world: MemorySystemOptions;
  readonly selector: string;
  readonly expected: string;
  readonly workspace?: string;
}

const ROWS: readonly Row[] = [
  // A project's registry.
  {
    name: "a project names a file of its own",
    world: { files: registry("../tools/coder.lua") },
    selector: "project:x",
    expected: "ok it",
  },
  {
    name: "a project names a file above it",
    world: { files: registry("../../../.codex/auth.json") },
    selector: "project:x",
    expected: "profile-unsupported",
  },
  {
    name: "a project names a file above it, by way of its own folders",
    world: { files: registry("../tools/../../../.codex/auth.json") },
    selector: "project:x",
    expected: "profile-unsupported",
  },
  {
    name: "a project names an absolute path",
    world: { files: registry("/home/ada/.codex/auth.json") },
    selector: "project:x",
    expected: "profile-unsupported",
  },
  {
    name: "a project names its own file by its absolute path",
    world: { files: registry(`${REPO}/tools/coder.lua`) },
    selector: "project:x",
    expected: "ok it",
  },
  {
    name: "a project's entry is a link out of it",
    world: {
      files: registry("n.lua"),
      links: { [`${REPO}/.insomnia/n.lua`]: "/home/ada/.netrc" },
    },
    selector: "project:x",
    expected: "profile-unsupported",
  },
  {
    name: "a project's entry is a link to a link out of it",
    world: {
      files: registry("n.lua"),
      links: {
        [`${REPO}/.insomnia/n.lua`]: "m.lua",
        [`${REPO}/.insomnia/m.lua`]: "../../../other/there.lua",
      },
    },
    selector: "project:x",
    expected: "profile-unsupported",
  },
  {
    name: "a project's entry lies behind a link of a folder out of it",
    world: {
      files: registry("away/there.lua"),
      links: { [`${REPO}/.insomnia/away`]: "/home/ada/other" },
    },
    selector: "project:x",
    expected: "profile-unsupported",
  },
  {
    name: "a project's entry is a link to a file of another ending",
    world: {
      files: registry("n.lua"),
      links: { [`${REPO}/.insomnia/n.lua`]: "../.env" },
    },
    selector: "project:x",
    expected: "profile-unsupported",
  },
  {
    name: "a project's entry is a link inside it",
    world: {
      files: registry("n.lua"),
      links: { [`${REPO}/.insomnia/n.lua`]: "../tools/coder.lua" },
    },
    selector: "project:x",
    expected: "ok it",
  },
  {
    name: "a project's registry is itself a link out of it",
    world: {
      links: { [`${REPO}/.insomnia/profiles.toml`]: "/home/ada/.netrc" },
    },
    selector: "default",
    expected: "registry-refused",
  },
  {
    name: "a project's registry is itself a link to a file of another ending",
    world: { links: { [`${REPO}/.insomnia/profiles.toml`]: "../.env" } },
    selector: "default",
    expected: "registry-refused",
  },
  {
    name: "a project's registry whose .insomnia is a link to a folder above",
    world: {
      files: {
        "/home/ada/src/tarball/profiles.toml":
          `[profile]\nx = "../../../../other/there.lua"\n`,
      },
      links: { "/home/ada/src/tarball/sub/.insomnia": ".." },
    },
    workspace: "/home/ada/src/tarball/sub",
    selector: "project:x",
    expected: "profile-unsupported",
  },
  {
    name: "a project whose .insomnia is a link to a shared folder",
    world: {
      files: {
        "/home/ada/shared/profiles.toml": `[profile]\nx = "x.lua"\n`,
        "/home/ada/shared/x.lua": PROFILE,
      },
      links: { [`${REPO}/.insomnia`]: "/home/ada/shared" },
    },
    selector: "project:x",
    expected: "ok it",
  },
  {
    name: "a project without a repository is the folder that holds .insomnia",
    world: {
      files: {
        "/srv/plain/.insomnia/profiles.toml":
          `[profile]\nx = "../x.lua"\ny = "../../y.lua"\n`,
        "/srv/plain/x.lua": PROFILE,
        "/srv/y.lua": PROFILE,
      },
    },
    workspace: "/srv/plain",
    selector: "project:x",
    expected: "ok it",
  },
  {
    name: "a project without a repository ends at that folder",
    world: {
      files: {
        "/srv/plain/.insomnia/profiles.toml": `[profile]\ny = "../../y.lua"\n`,
        "/srv/y.lua": PROFILE,
      },
    },
    workspace: "/srv/plain",
    selector: "project:y",
    expected: "profile-unsupported",
  },
  {
    name: "a package of a larger repository may name the repository's files",
    world: {
      files: {
        [`${REPO}/packages/a/.insomnia/profiles.toml`]:
          `[profile]\nx = "../../../tools/coder.lua"\n`,
      },
    },
    workspace: `${REPO}/packages/a`,
    selector: "project:x",
    expected: "ok it",
  },
  {
    name: "a submodule, whose .git is a file, ends at itself",
    world: {
      files: {
        [`${REPO}/sub/.git`]: "gitdir: ../.git/modules/sub\n",
        [`${REPO}/sub/.insomnia/profiles.toml`]:
          `[profile]\nx = "../../tools/coder.lua"\n`,
      },
    },
    workspace: `${REPO}/sub`,
    selector: "project:x",
    expected: "profile-unsupported",
  },
  {
    name: "a .git of another owner makes no project",
    world: {
      files: {
        "/tmp/.git/HEAD": "",
        "/tmp/work/.insomnia/profiles.toml": `[profile]\nx = "../../x.lua"\n`,
        "/tmp/x.lua": PROFILE,
      },
      owners: { "/tmp/.git": 666 },
    },
    workspace: "/tmp/work",
    selector: "project:x",
    expected: "profile-unsupported",
  },
  // The home directory.
  {
    name: "the registry of the home directory is not found from below",
    world: {
      files: {
        "/home/ada/.insomnia/profiles.toml": `default = "builtin:fast"\n`,
        "/home/ada/src/plain/x.lua": PROFILE,
      },
    },
    workspace: "/home/ada/src/plain",
    selector: "default",
    expected: "ok default",
  },
  {
    name: "the registry of the home directory counts in the home directory",
    world: {
      files: {
        "/home/ada/.insomnia/profiles.toml": `default = "builtin:fast"\n`,
      },
    },
    workspace: "/home/ada",
    selector: "default",
    expected: "ok fast",
  },
  {
    name: "the registry of the home directory names nothing beside .insomnia",
    world: {
      files: {
        "/home/ada/.git/HEAD": "",
        "/home/ada/.insomnia/profiles.toml":
          `[profile]\nx = "../other/there.lua"\n`,
      },
    },
    workspace: "/home/ada",
    selector: "project:x",
    expected: "profile-unsupported",
  },
  {
    name: "a home directory that is a link is the same one",
    world: {
      files: {
        "/data/ada/.insomnia/profiles.toml": `default = "builtin:fast"\n`,
        "/data/ada/deep/x": "",
      },
      links: { "/users/ada": "/data/ada" },
      env: { HOME: "/users/ada" },
    },
    workspace: "/data/ada/deep",
    selector: "default",
    expected: "ok default",
  },
  // Above the workspace.
  {
    name: "a registry above the workspace of another user is an error",
    world: {
      files: {
        "/tmp/.insomnia/profiles.toml": `default = "builtin:fast"\n`,
        "/tmp/work/x": "",
      },
      owners: { "/tmp/.insomnia": 666 },
    },
    workspace: "/tmp/work",
    selector: "default",
    expected: "registry-refused",
  },
  {
    name: "a link of another user to a registry of root's is an error",
    world: {
      files: {
        "/usr/share/doc/.insomnia/profiles.toml": "",
        "/tmp/work/x": "",
      },
      links: { "/tmp/.insomnia": "/usr/share/doc/.insomnia" },
      owners: { "/usr": 0, "/tmp/.insomnia": 666 },
    },
    workspace: "/tmp/work",
    selector: "default",
    expected: "registry-refused",
  },
  {
    name: "a registry above the workspace of the same user or root is used",
    world: {
      files: {
        "/srv/.insomnia/profiles.toml": `default = "builtin:fast"\n`,
        "/srv/work/x": "",
      },
      owners: { "/srv/.insomnia": 0 },
    },
    workspace: "/srv/work",
    selector: "default",
    expected: "ok fast",
  },
  {
    name: "a registry of root's above somebody's workspace is used",
    world: {
      files: {
        "/srv/.insomnia/profiles.toml": `default = "builtin:fast"\n`,
        "/srv/work/x": "",
      },
      owners: { "/srv": 0, "/srv/work": 1000 },
    },
    workspace: "/srv/work",
    selector: "default",
    expected: "ok fast",
  },
  {
    name: "the first user after root is not root",
    world: {
      files: {
        "/srv/.insomnia/profiles.toml": `default = "builtin:fast"\n`,
        "/srv/work/x": "",
      },
      owners: { "/srv": 1, "/srv/work": 1000 },
    },
    workspace: "/srv/work",
    selector: "default",
    expected: "registry-refused",
  },
  {
    name: "a registry in the workspace is used, whoever it belongs to",
    world: {
      files: {
        "/tmp/work/.insomnia/profiles.toml": `default = "builtin:fast"\n`,
      },
      owners: { "/tmp/work/.insomnia": 666 },
    },
    workspace: "/tmp/work",
    selector: "default",
    expected: "ok fast",
  },
  // Typed paths.
  {
    name: "a typed path is read where it leads",
    world: { links: { "/home/ada/mine.lua": "other/there.lua" } },
    selector: "/home/ada/mine.lua",
    expected: "ok it",
  },
  {
    name: "a typed path that is a link out of a project",
    world: { links: { [`${REPO}/n.lua`]: "/home/ada/other/there.lua" } },
    selector: "./n.lua",
    expected: "profile-unsupported",
  },
  {
    name: "a typed path that is a link out of a project without a repository",
    world: {
      files: { "/srv/plain/.insomnia/profiles.toml": "" },
      links: { "/srv/plain/deep/n.lua": "/home/ada/other/there.lua" },
    },
    selector: "/srv/plain/deep/n.lua",
    expected: "profile-unsupported",
  },
  {
    name: "a typed path of data that is a link out of a project",
    world: { links: { [`${REPO}/n.json`]: "/home/ada/.codex/auth.json" } },
    selector: "./n.json",
    expected: "profile-unsupported",
  },
  {
    name: "a typed path to a link of one's own to a link out of a project",
    world: {
      links: {
        "/home/ada/mine.lua": `${REPO}/n.lua`,
        [`${REPO}/n.lua`]: "/home/ada/.netrc",
      },
    },
    selector: "/home/ada/mine.lua",
    expected: "profile-unsupported",
  },
  {
    name: "a typed path behind a linked folder out of a project",
    world: { links: { [`${REPO}/away`]: "/home/ada/other" } },
    selector: "./away/there.lua",
    expected: "profile-unsupported",
  },
  {
    name: "a typed path that is a link inside a project",
    world: { links: { [`${REPO}/n.lua`]: "tools/coder.lua" } },
    selector: "./n.lua",
    expected: "ok it",
  },
  {
    name: "a typed path that is a link to another ending inside a project",
    world: { links: { [`${REPO}/n.lua`]: ".env" } },
    selector: "./n.lua",
    expected: "profile-unsupported",
  },
  {
    name: "a typed path outside of projects that is no profile shows no line",
    world: { links: { "/srv/n.lua": "/home/ada/.netrc" } },
    selector: "/srv/n.lua",
    expected: "lua-syntax",
  },
  // Modules.
  {
    name: "a module of a project's profile is a link out of it",
    world: {
      files: {
        [`${REPO}/x.lua`]: `return require("n")`,
      },
      links: { [`${REPO}/n.lua`]: "/home/ada/other/there.lua" },
    },
    selector: "./x.lua",
    expected: "module-not-found",
  },
  {
    name: "a module of a project's profile is a link to another ending",
    world: {
      files: { [`${REPO}/x.lua`]: `return require("n")` },
      links: { [`${REPO}/n.lua`]: ".env" },
    },
    selector: "./x.lua",
    expected: "module-not-found",
  },
  {
    name: "a module of a project's linked profile stands where that leads",
    world: {
      files: {
        ...registry("x.lua"),
        [`${REPO}/tools/x.lua`]: `return require("shared")`,
        [`${REPO}/tools/shared.lua`]: PROFILE,
      },
      links: {
        [`${REPO}/.insomnia/x.lua`]: "../tools/x.lua",
        [`${REPO}/.insomnia/shared.lua`]: "../tools/shared.lua",
      },
    },
    selector: "project:x",
    expected: "ok it",
  },
  {
    name:
      "a module of a typed profile outside of projects is a link to anywhere",
    world: {
      files: { "/srv/x.lua": `return require("n")` },
      links: { "/srv/n.lua": "/home/ada/other/there.lua" },
    },
    selector: "/srv/x.lua",
    expected: "ok it",
  },
  // The user's own side.
  {
    name: "the user's registry may name any file",
    world: {
      files: {
        "/home/ada/.config/insomnia/profiles.toml":
          `[profile]\nx = "../../other/there.lua"\n`,
      },
    },
    selector: "user:x",
    expected: "ok it",
  },
  {
    name: "a config folder of links, as a dotfile manager makes it",
    world: {
      files: {
        "/home/ada/dotfiles/.git/HEAD": "",
        "/home/ada/dotfiles/insomnia/profiles.toml": `[profile]\nx = "x.lua"\n`,
        "/home/ada/dotfiles/insomnia/x.lua": `return require("shared.it")`,
        "/home/ada/dotfiles/insomnia/shared/it.lua": PROFILE,
      },
      links: {
        "/home/ada/.config/insomnia/profiles.toml":
          "../../dotfiles/insomnia/profiles.toml",
        "/home/ada/.config/insomnia/x.lua": "../../dotfiles/insomnia/x.lua",
        "/home/ada/.config/insomnia/shared/it.lua":
          "../../../dotfiles/insomnia/shared/it.lua",
      },
    },
    selector: "user:x",
    expected: "ok it",
  },
  {
    name: "a config folder that is one link",
    world: {
      files: {
        "/home/ada/dotfiles/.git/HEAD": "",
        "/home/ada/dotfiles/insomnia/profiles.toml": `[profile]\nx = "x.lua"\n`,
        "/home/ada/dotfiles/insomnia/x.lua": `return require("shared")`,
        "/home/ada/dotfiles/insomnia/shared.lua": PROFILE,
      },
      links: { "/home/ada/.config/insomnia": "../dotfiles/insomnia" },
    },
    selector: "user:x",
    expected: "ok it",
  },
  {
    name: "a config folder in a repository, with links out of it",
    world: {
      files: {
        "/home/ada/.config/.git/HEAD": "",
        "/home/ada/.config/insomnia/profiles.toml": `[profile]\nx = "x.lua"\n`,
        "/home/ada/other/x.lua": `return require("shared")`,
      },
      links: {
        "/home/ada/.config/insomnia/x.lua": "../../other/x.lua",
        "/home/ada/.config/insomnia/shared.lua": "../../other/there.lua",
      },
    },
    selector: "user:x",
    expected: "ok it",
  },
  {
    name: "the user's registry names a link that stands in a project",
    world: {
      files: {
        "/home/ada/.config/insomnia/profiles.toml":
          `[profile]\nx = "${REPO}/n.lua"\n`,
      },
      links: { [`${REPO}/n.lua`]: "/home/ada/other/there.lua" },
    },
    selector: "user:x",
    expected: "profile-unsupported",
  },
  // Imports.
  {
    name: "a project's profile imports an entry that leads out of it",
    world: {
      files: {
        [`${REPO}/.insomnia/profiles.toml`]:
          `[profile]\nx = "x.lua"\ny = "../../../other/there.lua"\n`,
        [`${REPO}/.insomnia/x.lua`]:
          `return require("insomnia.profile").import("project:y")`,
      },
    },
    selector: "project:x",
    expected: "import-invalid",
  },
  {
    name: "a project's profile imports the user's by name",
    world: {
      files: {
        "/home/ada/.config/insomnia/profiles.toml": `[profile]\ny = "y.lua"\n`,
        "/home/ada/.config/insomnia/y.lua": PROFILE,
        ...registry("x.lua"),
        [`${REPO}/.insomnia/x.lua`]:
          `return require("insomnia.profile").import("user:y")`,
      },
    },
    selector: "project:x",
    expected: "ok it",
  },
];

for (const { name, world: trick, selector, expected, workspace } of ROWS) {
  Deno.test(`files: ${name}`, async () => {
    assert.equal(await outcome(selector, world(trick), workspace), expected);
  });
}

Deno.test("discoverProfiles: what leads out of a project is listed as unsupported, with its reason", async () => {
  const { entries, problems } = await discoverProfiles({
    system: memorySystem(world({ files: registry("../../../.netrc.lua") })),
    workspace: REPO,
  });
  assert.deepEqual(problems, []);
  assert.equal(entries.at(-1)!.status, "missing");
  const out = await discoverProfiles({
    system: memorySystem(
      world({ files: registry("../../../other/there.lua") }),
    ),
    workspace: REPO,
  });
  const { status, reason, help } = out.entries.at(-1)!;
  assert.equal(status, "unsupported");
  assert.match(reason!, /leads out of the project/);
  assert.match(help!, /keep the file inside the project/);
});

Deno.test("discoverProfiles: a disk without letter case has one home directory", async () => {
  const options = world({
    files: { "/home/ada/.insomnia/profiles.toml": `default = "builtin:fast"` },
  });
  const strict = memorySystem(options);
  const lower = (path: string) => path.toLowerCase();
  const { delegatingSystem } = await import(
    "../../lib/system/delegating_system.ts"
  );
  const forgiving = delegatingSystem(strict, {
    stat: (path) => strict.stat(lower(path)),
    fileInfo: (path, options) => strict.fileInfo(lower(path), options),
    readFile: (path, most) => strict.readFile(lower(path), most),
    // Does not tell how the name is really written, as some disks do not.
    realPath: async (path) => (await strict.realPath(lower(path)), path),
  });
  const { files } = await discoverProfiles({
    system: forgiving,
    workspace: "/home/ADA/src/repo",
  });
  assert.deepEqual(files, []);
});

Deno.test("resolveManifestFile: a link out of a project is not followed, one of the user's is", async () => {
  const manifest = `pod.name = "x"
model.ref = "codex-oauth/gpt-5"
scope.allow = [{ target = "/ws", permission = "read" }]
`;
  const system = memorySystem(world({
    files: { "/home/ada/other/m.toml": manifest },
    links: {
      [`${REPO}/m.toml`]: "/home/ada/other/m.toml",
      "/home/ada/m.toml": "other/m.toml",
    },
  }));
  const { manifest: made } = await resolveManifestFile({
    path: "/home/ada/m.toml",
    system,
  });
  assert.equal(made.pod.name, "x");
  await assert.rejects(
    resolveManifestFile({ path: `${REPO}/m.toml`, system }),
    (error) =>
      error instanceof ProfileError && error.code === "file-unreadable",
  );
});
