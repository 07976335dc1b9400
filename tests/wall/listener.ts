/** A server that nothing may reach, and what has reached it. */
export interface Listener extends AsyncDisposable {
  readonly port: number;
  readonly origin: string;
  /** The paths asked for since the last time this was called. */
  takePaths(): string[];
}

/** Listens on this machine's own address. Answers with a module. */
export function startListener(): Listener {
  let paths: string[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    (request) => {
      paths.push(new URL(request.url).pathname);
      return new Response(
        `export default "reached"; globalThis.postMessage?.("reached");`,
        { headers: { "content-type": "text/javascript" } },
      );
    },
  );
  const { port } = server.addr;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    takePaths() {
      const taken = paths;
      paths = [];
      return taken;
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
