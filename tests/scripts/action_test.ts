// The composite action: its steps run here as the shell scripts that they are,
// with a release in a folder and the program under test as its executable.
import assert from "node:assert/strict";
import { parse, stringify } from "npm:yaml@2.9.1";
import { repositoryPath } from "../../scripts/repository_path.ts";
import { executable, folderWith } from "../cli/run_cli.ts";
import { hasPrograms } from "../has_programs.ts";
import { actionlint, lintWorkflow } from "./lint_workflow.ts";

interface Step {
  readonly id?: string;
  readonly name: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly uses?: string;
}

const text = await Deno.readTextFile(repositoryPath("action.yml"));
const action: {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default: string }>
  >;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
} = parse(text);
const [INSTALL, CHECK, UPLOAD] = action.runs.steps;

Deno.test("action: every input has a description and a default, every action is pinned", () => {
  assert.equal(action.runs.using, "composite");
  for (const [name, input] of Object.entries(action.inputs)) {
    assert.ok(input.description && input.default, name);
  }
  for (const [, used] of text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)) {
    assert.match(used!, /^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
  assert.match(UPLOAD!.uses ?? "", /upload-sarif@/);
});

/** The same steps as those of a job, which a linter of workflows reads. */
function asWorkflow(): string {
  const inputs = Object.keys(action.inputs)
    .map((name) => [name, { type: "string" }]);
  return stringify({
    on: { workflow_call: { inputs: Object.fromEntries(inputs) } },
    jobs: { a: { "runs-on": "ubuntu-latest", steps: action.runs.steps } },
  });
}

Deno.test("action: actionlint finds nothing in its steps", async () => {
  assert.deepEqual(await lintWorkflow(asWorkflow()), []);
});

Deno.test({
  name: "action: a workflow that uses it passes actionlint, with shellcheck",
  // Said as ignored where the program is not there.
  ignore: !hasPrograms("actionlint", "git"),
  fn: async () => {
    const uses = (more: string) =>
      `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n` +
      `      - uses: ./\n        with: { report: github${more} }\n`;
    const folder = folderWith({
      "action.yml": text,
      ".github/workflows/uses.yml": uses(""),
      ".github/workflows/steps.yml": asWorkflow(),
    });
    await new Deno.Command("git", { args: ["init", "-q"], cwd: folder })
      .output();
    assert.equal(await actionlint(folder), "");
    await Deno.writeTextFile(
      `${folder}/.github/workflows/uses.yml`,
      uses(", colour: red"),
    );
    assert.match(await actionlint(folder), /input "colour" is not defined/);
  },
});

/** Gives files of a release as `gh release download` does, and vouches. */
const GH = `#!/bin/bash
if [ "$1" = attestation ]; then
  [ "$2 $4 $5" = "verify --repo us/them" ] && [ -f "$3" ]
  exit
fi
[ "$1 $2 $3 $4 $5" = "release download v1.2.3 --repo us/them" ] || exit 9
while [ $# -gt 0 ]; do
  if [ "$1" = --pattern ]; then cp "$RELEASE/$2" . || exit 8; fi
  shift
done
`;

const LINUX = "insomnia-profile-1.2.3-x86_64-unknown-linux-gnu";

/** A machine of GitHub: a repository, a release, and where steps leave things. */
async function machine(profile: string): Promise<string> {
  const { program, before, base } = executable();
  const words = [program, ...before].map((word) => `'${word}'`).join(" ");
  const environment = Object.entries(base)
    .map(([name, value]) => `${name}='${value}'`).join(" ");
  const script = `#!/bin/sh\n${environment} exec ${words} "$@"\n`;
  const bytes = new TextEncoder().encode(script);
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const folder = folderWith({
    "repo/.insomnia/profiles.toml": `[profile]\na = "a.lua"\n`,
    "repo/.insomnia/a.lua": profile,
    "bin/gh": GH,
    [`release/${LINUX}`]: script,
    "release/SHA256SUMS": `${
      "0".repeat(64)
    }  ${LINUX}.tar.gz\n${sum.toHex()}  ${LINUX}\n`,
    "temp/keep": "",
    "path": "",
  });
  await Deno.chmod(`${folder}/bin/gh`, 0o755);
  return folder;
}

async function runStep(
  step: Step,
  folder: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<{ code: number; out: string; error: string }> {
  const given: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [
        name,
        input.default,
      ]),
    ),
    version: "1.2.3",
    repository: "us/them",
    ...inputs,
  };
  const env = Object.entries(step.env ?? {}).map(([name, value]) => [
    name,
    value.replaceAll(
      /\$\{\{ inputs\.(\w+) \}\}/g,
      (_, input) => given[input]!,
    ),
  ]);
  const added = (await Deno.readTextFile(`${folder}/path`)).trim();
  const { code, stdout, stderr } = await new Deno.Command("bash", {
    args: ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run!],
    cwd: `${folder}/repo`,
    clearEnv: true,
    env: {
      PATH: [added, `${folder}/bin`, Deno.env.get("PATH")].join(":"),
      HOME: folder,
      RELEASE: `${folder}/release`,
      RUNNER_OS: "Linux",
      RUNNER_ARCH: "X64",
      RUNNER_TEMP: `${folder}/temp`,
      GITHUB_PATH: `${folder}/path`,
      ...Object.fromEntries(env),
    },
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: decode(stdout), error: decode(stderr) };
}

