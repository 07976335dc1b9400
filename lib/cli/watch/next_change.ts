import { failure } from "../../base/profile_error.ts";
import { type System, SystemError } from "../../system/system.ts";
import type { NotingSystem } from "./noting_system.ts";

/** Saving is several steps, and a checkout many files: it is over after so long. */
const QUIET_MS = 100;
/** Where something is written all the time nobody waits for its end. */
const MOST_WAITS = 20;

/**
 * Waits until an answer that was noted is another one. What happened between
 * the question and now is seen too: everything is asked again once the watch
 * has begun.
 *
 * @param root see {@linkcode NotingSystem.folders}
 * @returns the paths of which it is; none when the signal said to stop
 * @throws {ProfileError} where the folders cannot be watched
 */
export async function nextChange(
  noted: NotingSystem,
  root: string,
  world: System,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const stop = new AbortController();
  const events = world.watch(
    await noted.folders(root),
    AbortSignal.any([signal, stop.signal]),
  )[Symbol.asyncIterator]();
  const next = () => {
    const event = events.next();
    event.catch(() => {});
    return event;
  };
  try {
    let event = next();
    // Whatever comes is waited for until it is over, and only then believed:
    // of a file that is being saved in steps the list of its folder was seen.
    let changed = await noted.changed();
    for (;;) {
      if (changed.length === 0) {
        if ((await event).done) return [];
        event = next();
      }
      for (let waits = 0; waits < MOST_WAITS; waits++) {
        const isOver = await Promise.race([
          event.then(({ done }) => done === true),
          world.wait(QUIET_MS).then(() => true),
        ]);
        if (isOver) break;
        event = next();
      }
      changed = await noted.changed();
      if (signal.aborted || changed.length > 0) return changed;
    }
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    throw failure(
      "file-unreadable",
      `cannot watch \`${error.path}\`: ${error.message}`,
      { help: "without `--watch` the profiles are checked once" },
    );
  } finally {
    stop.abort();
    await events.return?.();
  }
}
