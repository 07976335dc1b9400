/** What is recorded of a session. */
export interface Session {
  /** Default `false`. */
  readonly record_event_trace: boolean;
}

/** The session section as people write it. */
export interface SessionDraft {
  readonly record_event_trace?: boolean;
}
