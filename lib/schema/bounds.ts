// The widths of the integers that the runtime reads.

/** The largest number of 32 bits without a sign. */
export const U32_MAX = 4_294_967_295;

/** The largest number of 32 bits with a sign. */
export const I32_MAX = 2_147_483_647;
