/** A request as it came. */
export interface SeenRequest {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Something that answers in the manner of each wire scheme, so that the real
 * runtime can have a turn without a network: a short text, streamed.
 */
export function startStandIn(): {
  readonly url: string;
  /** The requests so far. */
  readonly requests: readonly SeenRequest[];
  stop(): Promise<void>;
} {
  const requests: SeenRequest[] = [];
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: () => {},
  }, async (request) => {
    const { pathname } = new URL(request.url);
    requests.push({ path: pathname, body: await request.json() });
    const scheme = Object.keys(ENDINGS).find((ending) =>
      pathname.includes(ending)
    );
    if (scheme === undefined) return new Response(null, { status: 404 });
    return new Response(ENDINGS[scheme], {
      headers: { "content-type": "text/event-stream" },
    });
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    requests,
    stop: () => server.shutdown(),
  };
}

const USAGE = { input_tokens: 5, output_tokens: 1 };

const MESSAGES = [
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
];

const RESPONSES = [
  { type: "response.created", response: {} },
  {
    type: "response.output_item.added",
    output_index: 0,
    item: { type: "message", id: "m" },
  },
  {
    type: "response.content_part.added",
    output_index: 0,
    content_index: 0,
    part: { type: "output_text", text: "" },
  },
  {
    type: "response.output_text.delta",
    output_index: 0,
    content_index: 0,
    delta: "hello",
  },
  {
    type: "response.content_part.done",
    output_index: 0,
    content_index: 0,
    part: { type: "output_text", text: "hello" },
  },
  {
    type: "response.output_item.done",
    output_index: 0,
    item: { type: "message", id: "m" },
  },
  { type: "response.completed", response: { usage: USAGE } },
];

const CHUNK = {
  id: "c",
  object: "chat.completion.chunk",
  created: 0,
  model: "stand-in",
};

const CHAT = [
  {
    ...CHUNK,
    choices: [{ index: 0, delta: { content: "hello" }, finish_reason: null }],
  },
  { ...CHUNK, choices: [{ index: 0, delta: {}, finish_reason: "stop" }] },
];

const GEMINI = [{
  candidates: [{
    content: { role: "model", parts: [{ text: "hello" }] },
    finishReason: "STOP",
    index: 0,
  }],
  usageMetadata: { promptTokenCount: 5, candidatesTokenCount: 1 },
}];

/** What is answered, by a part of the path that tells the scheme. */
const ENDINGS: Readonly<Record<string, string>> = {
  "/v1/messages": named(MESSAGES),
  "/responses": named(RESPONSES),
  "/v1/chat/completions": `${unnamed(CHAT)}data: [DONE]\n\n`,
  "/v1beta/models/": unnamed(GEMINI),
};

function named(events: readonly { readonly type: string }[]): string {
  return events.map((event) =>
    `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
  ).join("");
}

function unnamed(events: readonly unknown[]): string {
  return events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");
}
