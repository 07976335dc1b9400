/** A queue of work for several workers: a free one takes the next piece. */
export class WorkQueue<Piece> {
  readonly #pieces: Piece[] = [];
  readonly #waiting: ((piece: Piece | undefined) => void)[] = [];
  #isComplete = false;

  /** Whether no piece waits for somebody who is free. */
  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  /** Adds a piece. */
  put(piece: Piece): void {
    const next = this.#waiting.shift();
    if (next) next(piece);
    else this.#pieces.push(piece);
  }

  /** Ends the queue: nothing is added any more. */
  complete(): void {
    this.#isComplete = true;
    for (const next of this.#waiting.splice(0)) next(undefined);
  }

  /** Does one piece after another until the queue has ended and is empty. */
  async serve(work: (piece: Piece) => Promise<void>): Promise<void> {
    for (;;) {
      const piece = await this.#next();
      if (piece === undefined) return;
      await work(piece);
    }
  }

  #next(): Promise<Piece | undefined> {
    const piece = this.#pieces.shift();
    if (piece !== undefined || this.#isComplete) return Promise.resolve(piece);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
