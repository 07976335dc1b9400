/** Wall times of one command over several runs, in milliseconds. */
export interface Timings {
  readonly name: string;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** One command to time. */
export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Exit code that means it did its work. Default 0. */
  readonly exit?: number;
}

/** The value below which a share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted[at]!;
}

async function timeOnce(contender: Contender): Promise<number> {
  const command = new Deno.Command(contender.command, {
    args: [...contender.args],
    cwd: contender.cwd,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  });
  const start = performance.now();
  const { code } = await command.output();
  const elapsed = performance.now() - start;
  if (code !== (contender.exit ?? 0)) {
    throw new Error(`${contender.name} exited with ${code}`);
  }
  return elapsed;
}

/**
 * Times commands in turn, A B C A B C ..., so that a machine that gets slower
 * or faster during the run changes all of them alike.
 *
 * @param rounds counted runs of each; three more come first and are not counted
 */
export async function timeInTurn(
  contenders: readonly Contender[],
  rounds: number,
): Promise<Timings[]> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = -3; round < rounds; round++) {
    for (const contender of contenders) {
      const elapsed = await timeOnce(contender);
      if (round >= 0) times.get(contender.name)!.push(elapsed);
    }
  }
  return contenders.map(({ name }) => {
    const sorted = times.get(name)!.sort((a, b) => a - b);
    return {
      name,
      median: quantile(sorted, 0.5),
      low: quantile(sorted, 0.1),
      high: quantile(sorted, 0.9),
    };
  });
}
