/**
 * Changes that somebody tells, as {@linkcode System.watch} hands them on.
 *
 * @param begin begins to tell paths; returns what ends that
 */
export async function* toldChanges(
  signal: AbortSignal,
  begin: (tell: (path: string) => void) => () => void,
): AsyncGenerator<readonly string[]> {
  const changed: string[] = [];
  let wake = () => {};
  const end = begin((path) => {
    changed.push(path);
    wake();
  });
  const aborted = () => wake();
  signal.addEventListener("abort", aborted);
  try {
    while (!signal.aborted) {
      if (changed.length > 0) yield changed.splice(0);
      else await new Promise<void>((resolve) => wake = resolve);
    }
  } finally {
    signal.removeEventListener("abort", aborted);
    end();
  }
}
