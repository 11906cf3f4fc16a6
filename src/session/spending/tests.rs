//! Where money came from and went, and the words for it.

use super::super::samples;
use super::*;
use crate::engine::ledger::Side;
use crate::units::Pence;

/// Two re-runs in which the second strategy runs more and bids less than the first.
fn ensemble() -> Ensemble {
    let scenario = samples::scenario();
    let mut ensemble = Ensemble::default();
    for replicate in 0..2 {
        let mut outcome = samples::outcome(&scenario, replicate, 1.0);
        for arm in &mut outcome.arms {
            for year in &mut arm.ledger {
                year.totals = vec![Pence::ZERO; Account::COUNT];
                let running = 50_000 + 10_000 * i64::from(arm.arm) + 100 * i64::from(replicate);
                year.totals[Account::Investment as usize] = Pence(100_000);
                year.totals[Account::Running as usize] = Pence(running);
                year.totals[Account::Bidding as usize] = Pence(100_000 - running);
            }
        }
        ensemble.add(outcome);
    }
    ensemble
}

/// Books of one year, written as the engine writes them.
fn one_year(posts: &[(Account, Account, i64)]) -> Books {
    let mut ledger = crate::engine::ledger::Ledger::default();
    for (from, to, pence) in posts {
        ledger.post(0, *from, *to, Pence(*pence));
    }
    Books {
        ledgers: vec![vec![YearLedger {
            totals: ledger.year(0),
        }]],
    }
}

#[test]
fn both_sides_are_all_of_the_money_and_nothing_twice() {
    use Account::*;
    let mut posts: Vec<(Account, Account, i64)> = Vec::new();
    for (k, to) in [
        Running,
        SetUp,
        Bidding,
        Learning,
        WindingDown,
        MoreOfTheSame,
    ]
    .into_iter()
    .enumerate()
    {
        posts.push((Investment, to, 1_000 + k as i64));
    }
    posts.extend([
        (CoreBudget, Running, 70),
        (CoreBudget, OtherServices, 500),
        (CoreBudget, Crisis, 300),
        (Reserves, Crisis, -20),
    ]);
    posts.extend([
        (Reserves, Reinvested, 11),
        (CoreBudget, PrimaryCare, 400),
        (CoreBudget, SocialCare, 600),
    ]);
    let booked = |side: Side| {
        Account::ALL
            .iter()
            .filter(|a| a.side() == side)
            .all(|a| posts.iter().any(|(from, to, _)| [*from, *to].contains(a)))
    };
    assert!(
        booked(Side::Source) && booked(Side::Use),
        "every account has something in it"
    );
    let books = one_year(&posts);
    let all = posts.iter().map(|(.., pence)| *pence).sum::<i64>() as f64 / 100.0;
    for flow in [Flow::WhoPays, Flow::WhoGains] {
        let told: f64 = flow.parts().iter().map(|part| books.in_all(part)).sum();
        assert!((told - all).abs() < 1e-9, "{flow:?}: {told} of {all}");
    }
    let new: f64 = Flow::NewMoney
        .parts()
        .iter()
        .map(|part| books.in_all(part))
        .sum();
    assert!(
        (new - 60.15).abs() < 1e-9,
        "what core budgets keep on is not new money: {new}"
    );
    assert_eq!(books.spreads(&[Line::Kept])[0].mean, 0.7);
    for (flow, id) in Flow::ALL {
        assert_eq!((Flow::by_id(id), flow.id()), (Some(flow), id));
    }
}

#[test]
fn means_and_spreads_are_those_of_the_re_runs() {
    let scenario = samples::scenario();
    let spending = Spending::of(&ensemble(), Pair::shown(&scenario)).unwrap();
    assert_eq!(spending.replicates, 2);
    let running = spending.reference.spreads(&[Line::Of(Account::Running)])[0];
    assert_eq!((running.mean, running.p05 < running.mean), (600.5, true));
    assert_eq!(
        spending.alternative.by_year(&Flow::NewMoney.parts()[0]),
        [700.5; 3]
    );
    assert_eq!(
        spending.alternative.in_all(&Flow::WhoPays.parts()[1]),
        3_000.0
    );
    assert_eq!(
        Spending::of(&Ensemble::default(), Pair::shown(&scenario)),
        None
    );
}

#[test]
fn a_hundred_pounds_are_a_hundred_pounds() {
    let spending = Spending::of(&ensemble(), Pair::shown(&samples::scenario())).unwrap();
    let shares = of_a_hundred(&spending.reference).unwrap();
    assert_eq!(shares.iter().map(|(_, share)| share).sum::<i64>(), 100);
    assert_eq!(
        hundred_words("Pilots", &spending.reference),
        "Pilots: of each £100 of new money, £60 ran approaches, £40 went on bids."
    );
    assert_eq!(
        title(&spending, "Pilots", "Whole area"),
        "£60 of each £100 ran approaches with pilots, £70 with whole area"
    );
    assert_eq!(
        hundred_words("Nobody", &Books::default()),
        "Nobody: no new money was spent."
    );
    let cuts = one_year(&[(Account::Investment, Account::MoreOfTheSame, -500_000)]);
    assert_eq!(
        hundred_words("Cuts", &cuts),
        "Cuts: £5,000 was taken out of today's services."
    );
}

#[test]
fn the_table_has_every_penny() {
    let (headings, rows) = table(&ensemble(), &samples::scenario());
    assert_eq!(
        (headings.len(), rows.len()),
        (3 + Account::COUNT, 2 * 3 * 3)
    );
    assert!(rows.iter().all(|row| row.len() == headings.len()));
    assert_eq!(rows[0][..4], ["business-as-usual", "1", "1", "1000.00"]);
    let row = rows
        .iter()
        .find(|row| row[..3] == ["pilots", "2", "3"])
        .unwrap();
    let bidding = headings
        .iter()
        .position(|heading| heading == "bidding")
        .unwrap();
    assert_eq!(row[bidding], "399.00");
    assert_eq!(
        (exact(-5), exact(123_456)),
        ("-0.05".to_owned(), "1234.56".to_owned())
    );
}

#[test]
fn a_broken_seal_says_who_spends_what() {
    let scenario = samples::scenario();
    let mut ensemble = Ensemble::default();
    let mut outcome = samples::outcome(&scenario, 0, 1.0);
    for year in &mut outcome.arms[1].ledger {
        year.totals[0] = Pence(-10_000_000);
    }
    ensemble.add(outcome);
    let said = unequal_words(&ensemble, &scenario);
    assert!(
        said.starts_with(
            "Business as usual spends £300,000.00; Siloed pilots takes £300,000.00 out; "
        ),
        "{said}"
    );
}
