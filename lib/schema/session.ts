import { flag, optional, type Schema, schemaOf, table } from "./schema.ts";

/** What is recorded of a session. */
export interface Session {
  /** Default `false`. */
  readonly record_event_trace: boolean;
}

/** The session section as people write it. */
export type SessionDraft = Partial<Session>;

const RecordEventTraceSchema = flag().meta({
  description: "Whether every event is recorded",
  default: false,
});

/** Schema of {@linkcode Session}. */
export const SessionSchema: Schema<Session> = schemaOf<Session>()(
  table({ record_event_trace: RecordEventTraceSchema }),
);

/** Schema of {@linkcode SessionDraft}. */
export const SessionDraftSchema: Schema<SessionDraft> = schemaOf<
  SessionDraft
>()(table({ record_event_trace: optional(RecordEventTraceSchema) }));
