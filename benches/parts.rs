//! Benchmarks piece by piece (`cargo bench -p kith-bench`, then a word of the names to choose by):
//! for looking closely while something is made faster. They take the wall clock; the table of
//! `cargo xtask bench` takes processor time.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use kith::engine::schedule::MONTH;
use kith_bench::reference::world::World;
use kith_bench::reference::{Kind, Model, build};
use kith_bench::subjects::{Usual, pair, person_months, place, scenario};

fn main() {
    divan::main();
}

/// One month of the full model.
#[divan::bench(args = [5_000, 50_000], sample_count = 24)]
fn month(bencher: Bencher, people: u32) {
    let mut usual = Usual::lived(people, 12);
    bencher
        .counter(ItemsCount::new(people))
        .bench_local(move || usual.live(1));
}

/// One mechanism by itself, each time from the same world.
#[divan::bench(
    args = MONTH.iter().map(|mechanism| mechanism.id),
    sample_count = 40,
    sample_size = 1
)]
fn mechanism(bencher: Bencher, id: &str) {
    let usual = Usual::lived(5_000, 12);
    let mechanism = MONTH
        .iter()
        .find(|mechanism| mechanism.id == id)
        .expect("an id of the month");
    bencher
        .counter(ItemsCount::new(5_000_u32))
        .with_inputs(|| usual.world.clone())
        .bench_local_refs(|world| (mechanism.step)(world, &usual.parameters, black_box(12)));
}

/// Generating the place.
#[divan::bench(args = [5_000, 50_000], sample_count = 5)]
fn generate(people: u32) {
    black_box(place(people));
}

/// One paired replicate of the scenario that the page opens with.
#[divan::bench(sample_count = 3)]
fn paired_replicate(bencher: Bencher) {
    let prepared = scenario(5_000, 10);
    bencher
        .counter(ItemsCount::new(person_months(&prepared)))
        .bench(|| pair(&prepared, black_box(0)));
}

/// A year of the reference workload.
#[divan::bench(
    args = [(10_000, "kith"), (10_000, "hand"), (100_000, "kith"), (100_000, "hand")],
    sample_count = 10
)]
fn reference(bencher: Bencher, (people, engine): (u32, &str)) {
    let mut model = reference_model(people, engine, false);
    bencher
        .counter(ItemsCount::new(people * 12))
        .bench_local(move || (0..12).for_each(|_| model.step()));
}

/// The same with ties that come and go.
#[divan::bench(args = [(10_000, "kith"), (10_000, "hand")], sample_count = 10)]
fn reference_dynamic(bencher: Bencher, (people, engine): (u32, &str)) {
    let mut model = reference_model(people, engine, true);
    bencher
        .counter(ItemsCount::new(people * 12))
        .bench_local(move || (0..12).for_each(|_| model.step()));
}

fn reference_model(people: u32, engine: &str, dynamic: bool) -> Box<dyn Model> {
    let kind = if engine == "hand" {
        Kind::Hand
    } else {
        Kind::Engine
    };
    build(&World::new(people, 1), kind, 0, dynamic).expect("nobody has too many friends")
}
