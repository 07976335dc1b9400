import compact from "../../resources/types/compact.lua" with { type: "text" };
import insomnia from "../../resources/types/insomnia.lua" with {
  type: "text",
};
import memory from "../../resources/types/memory.lua" with { type: "text" };
import models from "../../resources/types/models.lua" with { type: "text" };
import profile from "../../resources/types/profile.lua" with { type: "text" };
import reasoning from "../../resources/types/reasoning.lua" with {
  type: "text",
};
import scope from "../../resources/types/scope.lua" with { type: "text" };
import secrets from "../../resources/types/secrets.lua" with { type: "text" };
import tools from "../../resources/types/tools.lua" with { type: "text" };
import web from "../../resources/types/web.lua" with { type: "text" };

/** The editor types of each host module, by its name without `insomnia.`. */
export const TYPE_TEXTS = {
  insomnia,
  compact,
  memory,
  models,
  profile,
  reasoning,
  scope,
  secrets,
  tools,
  web,
} as const;
