import type { FieldPath } from "../../base/field_path.ts";
import type { ChangeClass } from "./manifest_change.ts";
import type { Difference } from "./differences.ts";

/**
 * What a change of a field means where it gives or takes no authority. More of
 * a `cost` costs more; less of it is nothing that anybody has to agree to.
 */
const FIELD_CLASS: Readonly<
  Record<string, Exclude<ChangeClass, "widening" | "narrowing">>
> = {
  "pod.prompt_pack": "instruction",
  "worker.instruction": "instruction",
  "worker.language": "instruction",
  "worker.max_tokens": "cost",
  "worker.max_turns": "cost",
  "worker.reasoning": "cost",
  "worker.tool_output": "cost",
  "worker.file_upload": "cost",
  "compaction": "cost",
  "memory.language": "instruction",
  "memory.inject_summary": "instruction",
  "memory": "cost",
  "web.search.timeout_secs": "cost",
  "web.fetch": "cost",
  "skills": "instruction",
};

const MODEL_SECTIONS = new Set([
  "model",
  "compaction.model",
  "memory.extract_model",
  "memory.consolidation_model",
]);
const WINDOW_FIELDS = new Set(["context_window", "max_context_window"]);

/** Efforts from the least to the most. */
const EFFORTS = ["none", "minimal", "low", "medium", "high", "xhigh", "max"];

/** The class of a difference that is none of authority. */
export function fieldClass(difference: Difference): ChangeClass {
  const written = classOf(difference.path);
  return written === "cost" && !isMore(difference) ? "other" : written;
}

function classOf(path: FieldPath): ChangeClass {
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length).join(".");
    if (MODEL_SECTIONS.has(name)) {
      return WINDOW_FIELDS.has(String(path[length])) ? "cost" : "model";
    }
    const written = FIELD_CLASS[name];
    if (written) return written;
  }
  return "other";
}

/** Fields whose absence is no absence of a limit, so that to set one is more. */
const SET_IS_MORE = new Set(["worker.reasoning", "worker.max_tokens"]);

/** Whether the second value is a bigger window, budget or limit. */
function isMore({ path, before, after }: Difference): boolean {
  // What limits nothing is more than any limit: compaction that is off, too.
  if (after === undefined) return !SET_IS_MORE.has(path.join("."));
  if (before === undefined) return SET_IS_MORE.has(path.join("."));
  // A label against a number: nobody knows which is more.
  if (typeof before !== typeof after) return true;
  return amountOf(after) > amountOf(before);
}

function amountOf(value: unknown): number {
  // A budget of -1: as much as the model wants.
  if (typeof value === "number") return value === -1 ? Infinity : value;
  return EFFORTS.indexOf(String(value));
}
