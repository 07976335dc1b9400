import type { SectionType } from "./field.ts";
import { flag, section } from "./field_types.ts";

/** What is recorded of a session. */
export interface Session {
  /** Whether every event of the session is written to a trace. Default `false`. */
  readonly record_event_trace: boolean;
}

/** The session section as people write it. */
export type SessionDraft = Partial<Session>;

/** What is recorded of a session. */
export const SESSION: SectionType<Session, SessionDraft> = section<
  Session,
  SessionDraft
>({
  record_event_trace: {
    type: flag(),
    description: "Whether every event of the session is written to a trace",
    default: false,
  },
});
