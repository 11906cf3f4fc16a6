// What `kith-measure` measures, as wasm under node: a name and a number a line. Names and units: xtask/src/bench/rows.rs.
import { timed, work } from "./work.mjs";

const tell = (name, value) => console.log(`${name} ${value}`);
const least = (tries, some) => Math.min(...Array.from({ length: tries }, some));

const place = new work.Place(5000);
place.live(12);
const cost = least(6, () => {
  const { value, cpu } = timed(() => place.live(12));
  return (cpu * 1e9) / value;
});
tell("wasm.month.5000", cost);

const comparison = new work.Comparison(5000, 10);
comparison.pair(0);
const pair = least(3, () => timed(() => comparison.pair(0)).cpu);
tell("wasm.comparison.pair", pair * 1e3);
tell("wasm.comparison.rate", comparison.person_months() / pair / 1e6);

for (const [dynamic, word] of [[false, "static"], [true, "dynamic"]]) {
  for (const [people, months, turns] of [[10_000, 120, 6], [100_000, 60, 3]]) {
    const world = work.ReferenceWorld.made(people, 1);
    const best = { kith: Infinity, hand: Infinity };
    // By turns, so that what else the machine does meets both; the first turn warms the code up.
    for (let turn = 0; turn <= turns; turn += 1) {
      for (const engine of Object.keys(best)) {
        const model = new work.Reference(world, engine === "hand", 0, dynamic);
        const { cpu } = timed(() => model.live(months));
        if (turn > 0) best[engine] = Math.min(best[engine], cpu);
        model.free();
      }
    }
    for (const [engine, seconds] of Object.entries(best)) tell(`wasm.reference.${word}.${people}.${engine}`, (people * months) / seconds / 1e6);
    tell(`wasm.reference.${word}.${people}.ratio`, best.kith / best.hand);
  }
}
