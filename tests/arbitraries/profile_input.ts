import type fc from "npm:fast-check@4.10.2";
import {
  type ProfileInput,
  ProfileSchema,
} from "../../lib/profile/profile_input.ts";
import { fromSchema } from "./from_schema.ts";

/** Every profile of the right shape; paths may leave the profile's directory. */
export const profileInput: fc.Arbitrary<ProfileInput> = fromSchema(
  ProfileSchema,
);
