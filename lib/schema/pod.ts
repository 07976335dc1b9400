import type { SectionType } from "./field.ts";
import { checkedText, section } from "./field_types.ts";
import { PATH } from "./names.ts";
import { isPodName, POD_NAME_MAX_BYTES } from "./pod_name.ts";

/** What a Pod is called. */
export interface Pod {
  /** One folder name: see {@linkcode isPodName}. */
  readonly name: string;
  /** Absolute path. */
  readonly prompt_pack?: string;
}

/** The pod section as a manifest file may write it; `--pod-name` may give the name. */
export type PodDraft = Partial<Pod>;

const POD_NAME = checkedText(
  isPodName,
  `one folder name: not empty, not \`.\` or \`..\`, no \`/\`, no \`\\\`, no control character, at most ${POD_NAME_MAX_BYTES} bytes`,
  { hints: { pattern: "^[^/\\\\]+$", maxLength: POD_NAME_MAX_BYTES } },
);

/** What a Pod is called. */
export const POD: SectionType<Pod, PodDraft> = section<Pod, PodDraft>({
  name: {
    type: POD_NAME,
    description: "Name of the Pod; set by the launch",
    required: "output",
    example: "demo",
  },
  prompt_pack: {
    type: PATH,
    description:
      "Folder of prompts that take precedence over the runtime's own",
    example: "/etc/insomnia/prompts",
    change: "instruction",
  },
});
