// The wasm of the benchmarks, and the two clocks of node. `cargo xtask bench --wasm` builds it.
import { createRequire } from "node:module";

const folder = process.env.KITH_BENCH_WASM ?? new URL("../../target/bench/wasm/", import.meta.url).pathname;

/** The functions of benches/src/bin/wasm.rs. */
export const work = createRequire(import.meta.url)(`${folder}/kith-bench-wasm.js`);

/** What some work gives, and the seconds that it took: of the wall clock and of the processor. */
export function timed(some) {
  const [wall, cpu] = [process.hrtime.bigint(), process.cpuUsage()];
  const value = some();
  const { user, system } = process.cpuUsage(cpu);
  return { value, wall: Number(process.hrtime.bigint() - wall) / 1e9, cpu: (user + system) / 1e6 };
}
