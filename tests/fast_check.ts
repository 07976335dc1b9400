/**
 * fast-check, whose properties look at the same values in every run: whether a
 * change passes must not depend on chance. `PROPERTY_SEED=random` looks at
 * others each time, as `deno task properties` does, and a number at those of
 * the run that told it.
 *
 * @module
 */
import fc from "npm:fast-check@4.10.2";

const USUAL_SEED = 20261120;
const given = Deno.env.get("PROPERTY_SEED");

fc.configureGlobal({
  ...given !== "random" && { seed: given ? Number(given) : USUAL_SEED },
  reporter(details) {
    if (!details.failed) return;
    throw new Error(
      `${fc.defaultReportMessage(details)}\n\n` +
        `The same again: PROPERTY_SEED=${details.seed} deno task unit FILE\n`,
      { cause: details.errorInstance },
    );
  },
});

export { default } from "npm:fast-check@4.10.2";
