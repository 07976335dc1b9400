/**
 * Something that answers like the Messages API, so that the real runtime can
 * have a turn without a network: a short text, streamed.
 */
export function startStandIn(): {
  readonly url: string;
  /** Bodies of the requests so far. */
  readonly bodies: readonly Record<string, unknown>[];
  stop(): Promise<void>;
} {
  const bodies: Record<string, unknown>[] = [];
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: () => {},
  }, async (request) => {
    bodies.push(await request.json());
    return new Response(ANSWER, {
      headers: { "content-type": "text/event-stream" },
    });
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    bodies,
    stop: () => server.shutdown(),
  };
}

const USAGE = { input_tokens: 5, output_tokens: 1 };

const ANSWER = [
  {
    type: "message_start",
    message: {
      id: "m",
      type: "message",
      role: "assistant",
      content: [],
      model: "stand-in",
      stop_reason: null,
      usage: USAGE,
    },
  },
  {
    type: "content_block_start",
    index: 0,
    content_block: { type: "text", text: "" },
  },
  {
    type: "content_block_delta",
    index: 0,
    delta: { type: "text_delta", text: "hello" },
  },
  { type: "content_block_stop", index: 0 },
  {
    type: "message_delta",
    delta: { stop_reason: "end_turn", stop_sequence: null },
    usage: USAGE,
  },
  { type: "message_stop" },
].map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
  .join("");
