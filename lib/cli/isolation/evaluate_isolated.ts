import {
  type EvaluatedFile,
  type EvaluateFileOptions,
  finishEvaluation,
  prepareEvaluation,
} from "../../api/prepare_evaluation.ts";
import type { CommandContext } from "../command.ts";
import { giveUpRights } from "./give_up_rights.ts";

/**
 * Evaluates a file behind the wall: this process gives up its rights before.
 *
 * @throws {ProfileError} when it gives no data
 */
export async function evaluateIsolated(
  options: EvaluateFileOptions,
  context: CommandContext,
): Promise<EvaluatedFile> {
  const prepared = await prepareEvaluation(options);
  if (prepared.isCode) await giveUpRights(context);
  return await finishEvaluation(prepared);
}
