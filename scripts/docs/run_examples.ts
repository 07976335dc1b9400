/**
 * Runs every example of `resources/errors.toml` and prints what came of it as
 * JSON, for the test that compares.
 *
 * @module
 */
import type { DiagnosticCode } from "../../lib/base/diagnostic_codes.ts";
import { readErrorGuide } from "./error_guide.ts";
import { runCommand } from "./run_command.ts";

/** What one example led to. */
export interface ExampleOutcome {
  readonly code: DiagnosticCode;
  readonly kind: "wrong" | "right";
  readonly exitCode: number;
  /** The codes of everything that was said. */
  readonly said: readonly string[];
  /** The same for a person. */
  readonly text: string;
}

if (import.meta.main) {
  const guide = readErrorGuide(
    await Deno.readTextFile("resources/errors.toml"),
  );
  const outcomes: ExampleOutcome[] = [];
  for (const entry of guide) {
    for (const kind of ["wrong", "right"] as const) {
      const example = entry[kind];
      if (example === undefined) continue;
      const { command, files } = example;
      const { code, both } = await runCommand(
        `${command} --error-format json`,
        files,
      );
      const said = [...both.matchAll(/^\{"code":"([a-z-]+)"/gm)];
      outcomes.push({
        code: entry.code,
        kind,
        exitCode: code,
        said: said.map(([, name]) => name),
        text: `${command}\n${both}`,
      });
    }
  }
  console.log(JSON.stringify(outcomes));
}
