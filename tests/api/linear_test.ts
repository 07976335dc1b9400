import assert from "node:assert/strict";
import {
  type Diagnostic,
  discoverProfiles,
  loadCatalog,
  memorySystem,
  ProfileError,
  resolveManifestFile,
  resolveProfile,
} from "../../mod.ts";
import { findProfileFiles } from "../../lib/api/find_profile_files.ts";
import { ResolverSession } from "../../lib/base/resolver_session.ts";
import { loadProgram } from "../../lib/source/load_program.ts";
import { rememberingSystem } from "../../lib/system/remembering_system.ts";
import { MOST_PROBLEMS } from "../../lib/base/cut_problems.ts";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";

// Every kind of document at n, 2n and 4n: what is read and what is said, counted
// instead of timed.

/** Enough for every limit to be met at least once. */
const SIZES = [300, 600, 1200] as const;

interface Counted {
  readonly reads: number;
  readonly bytes: number;
  readonly problems: number;
}

type Files = Readonly<Record<string, string>>;

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

const MANIFEST = `pod.name = "x"
model.ref = "codex-oauth/gpt-5.5"
scope.allow = [{ target = "/ws", permission = "write" }]
`;

/** Files of a world by the size of what is large in it, and what is done there. */
const ROWS: Readonly<
  Record<string, {
    readonly files: (count: number) => Files;
    readonly run: "profile" | "manifest" | "registry" | "catalog";
    readonly selector?: string;
  }>
> = {
  "a Lua profile with unknown fields": {
    files: (n) => ({
      "/ws/p.lua": `return {\n${lines(n, (i) => `f${i} = "x",`)}\n}`,
    }),
    run: "profile",
  },
  "a profile that computes the names of modules": {
    files: (n) => ({
      "/ws/p.lua": `return require("m" .. 1)`,
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [`/ws/m${i}.lua`, "return {}"]),
      ),
    }),
    run: "profile",
  },
  "a registry of one large file, of which all is imported": {
    files: (n) => ({
      "/ws/.insomnia/profiles.toml": `[profile]\np = "p.lua"\n${
        lines(n, (i) => `e${i} = "big.lua"`)
      }`,
      "/ws/.insomnia/p.lua":
        `local which = "project:e1" return profile.import(which)`,
      "/ws/.insomnia/big.lua": `return {} --${"x".repeat(500_000)}`,
    }),
    run: "profile",
    selector: "project:p",
  },
  "a JSON profile with unknown fields": {
    files: (n) => ({
      "/ws/p.json": `{${lines(n, (i) => `"f${i}": "x",`)} "model": "a/b"}`,
    }),
    run: "profile",
    selector: "./p.json",
  },
  "a JSON profile with fields written twice": {
    files: (n) => ({
      "/ws/p.json": `{${lines(n, () => `"a": 1,`)} "model": "a/b"}`,
    }),
    run: "profile",
    selector: "./p.json",
  },
  "a manifest file with unknown fields": {
    files: (n) => ({
      "/ws/m.toml": `${lines(n, (i) => `f${i} = 1`)}\n${MANIFEST}`,
    }),
    run: "manifest",
  },
  "a manifest file with wrong rules": {
    files: (n) => ({
      "/ws/m.toml":
        `${MANIFEST}permissions.default_action = "deny"\npermissions.rule = [${
          lines(n, () => "{},")
        }]`,
    }),
    run: "manifest",
  },
  "a registry with wrong entries": {
    files: (n) => ({
      "/ws/.insomnia/profiles.toml": `[profile]\n${
        lines(n, (i) => `p${i} = 1`)
      }`,
    }),
    run: "registry",
  },
  "a registry of wrong aliases": {
    files: (n) => ({
      "/ws/.insomnia/profiles.toml": `[alias]\n${
        lines(n, (i) => `a${i} = "x"`)
      }`,
    }),
    run: "registry",
  },
  "a registry of files that are missing": {
    files: (n) => ({
      "/ws/.insomnia/profiles.toml": `[profile]\n${
        lines(n, (i) => `p${i} = "m${i}.lua"`)
      }`,
    }),
    run: "registry",
  },
  "a TOML profile with unknown fields": {
    files: (n) => ({
      "/ws/p.toml": `model = "codex-oauth/gpt-5.5"\n${
        lines(n, (i) => `f${i} = "x"`)
      }`,
    }),
    run: "profile",
    selector: "./p.toml",
  },
  "a TOML profile with a key of many parts": {
    files: (n) => ({ "/ws/p.toml": `${"a.".repeat(n)}b = 1` }),
    run: "profile",
    selector: "./p.toml",
  },
  "a profile that requires what is missing": {
    files: (n) => ({
      "/ws/p.lua": lines(n, (i) => `pcall(require, "m${i}")`),
      "/ws/n.lua": "return {}",
    }),
    run: "profile",
  },
  "a profile that imports what is missing": {
    files: (n) => ({
      "/ws/p.lua": `local p = insomnia.profile\n${
        lines(n, (i) => `pcall(p.import, "project:m${i}")`)
      }\nreturn {}`,
    }),
    run: "profile",
  },
  "a profile that prints": {
    files: (n) => ({
      "/ws/p.lua": `${lines(n, (i) => `print("${i}")`)}\nreturn {}`,
    }),
    run: "profile",
  },
  "a catalog of providers that lack everything": {
    files: (n) => ({
      "/home/.config/insomnia/providers.toml": lines(n, () => "[[provider]]"),
    }),
    run: "catalog",
  },
  "a catalog of models with unknown fields": {
    files: (n) => ({
      "/home/.config/insomnia/models.toml": lines(
        n,
        (i) => `[[model]]\nid = "m${i}"\nprovider = "openai"\nx = 1`,
      ),
    }),
    run: "catalog",
  },
  "a catalog of models without a provider": {
    files: (n) => ({
      "/home/.config/insomnia/models.toml": lines(
        n,
        (i) => `[[model]]\nid = "m${i}"\nprovider = "nobody"`,
      ),
    }),
    run: "catalog",
  },
};

