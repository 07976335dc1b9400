/**
 * The same as `late_parts.ts` for a builtin profile, which is run only to tell
 * where in it something stands.
 *
 * @module
 */
export const LATE_BUILTIN_PARTS: readonly (() => Promise<unknown>)[] = [
  () => import("../source/load_builtin_program.ts"),
  () =>
    import("../../resources/profiles/coder.lua", { with: { type: "text" } }),
  () =>
    import("../../resources/profiles/default.lua", { with: { type: "text" } }),
  () => import("../../resources/profiles/fast.lua", { with: { type: "text" } }),
  () =>
    import("../../resources/profiles/orchestrator.lua", {
      with: { type: "text" },
    }),
  () =>
    import("../../resources/profiles/researcher.lua", {
      with: { type: "text" },
    }),
  () =>
    import("../../resources/profiles/reviewer.lua", { with: { type: "text" } }),
];
