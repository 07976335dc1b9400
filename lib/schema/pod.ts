import { AbsolutePathSchema } from "./names.ts";
import { isPodName, POD_NAME_MAX_BYTES } from "./pod_name.ts";
import {
  checkedText,
  optional,
  type Schema,
  schemaOf,
  table,
} from "./schema.ts";

/** What a Pod is called. */
export interface Pod {
  /** One folder name: see {@linkcode isPodName}. */
  readonly name: string;
  /** Absolute path. */
  readonly prompt_pack?: string;
}

/** The pod section as a manifest file may write it; `--pod-name` may give the name. */
export type PodDraft = Partial<Pod>;

const PodNameSchema = checkedText(
  isPodName,
  `one folder name: not empty, not \`.\` or \`..\`, no \`/\`, no \`\\\`, no control character, at most ${POD_NAME_MAX_BYTES} bytes`,
  { pattern: "^[^/\\\\]+$", maxLength: POD_NAME_MAX_BYTES },
);

/** Schema of {@linkcode Pod}. */
export const PodSchema: Schema<Pod> = schemaOf<Pod>()(table({
  name: PodNameSchema,
  prompt_pack: optional(AbsolutePathSchema),
}));
