import type { Session, SessionDraft } from "../../schema/session.ts";

/** The session section: nothing is recorded unless asked for. */
export function session(written: SessionDraft = {}): Session {
  return { record_event_trace: written.record_event_trace ?? false };
}
