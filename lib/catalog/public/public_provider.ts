import { defined } from "../../base/defined.ts";
import { parseWebAddress } from "../../base/web_address.ts";
import type { WireScheme } from "../../schema/model.ts";
import { items, word } from "./facts.ts";
import type { PublicProvider } from "./public_model.ts";

/**
 * The packages that models.dev names and that speak one of our protocols. An
 * address of theirs ends before `path`, which the runtime writes itself, and
 * stands before `call`.
 */
const PACKAGES: ReadonlyMap<unknown, {
  readonly scheme: WireScheme;
  readonly path: string;
  readonly call: string;
}> = new Map([
  ["@ai-sdk/anthropic", {
    scheme: "anthropic",
    path: "/v1",
    call: "/messages",
  }],
  ["@ai-sdk/openai", {
    scheme: "openai_responses",
    path: "",
    call: "/responses",
  }],
  ["@ai-sdk/openai-compatible", {
    scheme: "openai_chat",
    path: "/v1",
    call: "/chat/completions",
  }],
  ["@ai-sdk/google", { scheme: "gemini", path: "/v1beta", call: "/models/" }],
]);

/** What models.dev tells of a provider, and what a row of ours lacks of it. */
export function publicProvider(
  id: string,
  given: Readonly<Record<string, unknown>>,
): PublicProvider {
  const name = word(given.name);
  const variables = items(given.env).flatMap((item) => word(item) ?? []);
  const spoken = PACKAGES.get(given.npm);
  const lacking = (lacks: string) => defined({ id, name, lacks });
  if (/[\s/]/.test(id)) return lacking("its id has a space or a slash");
  if (spoken === undefined) {
    return lacking(`its protocol is unknown (\`${given.npm}\`)`);
  }
  const [env, ...more] = variables;
  if (env === undefined || more.length > 0 || !/^[A-Za-z_]\w*$/.test(env)) {
    return lacking(
      `it is not one variable that holds its key (${
        variables.join(", ") || "none is named"
      })`,
    );
  }
  const { scheme, path, call } = spoken;
  const api = word(given.api)?.replace(/(?<!\/)\/+$/, "");
  if (api === undefined) {
    // Only a vendor's own protocol has an address that goes without saying.
    return scheme === "openai_chat"
      ? lacking("no address is named")
      : defined({ id, name, scheme, env });
  }
  if (/[${}]/.test(api) || parseWebAddress(api) === undefined) {
    return lacking(`its address is not fixed (\`${api}\`)`);
  }
  const isAlike = api.endsWith(path);
  return defined({
    id,
    name,
    scheme,
    env,
    base_url: isAlike ? api.slice(0, api.length - path.length) : api,
    remark: isAlike
      ? undefined
      : `it is called at ${api}${call}, and the runtime calls ${api}${path}${call}`,
  });
}
