/** Pieces of work for several to share: whoever is free takes the next. */
export class WorkQueue<Piece> {
  readonly #pieces: Piece[] = [];
  readonly #waiting: ((piece: Piece | undefined) => void)[] = [];
  #isComplete = false;

  /** Adds a piece. */
  put(piece: Piece): void {
    const next = this.#waiting.shift();
    if (next) next(piece);
    else this.#pieces.push(piece);
  }

  /** Nothing more comes: who waits is told. */
  complete(): void {
    this.#isComplete = true;
    for (const next of this.#waiting.splice(0)) next(undefined);
  }

  /** Does pieces one after the other, until there are no more and none comes. */
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
