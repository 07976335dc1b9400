import type { WasmModule } from "../binaryen.ts";
import { limitStack } from "./limit_stack.ts";
import { mendAssignmentBarrier } from "./mend_assignment_barrier.ts";
import { mendClosedHandler } from "./mend_closed_handler.ts";
import { mendConcatenation } from "./mend_concatenation.ts";
import { mendGmatchDepth } from "./mend_gmatch_depth.ts";
import { mendIndexByComparison } from "./mend_index_by_comparison.ts";
import { mendLineOfCall } from "./mend_line_of_call.ts";
import { mendLineOfDivision } from "./mend_line_of_division.ts";
import { mendNamesInErrors } from "./mend_names_in_errors.ts";
import { mendPositions } from "./mend_positions.ts";

/**
 * Mends what Lua mended since the snapshot in the machine, lua/lua be908a7d of
 * 8 November 2022, as far as a profile can meet it: docs/machine.md has the
 * list. Each mend looks for the code it changes and stops the build where it
 * is not that.
 */
export function mendUpstream(module: WasmModule): void {
  mendIndexByComparison(module);
  mendAssignmentBarrier(module);
  mendConcatenation(module);
  mendGmatchDepth(module);
  mendPositions(module);
  mendNamesInErrors(module);
  limitStack(module);
  mendLineOfDivision(module);
  mendLineOfCall(module);
  mendClosedHandler(module);
}
