import type fc from "../fast_check.ts";
import { PROFILE } from "../../lib/schema/field_table.ts";
import type { ProfileInput } from "../../lib/schema/profile_input.ts";
import { fromSchema } from "./from_schema.ts";

/** Every profile of the right shape; paths may leave the profile's directory. */
export const profileInput: fc.Arbitrary<ProfileInput> = fromSchema(PROFILE);
