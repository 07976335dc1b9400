import * as esbuild from "npm:esbuild@0.25.5";

/** The oldest Node that gets security fixes, or did until a year ago. */
const OLDEST_RUNTIME = "node20";

/**
 * A bundle without constructs that a runtime in wide use lacks, such as
 * `using`. What the language's library lacks, this does not add.
 */
export async function forOlderRuntimes(code: string): Promise<string> {
  try {
    const made = await esbuild.transform(code, {
      target: OLDEST_RUNTIME,
      format: "esm",
      minify: true,
      legalComments: "none",
    });
    return made.code;
  } finally {
    await esbuild.stop();
  }
}
