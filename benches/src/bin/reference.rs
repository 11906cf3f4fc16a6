//! `kith-reference`: runs the reference workload and prints the one line by which implementations
//! are compared.

use clap::{Parser, ValueEnum};
use cpu_time::ProcessTime;
use kith_bench::reference::tell::{Seconds, line};
use kith_bench::reference::{Kind, build, world::World, world_file};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// Runs SocNet-120, the workload on which engines are compared, and prints one line of JSON.
#[derive(Parser)]
#[command(name = "kith-reference", version)]
struct Arguments {
    /// How many people.
    #[arg(
        long,
        value_parser = clap::value_parser!(u32).range(1..=100_000_000),
        default_value_t = 10_000
    )]
    n: u32,
    /// How many months.
    #[arg(long, default_value_t = 120)]
    steps: u32,
    /// From which the world is made.
    #[arg(long, default_value_t = 1)]
    seed: u32,
    /// Which luck the world is lived with.
    #[arg(long, default_value_t = 0)]
    replicate: u32,
    /// A world to be read instead of made.
    #[arg(long)]
    world: Option<PathBuf>,
    /// Ties come and go.
    #[arg(long)]
    dynamic: bool,
    /// Which implementation.
    #[arg(long, value_enum, default_value_t = Engine::Kith)]
    engine: Engine,
}

#[derive(Clone, Copy, ValueEnum)]
enum Engine {
    /// On Kith's public parts.
    Kith,
    /// The loop written by hand.
    Hand,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(words) => {
            println!("{words}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<String, String> {
    let start = (Instant::now(), ProcessTime::now());
    let world = match &arguments.world {
        None => World::new(arguments.n, arguments.seed),
        Some(file) => {
            let bytes = std::fs::read(file)
                .map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
            world_file::read(&bytes).map_err(|error| format!("{}: {error}", file.display()))?
        }
    };
    let kind = match arguments.engine {
        Engine::Kith => Kind::Engine,
        Engine::Hand => Kind::Hand,
    };
    let mut model = build(&world, kind, arguments.replicate, arguments.dynamic)?;
    let setup = since(start);
    let start = (Instant::now(), ProcessTime::now());
    for _ in 0..arguments.steps {
        model.step();
    }
    let steps = since(start);
    Ok(line(world.people(), model.record(), setup, steps))
}

fn since((wall, cpu): (Instant, ProcessTime)) -> Seconds {
    Seconds {
        wall: wall.elapsed().as_secs_f64(),
        cpu: cpu.elapsed().as_secs_f64(),
    }
}
