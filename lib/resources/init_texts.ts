import coder from "../../resources/init/coder.lua" with { type: "text" };
import github from "../../resources/init/github.yml" with { type: "text" };
import luarc from "../../resources/init/luarc.json" with { type: "text" };
import registry from "../../resources/init/profiles.toml" with {
  type: "text",
};
import roleCoder from "../../resources/init/roles/coder.lua" with {
  type: "text",
};
import orchestrator from "../../resources/init/roles/orchestrator.lua" with {
  type: "text",
};
import rolesRegistry from "../../resources/init/roles/profiles.toml" with {
  type: "text",
};
import reviewer from "../../resources/init/roles/reviewer.lua" with {
  type: "text",
};
import models from "../../resources/init/roles/shared/models.lua" with {
  type: "text",
};

/** The files that a project begins with, by their names in `resources/init`. */
export const INIT_TEXTS: Readonly<Record<string, string>> = {
  "coder.lua": coder,
  "github.yml": github,
  "luarc.json": luarc,
  "profiles.toml": registry,
  "roles/coder.lua": roleCoder,
  "roles/orchestrator.lua": orchestrator,
  "roles/profiles.toml": rolesRegistry,
  "roles/reviewer.lua": reviewer,
  "roles/shared/models.lua": models,
};