const ignore = Deno.build.os === "windows" || !hasPrograms("bash", "awk") ||
  !(hasPrograms("sha256sum") || hasPrograms("shasum"));

const RIGHT = `return { model = "codex-oauth/gpt-5.5" }\n`;
const WRONG = `return { modle = "codex-oauth/gpt-5.5" }\n`;

Deno.test({
  name: "action: installs by checksum, checks, and leaves a report to upload",
  ignore,
  fn: async () => {
    const folder = await machine(RIGHT);
    const installed = await runStep(INSTALL!, folder);
    assert.equal(installed.code, 0, installed.error);
    const { code, out, error } = await runStep(CHECK!, folder);
    assert.deepEqual({ code, error }, { code: 0, error: "" });
    assert.match(out, /, all well\n$/);
    const report = await Deno.readTextFile(
      `${folder}/temp/insomnia-profile.sarif`,
    );
    assert.deepEqual(JSON.parse(report).runs[0].results, []);
  },
});

Deno.test({
  name: "action: a wrong profile fails the step, at its line in the report",
  ignore,
  fn: async () => {
    const folder = await machine(WRONG);
    await runStep(INSTALL!, folder);
    const { code, out, error } = await runStep(CHECK!, folder);
    assert.equal(code, 1);
    assert.match(out, /^failed +project:a /m);
    // Said to who reads the log, too.
    assert.match(error, /unknown-field/);
    const report = await Deno.readTextFile(
      `${folder}/temp/insomnia-profile.sarif`,
    );
    const [{ ruleId, locations }] = JSON.parse(report).runs[0].results;
    assert.equal(ruleId, "unknown-field");
    assert.equal(
      locations[0].physicalLocation.artifactLocation.uri,
      ".insomnia/a.lua",
    );
    const noted = await runStep(CHECK!, folder, {
      report: "github",
      arguments: "project:a --quiet",
    });
    assert.equal(noted.code, 1);
    assert.match(
      noted.error,
      /^::error title=unknown-field,file=.insomnia\/a\.lua,line=1,/m,
    );
  },
});

Deno.test({
  name: "action: another workspace than the root of the repository",
  ignore,
  fn: async () => {
    const folder = await machine(WRONG);
    await Deno.mkdir(`${folder}/repo/inner`);
    await Deno.rename(
      `${folder}/repo/.insomnia`,
      `${folder}/repo/inner/.insomnia`,
    );
    await runStep(INSTALL!, folder);
    await runStep(CHECK!, folder, { workspace: "inner" });
    const report = await Deno.readTextFile(
      `${folder}/temp/insomnia-profile.sarif`,
    );
    assert.match(report, /"uri": ?"inner\/\.insomnia\/a\.lua"/);
  },
});

Deno.test({
  name: "action: installs nothing that is not what the release lists",
  ignore,
  fn: async () => {
    const folder = await machine(RIGHT);
    await Deno.writeTextFile(`${folder}/release/${LINUX}`, "#!/bin/sh\n");
    assert.notEqual((await runStep(INSTALL!, folder)).code, 0);
    assert.equal(await Deno.readTextFile(`${folder}/path`), "");

    await Deno.writeTextFile(`${folder}/release/SHA256SUMS`, "");
    assert.notEqual((await runStep(INSTALL!, folder)).code, 0);
    assert.equal(await Deno.readTextFile(`${folder}/path`), "");
  },
});

Deno.test({
  name: "action: a machine without an executable is told",
  ignore,
  fn: async () => {
    const folder = await machine(RIGHT);
    const { code, out } = await runStep({
      ...INSTALL!,
      env: { ...INSTALL!.env, RUNNER_ARCH: "RISCV" },
    }, folder);
    assert.equal(code, 1);
    assert.match(out, /^::error::there is no executable .* Linux on RISCV$/m);
  },
});
