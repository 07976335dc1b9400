import type {
  Permissions,
  PermissionsDraft,
} from "../../schema/permissions.ts";

/** The permissions section; left out, the runtime's own rules hold. */
export function permissions(
  written: PermissionsDraft | undefined,
): Permissions | undefined {
  return written && {
    default_action: written.default_action,
    rule: written.rule ?? [],
  };
}
