import { accepts } from "../schema/accepts.ts";
import { PROFILE } from "../schema/field_table.ts";
import type { ProfileInput } from "../schema/profile_input.ts";

/** Whether a value is a profile as people write it, strict at every depth. */
export function isProfileInput(value: unknown): value is ProfileInput {
  return accepts(PROFILE, value);
}
