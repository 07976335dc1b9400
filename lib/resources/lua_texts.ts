import general from "../../resources/profiles/default.lua" with {
  type: "text",
};
import orchestrator from "../../resources/profiles/orchestrator.lua" with {
  type: "text",
};
import coder from "../../resources/profiles/coder.lua" with { type: "text" };
import researcher from "../../resources/profiles/researcher.lua" with {
  type: "text",
};
import reviewer from "../../resources/profiles/reviewer.lua" with {
  type: "text",
};
import fast from "../../resources/profiles/fast.lua" with { type: "text" };
import trace from "../../resources/lua/trace.lua" with { type: "text" };

/** The Lua text of each builtin profile, in the order they are listed. */
export const PROFILE_TEXTS: Readonly<Record<string, string>> = {
  default: general,
  orchestrator,
  coder,
  researcher,
  reviewer,
  fast,
};

/** The Lua text that keeps marks; see `trace.lua`. */
export const TRACE_TEXT: string = trace;
