/**
 * The parts that may have to be loaded once a profile has run, when this process
 * has no permission left to load anything.
 *
 * Importing this module loads none of them, but tells Deno of them: what is in
 * the module graph needs no permission any more.
 *
 * @module
 */
export const LATE_PARTS: readonly (() => Promise<unknown>)[] = [
  () => import("../base/json_places.ts"),
  () => import("../lua/evaluate.ts"),
  () => import("../lua/load_vm.ts"),
  () => import("../lua/trace/trace_places.ts"),
  () => import("../manifest/further_problems.ts"),
  () => import("../print/diagnostics/render_diagnostics.ts"),
  () => import("../profile/explain_profile_problems.ts"),
  () => import("../profile/salvage_profile.ts"),
  () => import("../report/evaluation_error.ts"),
  () => import("../report/lua_diagnostics.ts"),
  () => import("../report/profile_diagnostics.ts"),
  () => import("./report_failure.ts"),
];
