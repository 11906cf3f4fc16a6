use kith::{
    ensemble::*,
    indicators::catalogue::CATALOGUE,
    scenario::{approaches::Approach, strategy, *},
};
#[derive(serde::Deserialize)]
struct F {
    #[serde(alias = "approaches", alias = "approach")]
    approach: Vec<Approach>,
}
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let people: u32 = a.get(1).map_or(5000, |s| s.parse().unwrap());
    let years: u32 = a.get(2).map_or(10, |s| s.parse().unwrap());
    let reps: u32 = a.get(3).map_or(4, |s| s.parse().unwrap());
    let pounds: f64 = a.get(4).map_or(40.0, |s| s.parse().unwrap());
    let place = a.get(5).map_or("trafford", |s| s.as_str());
    let text = std::fs::read_to_string("/work/wt-cli/static/approaches.toml").unwrap();
    let v: toml::Value = toml::from_str(&text).unwrap();
    let ap: F = v.try_into().unwrap_or_else(|e| {
        eprintln!("{e}");
        F { approach: vec![] }
    });
    eprintln!("{} approaches", ap.approach.len());
    let arm = |id: &str, p: &str| {
        let p = strategy::preset(p).unwrap();
        Arm { id: id.into(), name: p.name.into(), preset: p.id.into(), design: p.design, approaches: vec![] }
    };
    let s = Scenario {
        name: "t".into(),
        place: place.into(),
        people,
        years,
        replicates: reps,
        seed: 20211121,
        spin_up_months: 60,
        money: Money { pounds_per_head_year: pounds, first_year: 1, last_year: years },
        arms: vec![arm("business-as-usual", "business-as-usual"), arm("pilots", "siloed-pilots"), arm("whole-area", "place-based")],
        parameters: Default::default(),
        events: vec![],
        approaches: ap.approach,
    };
    let t = std::time::Instant::now();
    let p = prepare(s).unwrap();
    eprintln!("place {:?}", t.elapsed());
    let mut e = Ensemble::default();
    let t = std::time::Instant::now();
    for r in 0..reps {
        e.add(run(&p, &Job { replicate: r, arms: vec![0, 1, 2], frames: false }));
    }
    let el = t.elapsed().as_secs_f64();
    let pm = reps as f64 * people as f64 * (60.0 + 36.0 * years as f64);
    eprintln!("{el:.2}s {:.2}M person-months/s", pm / el / 1e6);
    println!("fingerprint {}", e.fingerprint());
    for (k, i) in CATALOGUE.iter().enumerate() {
        let s: Vec<String> = (0..3)
            .map(|a| {
                let y = summary::arm(&e, a, k).by_year;
                format!("{:8.3} {:8.3}", y[y.len() / 2].mean, y.last().unwrap().mean)
            })
            .collect();
        let y = summary::arm(&e, 0, k).by_year;
        let d = summary::difference(&e, 2, 1, k);
        println!(
            "{:22} start {:8.3} | {} | diff {:7.3} [{:.3},{:.3}] {}/{}",
            i.id,
            y[0].mean,
            s.join(" | "),
            d.by_year.last().unwrap().mean,
            d.interval.0,
            d.interval.1,
            d.first_better,
            d.replicates
        );
    }
    let o = e.outcome(0).unwrap();
    for arm in &o.arms {
        for (y, l) in arm.ledger.iter().enumerate().filter(|(y, _)| *y < 3) {
            println!(
                "arm {} y{} {}",
                arm.arm,
                y + 1,
                kith::engine::ledger::Account::ALL
                    .iter()
                    .zip(&l.totals)
                    .map(|(a, p)| format!("{}={:.0}", a.id(), p.pounds()))
                    .collect::<Vec<_>>()
                    .join(" ")
            );
        }
    }
}
