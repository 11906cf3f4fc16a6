//! `kith-measure`: measures in processor time, which other people's work on the same machine
//! disturbs least, and prints a name and a number a line. Names, units and what is to be reached
//! stand in `xtask/src/bench/rows.rs`.

#![expect(
    clippy::unnecessary_wraps,
    reason = "parts of one list have one type, and some of them can fail"
)]

use cpu_time::ProcessTime;
use kith::engine::schedule::MONTH;
use kith_bench::reference::{Kind, build, world::World};
use kith_bench::subjects::{Usual, pair, person_months, place, scenario, triad};
use std::hint::black_box;
use std::process::{Command, ExitCode};

type Part = (&'static str, fn() -> Result<(), String>);

const PARTS: [Part; 8] = [
    ("month", month),
    ("mechanisms", mechanisms),
    ("place", places),
    ("comparison", comparison),
    ("reference", reference),
    ("memory", memory),
    ("scale", scale),
    ("bandwidth", bandwidth),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let result = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["peak", people] => people
            .parse()
            .map_err(|_| format!("`{people}` is no number of people"))
            .and_then(peak),
        ref chosen => run(chosen),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The parts that were named, or all.
fn run(chosen: &[&str]) -> Result<(), String> {
    if let Some(unknown) = chosen
        .iter()
        .find(|name| PARTS.iter().all(|(part, _)| part != *name))
    {
        return Err(format!(
            "`{unknown}` is no part; the parts are {}",
            PARTS.map(|(part, _)| part).join(", ")
        ));
    }
    for (_, measure) in PARTS
        .iter()
        .filter(|(part, _)| chosen.is_empty() || chosen.contains(part))
    {
        measure()?;
    }
    Ok(())
}

fn tell(name: &str, value: f64) {
    println!("{name} {value}");
}

/// Processor seconds of some work.
fn seconds(work: impl FnOnce()) -> f64 {
    let start = ProcessTime::now();
    work();
    start.elapsed().as_secs_f64()
}

/// The least processor seconds a unit of work, of several tries: what disturbs only ever adds.
fn least(tries: u32, mut work: impl FnMut() -> f64) -> f64 {
    (0..tries).map(|_| work()).fold(f64::INFINITY, f64::min)
}

/// Nanoseconds a person-month of the full model, a year at a time.
fn cost(usual: &mut Usual, years: u32) -> f64 {
    least(years, || {
        let mut lived = 0;
        seconds(|| lived = usual.live(12)) * 1e9 / lived as f64
    })
}

fn month() -> Result<(), String> {
    for (people, years) in [(5_000, 12), (50_000, 4)] {
        tell(
            &format!("month.{people}"),
            cost(&mut Usual::lived(people, 12), years),
        );
    }
    Ok(())
}

/// Each mechanism where it stands in the month, over the years.
fn mechanisms() -> Result<(), String> {
    let mut usual = Usual::lived(5_000, 12);
    let mut least = [f64::INFINITY; MONTH.len()];
    for _ in 0..5 {
        let mut sums = [0.0; MONTH.len()];
        let mut lived = 0;
        for _ in 0..12 {
            let month = usual.world.month;
            lived += u64::from(usual.world.population());
            if month.is_multiple_of(12) {
                usual.world.begin_year();
            }
            for (sum, mechanism) in sums.iter_mut().zip(MONTH) {
                *sum += seconds(|| (mechanism.step)(&mut usual.world, &usual.parameters, month));
            }
            usual.world.month += 1;
        }
        for (least, sum) in least.iter_mut().zip(sums) {
            *least = least.min(sum * 1e9 / lived as f64);
        }
    }
    for (mechanism, value) in MONTH.iter().zip(least) {
        tell(&format!("mechanism.{}", mechanism.id), value);
    }
    Ok(())
}

fn places() -> Result<(), String> {
    for (people, tries) in [(5_000, 5), (50_000, 2)] {
        let value = least(tries, || seconds(|| drop(black_box(place(people)))));
        tell(&format!("place.{people}"), value * 1e3);
    }
    Ok(())
}

fn comparison() -> Result<(), String> {
    let prepared = scenario(5_000, 10);
    let value = least(4, || seconds(|| drop(black_box(pair(&prepared, 0)))));
    tell("comparison.pair", value * 1e3);
    tell(
        "comparison.rate",
        person_months(&prepared) as f64 / value / 1e6,
    );
    Ok(())
}

/// Both implementations by turns, so that what else the machine does meets both.
fn reference() -> Result<(), String> {
    for (dynamic, word) in [(false, "static"), (true, "dynamic")] {
        for (people, months, turns) in [(10_000, 120, 8), (100_000, 60, 3)] {
            let world = World::new(people, 1);
            let mut best = [f64::INFINITY; 2];
            for _ in 0..turns {
                for (best, kind) in best.iter_mut().zip([Kind::Engine, Kind::Hand]) {
                    let mut model = build(&world, kind, 0, dynamic)?;
                    *best = best.min(seconds(|| (0..months).for_each(|_| model.step())));
                }
            }
            let rate = |seconds: f64| f64::from(people) * f64::from(months) / seconds / 1e6;
            tell(&format!("reference.{word}.{people}.kith"), rate(best[0]));
            tell(&format!("reference.{word}.{people}.hand"), rate(best[1]));
            tell(
                &format!("reference.{word}.{people}.ratio"),
                best[0] / best[1],
            );
        }
    }
    Ok(())
}

/// State: what a copy of a world takes. Peak: what processes of their own take at most.
fn memory() -> Result<(), String> {
    let people = 100_000;
    let usual = Usual::lived(people, 2);
    let before = own_memory("VmRSS")?;
    let copies = [usual.world.clone(), usual.world.clone()];
    let after = own_memory("VmRSS")?;
    tell(
        "memory.state",
        (after - before) / copies.len() as f64 / usual.world.persons.len() as f64,
    );
    drop(copies);
    let itself = std::env::current_exe()
        .map_err(|error| format!("this program does not find itself: {error}"))?;
    for people in [250_000, 1_000_000] {
        let output = Command::new(&itself)
            .args(["peak", &people.to_string()])
            .output()
            .map_err(|error| format!("peak: {error}"))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        print!("{}", String::from_utf8_lossy(&output.stdout));
    }
    Ok(())
}

/// Generates a place, lives months in it, and says what that cost and what memory it took at most.
fn peak(people: u32) -> Result<(), String> {
    let mut usual = Usual::new(people);
    usual.live(1);
    let mut lived = 0;
    let spent = seconds(|| lived = usual.live(3));
    tell(&format!("cost.{people}"), spent * 1e9 / lived as f64);
    tell(
        &format!("memory.{people}"),
        own_memory("VmHWM")? / 1_048_576.0,
    );
    Ok(())
}

/// Bytes that the system counts for this process.
fn own_memory(what: &str) -> Result<f64, String> {
    let text = std::fs::read_to_string("/proc/self/status")
        .map_err(|error| format!("memory is measured on Linux only: {error}"))?;
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(what)?.strip_prefix(':'));
    let kilobytes = line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes
        .map(|count| count * 1024.0)
        .ok_or_else(|| format!("/proc/self/status has no {what}"))
}

/// Does cost grow with people and with months, or faster? As in `peak`, months 2 to 4, so that
/// sizes are compared alike.
fn scale() -> Result<(), String> {
    for people in [5_000, 50_000] {
        let first = Usual::lived(people, 1);
        let value = least(200_000 / people, || {
            let mut usual = first.clone();
            let mut lived = 0;
            seconds(|| lived = usual.live(3)) * 1e9 / lived as f64
        });
        tell(&format!("cost.{people}"), value);
    }
    let mut usual = Usual::lived(5_000, 12);
    tell("cost.decade.1", cost(&mut usual, 10));
    usual.live(360);
    tell("cost.decade.5", cost(&mut usual, 10));
    Ok(())
}

/// The triad over columns far larger than any cache, and over columns that fit into the second.
fn bandwidth() -> Result<(), String> {
    for (name, length, rounds) in [("memory", 16 << 20, 2), ("cache", 16 << 10, 2_000)] {
        let (mut a, b, c) = (vec![0.0_f32; length], vec![1.0; length], vec![2.0; length]);
        let value = least(6, || {
            let mut bytes = 0;
            let spent = seconds(|| {
                for _ in 0..rounds {
                    bytes += triad(black_box(&mut a), black_box(&b), black_box(&c), 3.0);
                }
            });
            spent / bytes as f64
        });
        tell(&format!("bandwidth.{name}"), 1e-9 / value);
    }
    Ok(())
}
