/**
 * Runs `deno doc --lint` over the public API: every export documented, no type
 * of it private.
 *
 * @module
 */

/**
 * What cannot be put right here: `Schema` is zod's own type, whose
 * documentation is zod's.
 */
const ACCEPTED: readonly string[] = [
  "public type 'Schema' references private type 'ZodType'",
];

const { success, stderr } = await new Deno.Command(Deno.execPath(), {
  args: ["doc", "--lint", "mod.ts"],
  env: { NO_COLOR: "1" },
  stdout: "null",
}).output();
const output = new TextDecoder().decode(stderr);
const problems = output.split(/^(?=error\[)/m)
  .filter((part) => part.startsWith("error["))
  .filter((part) => !ACCEPTED.some((accepted) => part.includes(accepted)));
for (const problem of problems) console.error(problem.trimEnd());
// A failure without a finding is one of another kind: a module that is missing.
const isUnknown = !success && !output.startsWith("error[");
if (isUnknown) console.error(output);
Deno.exit(problems.length > 0 || isUnknown ? 1 : 0);
