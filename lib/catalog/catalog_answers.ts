import type { FieldPath } from "../base/field_path.ts";
import { plainWord } from "../base/suggest.ts";
import type { Answer, Answers } from "../schema/explain/explaining.ts";

/** Words of other catalogs, by the table they stand in, and the field here. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  provider: {
    name: "display_name",
    title: "display_name",
    label: "display_name",
    url: "base_url",
    api_base: "base_url",
    endpoint: "base_url",
    type: "scheme",
    protocol: "scheme",
    api: "scheme",
    wire_api: "scheme",
    auth: "auth_hint",
    capability: "default_capability",
    context_window: "default_context_window",
  },
  model: {
    name: "id",
    model: "id",
    model_id: "id",
    slug: "id",
    provider_id: "provider",
    context: "context_window",
    context_length: "context_window",
    max_input_tokens: "max_context_window",
    max_tokens: "max_output_tokens",
    max_completion_tokens: "max_output_tokens",
    efforts: "reasoning_efforts",
    deprecated: "retires",
    deprecation_date: "retires",
  },
  retired: {
    name: "id",
    model: "id",
    date: "since",
    successor: "replacement",
  },
};

/** What a catalog answers to words that people bring from others. */
export const CATALOG_ANSWERS: Answers = {
  field([table, , word]: FieldPath): Answer | undefined {
    const words = WORDS[String(table)] ?? {};
    const plain = plainWord(String(word));
    const put = Object.entries(words)
      .find(([known]) => plainWord(known) === plain)?.[1];
    return put === undefined ? undefined : {
      help: `write \`${put}\` here`,
      fix: { replace: "key", put },
    };
  },
};