async function count(files: Files, row: (typeof ROWS)[string]) {
  const world = memorySystem({
    cwd: "/ws",
    env: { HOME: "/home" },
    files: { "/ws/.git/HEAD": "", ...files },
  });
  let reads = 0;
  let bytes = 0;
  const system = delegatingSystem(world, {
    async readFile(path, most) {
      const content = await world.readFile(path, most);
      reads++;
      bytes += content.length;
      return content;
    },
  });
  let said: readonly Diagnostic[] = [];
  try {
    if (row.run === "profile") {
      await resolveProfile({
        selector: row.selector ?? "./p.lua",
        podName: "x",
        workspace: "/ws",
        system,
      });
    } else if (row.run === "manifest") {
      const { warnings } = await resolveManifestFile({
        path: "/ws/m.toml",
        system,
      });
      said = warnings;
    } else if (row.run === "registry") {
      const { problems } = await discoverProfiles({ system, workspace: "/ws" });
      said = problems;
    } else {
      await loadCatalog({ system });
    }
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    said = error.diagnostics;
  }
  // What is printed has a limit of its own.
  const problems = said.filter(({ code }) => code !== "print").length;
  return { reads, bytes, problems } satisfies Counted;
}

for (const [name, row] of Object.entries(ROWS)) {
  Deno.test(`linear: ${name}`, async () => {
    const counted: Counted[] = [];
    for (const size of SIZES) {
      counted.push(await count(row.files(size), row));
    }
    for (const { reads, bytes, problems } of counted) {
      assert.ok(problems <= MOST_PROBLEMS + 5, `${problems} problems`);
      // 256 modules and the files around them.
      assert.ok(reads <= 256 + 8, `${reads} reads`);
      assert.ok(bytes <= 12 * 2 ** 20, `${bytes} bytes`);
    }
    const [one, , four] = counted;
    assert.ok(four!.reads <= 4 * one!.reads, JSON.stringify(counted));
    assert.ok(four!.bytes <= 4.5 * one!.bytes, JSON.stringify(counted));
  });
}

Deno.test("a registry of more than 10,000 entries is an error of its own", async () => {
  const { problems } = await discoverProfiles({
    system: memorySystem({
      files: {
        "/ws/.insomnia/profiles.toml": `[profile]\n${
          lines(10_001, (i) => `p${i} = "a.lua"`)
        }`,
      },
    }),
    workspace: "/ws",
  });
  assert.deepEqual(problems.map(({ code }) => code), ["registry-invalid"]);
  assert.match(problems[0]!.message, /10001 entries: at most 10000/);
});

Deno.test("a folder of profiles that compute the names of modules is looked through once", async () => {
  const counted: number[] = [];
  for (const size of SIZES) {
    const world = memorySystem({
      cwd: "/ws",
      files: {
        "/ws/.git/HEAD": "",
        ...Object.fromEntries(
          Array.from({ length: size }, (_, i) => [
            `/ws/m${i}.lua`,
            "return require('m' .. 1)",
          ]),
        ),
      },
    });
    let looks = 0;
    // Every look at the name of an entry of the folder.
    const system = rememberingSystem(delegatingSystem(world, {
      async readDirectory(path) {
        const entries = await world.readDirectory(path);
        return entries.map(({ name, kind }) => ({
          kind,
          get name() {
            looks++;
            return name;
          },
        }));
      },
    }));
    const session = new ResolverSession();
    const registry = await discoverProfiles({ system, workspace: "/ws" });
    const profiles = await findProfileFiles("/ws", system);
    assert.equal(profiles.length, size);
    // Of some: each reads 256 files.
    for (const path of profiles.slice(0, size / 60)) {
      await loadProgram(
        { kind: "path", path },
        registry,
        system,
        session,
      );
    }
    counted.push(looks);
  }
  const [one, two, four] = counted;
  // Sorting takes a little more than linear.
  assert.ok(two! <= 2.3 * one!, counted.join(", "));
  assert.ok(four! <= 5 * one!, counted.join(", "));
});
