import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import type { JsonValue } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import { isPathField, machineBinding } from "./machine_paths.ts";
import { refusalOf } from "./refusals.ts";
import {
  refuseSecrets,
  secretValue,
  type WithoutSecrets,
} from "./refuse_secrets.ts";

/**
 * Takes out what does not belong in a profile: other people's fields, values
 * of secrets, paths of one machine.
 */
export function refuseFields(raw: JsonValue): WithoutSecrets {
  return refuseSecrets(raw, "profile", [], foreignField);
}

function foreignField(path: FieldPath, value: JsonValue): Problem | undefined {
  const refusal = refusalOf(path);
  if (refusal) {
    return {
      severity: "error",
      code: "not-a-profile-field",
      message: `\`${
        printFieldPath(path)
      }\` does not belong in a profile: ${refusal.reason}`,
      path,
      at: "key",
      help: refusal.instead,
    };
  }
  const binding = typeof value === "string" && isPathField(path)
    ? machineBinding(value)
    : undefined;
  // A secret is the worse of the two.
  return binding === undefined || secretValue(path, value, "profile")
    ? undefined
    : {
      severity: "error",
      code: "machine-path",
      message: `\`${
        printFieldPath(path)
      }\` is bound to one machine: it ${binding}, and a profile is shared`,
      path,
      help: "write a path relative to the profile file, inside its directory",
    };
}
