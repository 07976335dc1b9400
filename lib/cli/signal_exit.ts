import type { EndingSignal } from "../system/terminal.ts";

/** What a shell reports of a program that a signal ended: 128 and its number. */
export const SIGNAL_EXIT: Readonly<Record<EndingSignal, number>> = {
  SIGHUP: 129,
  SIGINT: 130,
  SIGTERM: 143,
};
