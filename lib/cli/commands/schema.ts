import { EXIT } from "../../base/diagnostic_codes.ts";
import {
  printJsonSchema,
  type SchemaName,
} from "../../print/print_json_schema.ts";
import type { CommandContext } from "../command.ts";

/** `schema NAME`: prints a JSON Schema. */
export async function schema(
  { args, terminal }: CommandContext,
): Promise<number> {
  // The argument parser has already refused any other word.
  terminal.out.write(await printJsonSchema(args.operands[0] as SchemaName));
  return EXIT.done;
}
