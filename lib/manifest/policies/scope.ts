import type {
  Scope,
  ScopeIntent,
  ScopePermission,
} from "../../schema/scope.ts";
import type { Launch } from "../launch_inputs.ts";

const INTENT_PERMISSION: Readonly<Record<ScopeIntent, ScopePermission>> = {
  workspace_read: "read",
  workspace_write: "write",
};

/**
 * The scope section: the workspace, or what the launch delegates, with no more
 * permission than the intent asks for. A profile can only narrow.
 */
export function scope(intent: ScopeIntent, launch: Launch): Scope {
  const wanted = INTENT_PERMISSION[intent];
  if (launch.delegatedScope === undefined) {
    const workspace = launch.workspaceBase;
    return {
      allow: [{ target: workspace, permission: wanted, recursive: true }],
      deny: [],
    };
  }
  return {
    allow: launch.delegatedScope.map(({ target, permission, recursive }) => ({
      target,
      permission: wanted === "read" ? "read" : permission,
      recursive,
    })),
    deny: [],
  };
}
