import { ProfileError } from "../../base/profile_error.ts";
import { type Preview, previewOfFailure } from "./preview.ts";

/**
 * Previews, each made once, one at a time, and only of what is chosen now: who
 * runs through the profiles waits for none of those passed by.
 */
export class PreviewCache {
  readonly #made = new Map<string, Preview>();
  readonly #make: (selector: string) => Promise<Preview>;
  readonly #onMade: () => void;
  readonly #onBug: (error: unknown) => void;
  #wanted: string | undefined;
  #isBusy = false;

  /**
   * @param make resolves a profile; what it throws as a ProfileError is shown
   * @param onMade called when a preview is there
   * @param onBug called for anything else that is thrown
   */
  constructor(
    make: (selector: string) => Promise<Preview>,
    onMade: () => void,
    onBug: (error: unknown) => void,
  ) {
    this.#make = make;
    this.#onMade = onMade;
    this.#onBug = onBug;
  }

  /** The preview if it is known; else it is made, and then `onMade` called. */
  of(selector: string): Preview | undefined {
    const made = this.#made.get(selector);
    if (made === undefined) {
      this.#wanted = selector;
      if (!this.#isBusy) this.#work().catch(this.#onBug);
    }
    return made;
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    try {
      while (this.#wanted !== undefined) {
        const selector = this.#wanted;
        this.#wanted = undefined;
        this.#made.set(selector, await this.#tryToMake(selector));
        this.#onMade();
      }
    } finally {
      this.#isBusy = false;
    }
  }

  async #tryToMake(selector: string): Promise<Preview> {
    try {
      return await this.#make(selector);
    } catch (error) {
      if (error instanceof ProfileError) return previewOfFailure(error);
      throw error;
    }
  }
}
