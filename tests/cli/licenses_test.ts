import assert from "node:assert/strict";
import { licenseNotices } from "../../lib/resources/license_notices.ts";
import { repositoryPath } from "../../scripts/repository_path.ts";
import { runCli } from "./run_cli.ts";

/** What Deno says of a module graph, or of itself. */
async function denoInfo(...args: readonly string[]) {
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", ...args],
  }).output();
  assert.equal(code, 0);
  return JSON.parse(new TextDecoder().decode(stdout));
}

/** Every package that the program loads, as `name@version`. */
async function packagesOf(...entries: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const entry of entries) {
    // `npmPackages` is all of the lock file: a set that grows while it is
    // walked takes what the modules ask for, and what that needs.
    const { modules, npmPackages } = await denoInfo(repositoryPath(entry));
    const keys = new Set<string>(
      modules.flatMap(({ npmPackage }: { npmPackage?: string }) =>
        npmPackage ?? []
      ),
    );
    for (const key of keys) {
      const { name, version, dependencies }: Package = npmPackages[key];
      found.add(`${name}@${version}`);
      dependencies.forEach((dependency) => keys.add(dependency));
    }
  }
  return [...found].sort();
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly dependencies: readonly string[];
}

/** The licence file of a package in Deno's cache, whatever registry it is from. */
function licenseOf(
  { name, version }: Omit<Package, "dependencies">,
  npmCache: string,
): string {
  for (const registry of Deno.readDirSync(npmCache)) {
    for (const file of ["LICENSE", "LICENSE.md"]) {
      try {
        return Deno.readTextFileSync(
          `${npmCache}/${registry.name}/${name}/${version}/${file}`,
        );
      } catch (error) {
        if (!(error instanceof Deno.errors.NotFound)) throw error;
      }
    }
  }
  throw new Error(`${name} ${version} has no licence file in ${npmCache}`);
}

Deno.test("licenseNotices: every npm package that is loaded, and no other", async () => {
  const named = (await licenseNotices()).filter((notice) =>
    notice.in === "npm package"
  );
  assert.deepEqual(
    named.map(({ name, version }) => `${name}@${version}`).sort(),
    await packagesOf("cli.ts", "mod.ts"),
  );
});

Deno.test("licenseNotices: each package's text is the file that it came with", async () => {
  const { npmCache } = await denoInfo();
  const packages = (await licenseNotices()).filter(({ in: place, name }) =>
    place === "npm package" || name === "wasmoon"
  );
  assert.ok(packages.length > 1);
  for (const { name, version = "", text } of packages) {
    const own = licenseOf({ name, version }, npmCache);
    assert.equal(text, own.replaceAll("\r\n", "\n"), name);
  }
});

const HOLDERS: readonly (readonly [name: string, holder: RegExp])[] = [
  ["Lua", /Copyright \(C\) 1994-2023 Lua\.org, PUC-Rio/],
  ["musl", /Copyright © 2005-2020 Rich Felker, et al\./],
  ["Emscripten", /Copyright \(c\) 2010-2014 Emscripten authors/],
  ["Deno", /Copyright 2018-2026 the Deno authors/],
  ["V8", /Copyright 2014, the V8 project authors/],
  ["zod", /Copyright \(c\) 2025 Colin McDonnell/],
  ["smol-toml", /Copyright \(c\) Squirrel Chat et al\./],
];

Deno.test("cli licenses: whole texts with their holders, and the same as JSON", async () => {
  const { code, out, error } = await runCli(["licenses"]);
  assert.deepEqual({ code, error }, { code: 0, error: "" });
  for (const [name, holder] of HOLDERS) assert.match(out, holder, name);

  const asJson = await runCli(["licenses", "--format", "json"]);
  const notices = JSON.parse(asJson.out);
  assert.deepEqual(notices, await licenseNotices());
  for (const { name, text } of notices) {
    assert.ok(out.includes(text.trim()), `the whole text of ${name}`);
  }
});

Deno.test("cli --version: one line; with --verbose each part and its licence", async () => {
  const short = await runCli(["--version"]);
  assert.match(short.out, /^insomnia-profile \S+ \(deno \S+, lua 5\.4\)\n$/);
  const { out } = await runCli(["--version", "--verbose"]);
  assert.ok(out.startsWith(short.out));
  for (const { name, license } of await licenseNotices()) {
    assert.match(out, new RegExp(`: ${name}( \\S+)? \\(${license}\\)$`, "m"));
  }
});

Deno.test("start.lock: what `deno task start` fetches, and no more", async () => {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["cache", "--lock=scripts/start.lock", "--frozen", "cli.ts"],
    cwd: repositoryPath(""),
    env: { NO_COLOR: "1" },
  }).output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
  const lock = JSON.parse(
    await Deno.readTextFile(repositoryPath("scripts/start.lock")),
  );
  assert.deepEqual(Object.keys(lock.npm).sort(), await packagesOf("cli.ts"));
});
