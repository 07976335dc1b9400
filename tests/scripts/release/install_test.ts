import assert from "node:assert/strict";
import { folderWith } from "../../cli/run_cli.ts";
import { hasPrograms } from "../../has_programs.ts";

const SCRIPT = new URL("../../../scripts/release/install.sh", import.meta.url);

/** An executable that is like any other. */
const PROGRAM = "#!/bin/sh\necho insomnia-profile 1.2.3\n";

/** `curl -fsSL --proto =https URL -o FILE`, from a folder. */
const CURL = '#!/bin/sh\ncp "$RELEASE/${4##*/}" "$6"\n';

const TARGETS: Readonly<Record<string, string>> = {
  "Linux x86_64": "x86_64-unknown-linux-gnu",
  "Linux aarch64": "aarch64-unknown-linux-gnu",
  "Darwin arm64": "aarch64-apple-darwin",
  "Darwin x86_64": "x86_64-apple-darwin",
};

interface Install {
  /** What `uname -s` and `uname -m` say. */
  readonly machine?: string;
  /** What is downloaded as the executable. Default: what the sums are of. */
  readonly program?: string;
  readonly script?: string;
}

async function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

/** Runs the script in a world where everything is made up but the shell. */
async function install(
  { machine = "Linux x86_64", program = PROGRAM, script }: Install,
): Promise<{ code: number; out: string; error: string; installed: string[] }> {
  const sums = await Promise.all(
    Object.values(TARGETS).map(async (target) =>
      `${await sha256(PROGRAM)}  insomnia-profile-1.2.3-${target}\n`
    ),
  );
  const [system, processor] = machine.split(" ");
  const folder = folderWith({
    "install.sh": script ?? (await Deno.readTextFile(SCRIPT))
      .replace("@RELEASES@", "https://example.invalid/releases")
      .replace("@VERSION@", "1.2.3"),
    "bin/curl": CURL,
    "bin/uname":
      `#!/bin/sh\n[ "$1" = -s ] && echo ${system} || echo ${processor}\n`,
    "release/SHA256SUMS": sums.join(""),
    ...Object.fromEntries(
      Object.values(TARGETS).map((target) => [
        `release/insomnia-profile-1.2.3-${target}`,
        program,
      ]),
    ),
    "to/keep": "",
  });
  for (const file of ["curl", "uname"]) {
    await Deno.chmod(`${folder}/bin/${file}`, 0o755);
  }
  const { code, stdout, stderr } = await new Deno.Command("sh", {
    args: ["install.sh"],
    cwd: folder,
    env: {
      PATH: `${folder}/bin:${Deno.env.get("PATH")}`,
      RELEASE: `${folder}/release`,
      INSTALL_DIR: "to",
    },
  }).output();
  const installed = await Array.fromAsync(
    Deno.readDir(`${folder}/to`),
    ({ name }) => name,
  );
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return {
    code,
    out: text(stdout),
    error: text(stderr),
    installed: installed.sort(),
  };
}

/** What the script itself needs, on any machine that installs something. */
const ignore = Deno.build.os === "windows" ||
  !hasPrograms("awk", "chmod", "cp", "find", "mkdir", "mktemp", "mv", "rm") ||
  !(hasPrograms("sha256sum") || hasPrograms("shasum"));

for (const machine of Object.keys(TARGETS)) {
  Deno.test({
    name: `install.sh: puts the executable for ${machine} into place`,
    ignore,
    fn: async () => {
      const { code, out, error, installed } = await install({ machine });
      assert.equal(error, "");
      assert.equal(code, 0);
      assert.match(out, /^insomnia-profile 1\.2\.3 is in \/.*\/to\n/);
      assert.match(out, /not on your PATH/);
      assert.deepEqual(installed, ["insomnia-profile", "keep"]);
    },
  });
}

const REFUSED: readonly (readonly [string, Install, RegExp])[] = [
  ["a changed executable", { program: `${PROGRAM}#` }, /the checksum of/],
  ["another machine", { machine: "SunOS sparc" }, /SunOS on sparc/],
  ["Windows", { machine: "MINGW64_NT-10.0 x86_64" }, /take the \.exe from/],
  ["an empty download", { program: "" }, /the checksum of/],
];

for (const [what, options, message] of REFUSED) {
  Deno.test({
    name: `install.sh: refuses ${what}, and leaves nothing behind`,
    ignore,
    fn: async () => {
      const { code, error, installed } = await install(options);
      assert.equal(code, 1);
      assert.match(error, /^insomnia-profile was not installed: /m);
      assert.match(error, message);
      assert.deepEqual(installed, ["keep"]);
    },
  });
}

Deno.test({
  name: "install.sh: does nothing where it was cut off or is the template",
  ignore,
  fn: async () => {
    const template = await Deno.readTextFile(SCRIPT);
    const { code, error } = await install({ script: template });
    assert.equal(code, 1);
    assert.match(error, /this is the template/);
    const half = template.replace(/main\n$/, "");
    assert.notEqual(half, template);
    assert.equal((await install({ script: half })).out, "");
  },
});
