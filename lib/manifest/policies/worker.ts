import { WORKER_DEFAULTS } from "../../schema/defaults.ts";
import type { Reasoning, Worker, WorkerDraft } from "../../schema/worker.ts";

/** The worker section: what is written, else the defaults. */
export function worker(
  written: Omit<WorkerDraft, "reasoning"> = {},
  reasoning: Reasoning | undefined,
): Worker {
  return {
    instruction: written.instruction ?? WORKER_DEFAULTS.instruction,
    language: written.language ?? WORKER_DEFAULTS.language,
    max_tokens: written.max_tokens,
    max_turns: written.max_turns,
    temperature: written.temperature,
    top_p: written.top_p,
    top_k: written.top_k,
    stop_sequences: written.stop_sequences ?? WORKER_DEFAULTS.stop_sequences,
    reasoning,
    tool_output: { ...WORKER_DEFAULTS.tool_output, ...written.tool_output },
    file_upload: { ...WORKER_DEFAULTS.file_upload, ...written.file_upload },
  };
}
