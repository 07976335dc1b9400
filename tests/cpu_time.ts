import process from "node:process";

/**
 * Milliseconds of computing that this thread has done. A limit of it holds on a
 * machine that does other things as well, which a limit of time does not.
 */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
