// `kith-reference` as wasm under node: takes its arguments, prints its line.
//   node benches/node/reference.mjs --n 10000 --steps 120 --seed 1 [--replicate R] [--world FILE] [--dynamic] [--engine hand]
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { timed, work } from "./work.mjs";

const { values } = parseArgs({
  options: {
    n: { type: "string", default: "10000" },
    steps: { type: "string", default: "120" },
    seed: { type: "string", default: "1" },
    replicate: { type: "string", default: "0" },
    world: { type: "string" },
    dynamic: { type: "boolean", default: false },
    engine: { type: "string", default: "kith" },
  },
});
const whole = (name) => {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} wants a whole number, not ${values[name]}`);
  return number;
};
const [n, steps, seed, replicate] = ["n", "steps", "seed", "replicate"].map(whole);

const make = (luck) => {
  const world = values.world ? work.ReferenceWorld.read(readFileSync(values.world)) : work.ReferenceWorld.made(n, seed);
  return new work.Reference(world, values.engine === "hand", luck, values.dynamic);
};
// A short run first: node begins with quick code and puts fast code in its place while the first months are lived.
make(replicate).live(Math.min(steps, 24));
const setup = timed(() => make(replicate));
const lived = timed(() => setup.value.live(steps));
console.log(setup.value.line(setup.wall, setup.cpu, lived.wall, lived.cpu));
