import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

/** A web server that somebody imports this program from. */
export interface ServedFolder extends AsyncDisposable {
  /** Where it is, with a slash at the end. */
  readonly url: string;
  /** What `--allow-import` takes. */
  readonly host: string;
}

/** Around a server. */
export interface ServeOptions {
  /** Absolute path of what is served. Default: this repository. */
  readonly folder?: string;
  /** Changes what is sent for a path, as a broken mirror might. */
  readonly change?: (path: string, bytes: Uint8Array) => Uint8Array;
}

/** Serves a folder on this machine, on a free port, until it is disposed of. */
export function serveRepository(
  { folder = REPOSITORY, change = (_, bytes) => bytes }: ServeOptions = {},
): ServedFolder {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const path = decodeURIComponent(new URL(request.url).pathname).slice(1);
      const bytes = await Deno.readFile(`${folder}/${path}`).catch(() => null);
      if (bytes === null) return new Response(null, { status: 404 });
      // As hosts of raw files send it: the ending of the path has to tell the kind.
      return new Response(new Uint8Array(change(path, bytes)), {
        headers: { "content-type": "text/plain; charset=utf-8" },
      });
    },
  );
  const host = `127.0.0.1:${server.addr.port}`;
  return {
    host,
    url: `http://${host}/`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
