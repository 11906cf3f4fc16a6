//! Where one arm loses: the box of assumptions that scenario discovery finds, in words, as a table and as a figure.

use super::about::About;
use super::estimates::percent;
use crate::analysis::discovery::{Bound, FEW, Region, region};
use crate::analysis::robustness::{Answer, Winner};
use crate::charts::scale::Extent;
use crate::charts::words::lower_first;
use crate::drawing::Who;
use crate::drawing::scatter::{Scatter, draw};
use crate::ensemble::pair::Names;
use crate::report::table::{Cell, Table, columns};
use crate::report::{Figure, Report, Words};

/// Adds where the alternative loses.
pub fn add(answer: &Answer, about: &About, results: &mut Report) {
    let Names {
        reference,
        alternative,
    } = about.setting().names();
    let (reference, alternative) = (lower_first(reference), lower_first(alternative));
    let loses: Vec<bool> = answer
        .worlds
        .iter()
        .map(|world| world.winner == Winner::Reference)
        .collect();
    let lost = loses.iter().filter(|lost| **lost).count();
    if lost < FEW {
        results.sentences.push(format!(
            "{alternative} loses in {lost} of {} worlds: too few to say where.",
            answer.draws
        ));
        return;
    }
    let points: Vec<Vec<f64>> = answer
        .worlds
        .iter()
        .map(|world| world.point.clone())
        .collect();
    let Some(found) = region(&points, &loses, about.scenario.seed) else {
        results
            .sentences
            .push(format!("No corner of two assumptions holds more of the {lost} worlds in which {alternative} loses than any other."));
        return;
    };
    let where_it_is = found
        .bounds
        .iter()
        .map(|bound| side(answer, *bound))
        .collect::<Vec<_>>()
        .join(" and ");
    results.sentences.push(format!(
        "{alternative} loses to {reference} mostly where {where_it_is}: in {} of the worlds there against {} of all, and {} of the worlds in which it loses lie there (judged on {} worlds on which the corner was not found).",
        percent(found.density),
        percent(found.base),
        percent(found.coverage),
        found.judged
    ));
    results.tables.push(table(answer, &found));
    results.drawings.extend(figure(
        answer,
        about,
        [&reference, &alternative],
        &found,
        results.sentences.last().map_or("", String::as_str),
    ));
}

/// One side in words: below, above or between values of the assumption.
fn side(answer: &Answer, bound: Bound) -> String {
    let factor = &answer.factors[bound.feature];
    let [low, high] = [bound.low, bound.high].map(|share| short(factor.at(share)));
    match (bound.low > 0.0, bound.high < 1.0) {
        (true, true) => format!("{} is between {low} and {high}", factor.id),
        (true, false) => format!("{} > {low}", factor.id),
        _ => format!("{} < {high}", factor.id),
    }
}

/// A number to three figures, as short as it can be.
fn short(number: f64) -> String {
    let rounded: f64 = format!("{number:.2e}").parse().unwrap_or(number);
    rounded.to_string().replace('-', "−")
}

fn table(answer: &Answer, found: &Region) -> Table {
    let columns = columns! {
        "parameter" text: "The assumption, or the effect of an approach.";
        "low" number: "Where the box begins.";
        "high" number: "Where it ends.";
        "density" number "share": "Share of the worlds inside in which the alternative loses.";
        "coverage" number "share": "Share of the worlds in which it loses that lie inside.";
        "base" number "share": "Share of all worlds in which it loses.";
        "inside" whole "worlds": "Worlds inside, of those that the box was judged on.";
        "judged" whole "worlds": "Worlds that the box was judged on: those on which it was not \
            found.";
    };
    let mut table = Table::new(
        "where",
        "Where the alternative loses: a box of assumptions",
        columns,
    );
    for bound in &found.bounds {
        let factor = &answer.factors[bound.feature];
        let mut row: Vec<Cell> = vec![(&factor.id).into()];
        row.extend(
            [
                factor.at(bound.low),
                factor.at(bound.high),
                found.density,
                found.coverage,
                found.base,
            ]
            .map(Cell::from),
        );
        row.extend([found.inside.into(), found.judged.into()]);
        table.rows.push(row);
    }
    table
}

/// The two sides of the box: of one with one side only, that one and all of what decides most.
fn sides(answer: &Answer, found: &Region) -> Option<[Bound; 2]> {
    let across = *found.bounds.first()?;
    let deciding = answer.decides.iter().filter_map(|decides| {
        answer
            .factors
            .iter()
            .position(|factor| factor.id == decides.parameter)
    });
    let other = deciding
        .chain(0..answer.factors.len())
        .find(|feature| *feature != across.feature);
    let up = found.bounds.get(1).copied().or_else(|| {
        Some(Bound {
            feature: other?,
            low: 0.0,
            high: 1.0,
        })
    })?;
    Some([across, up])
}

/// The worlds over the two assumptions of the box; over one of them and the one that decides most, where it has one side only.
fn figure(
    answer: &Answer,
    about: &About,
    [reference, alternative]: [&str; 2],
    found: &Region,
    sentence: &str,
) -> Option<Figure> {
    let [across, up] = sides(answer, found)?;
    let axis = |bound: &Bound| {
        let factor = &answer.factors[bound.feature];
        (
            factor.id.clone(),
            Extent {
                low: factor.at(0.0),
                high: factor.at(1.0),
            },
        )
    };
    let span = |bound: &Bound| {
        let factor = &answer.factors[bound.feature];
        Extent {
            low: factor.at(bound.low),
            high: factor.at(bound.high),
        }
    };
    let point = |world: &crate::analysis::robustness::World| {
        let at = |bound: &Bound| answer.factors[bound.feature].at(world.point[bound.feature]);
        let who = match world.winner {
            Winner::Alternative => Who::Alternative,
            Winner::Reference => Who::Reference,
            Winner::Tie => Who::Neither,
        };
        (at(&across), at(&up), who)
    };
    let drawn = draw(&Scatter {
        across: axis(&across),
        up: axis(&up),
        points: answer.worlds.iter().map(point).collect(),
        region: Some((span(&across), span(&up))),
        key: [
            format!("{alternative} better"),
            format!("{reference} better"),
            "no difference that matters".to_owned(),
        ],
    });
    let words = Words {
        name: "where",
        title: format!(
            "{alternative} loses in {} of worlds in the box, {} of all",
            percent(found.density),
            percent(found.base)
        ),
        subtitle: format!(
            "Adults doing well, {}; each mark is a world, the box is where {alternative} loses most",
            about.place_and_time()
        ),
        description: format!(
            "Scatter of {} worlds over two assumptions. {sentence}",
            answer.draws
        ),
    };
    Some(Figure::of(&drawn, words, about.notes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::arms::{Paired, tests::small};
    use crate::analysis::question::Question;
    use crate::analysis::robustness::Robustness;
    use crate::indicators::catalogue::{CATALOGUE, DOING_WELL};

    /// A made-up model: the alternative loses where the second factor is high and the fifth low.
    fn answer(draws: u32, lost: impl Fn(&[f64]) -> bool) -> (Answer, About) {
        let prepared = small();
        let question = Robustness::new(&prepared, draws).unwrap();
        let about = About::new(&prepared, "Made up", String::new(), None);
        let paired = |difference: f64| {
            let reference = vec![0.0; CATALOGUE.len()];
            let mut alternative = reference.clone();
            alternative[DOING_WELL] = difference;
            vec![Paired {
                alternative,
                reference: reference.clone(),
                before: reference,
            }]
        };
        let tied = question.answer((0..draws).map(|_| paired(0.0)).collect());
        let parts = tied
            .worlds
            .iter()
            .map(|world| paired(if lost(&world.point) { -1.0 } else { 1.0 }))
            .collect();
        (question.answer(parts), about)
    }

    #[test]
    fn the_corner_is_said_drawn_and_tabled() {
        let (answer, about) = answer(256, |point| point[1] > 0.5 && point[4] < 0.5);
        let mut results = Report::default();
        add(&answer, &about, &mut results);
        let sentence = &results.sentences[0];
        for part in [
            &answer.factors[1].id,
            &answer.factors[4].id,
            &"whole-area investment loses to siloed pilots mostly where".to_owned(),
        ] {
            assert!(sentence.contains(part.as_str()), "{sentence}");
        }
        assert_eq!(results.tables[0].rows.len(), 2);
        assert!(
            results.drawings[0].svg.contains(&answer.factors[1].id)
                && !results.drawings[0].svg.contains("NaN")
        );
        assert!(
            results.drawings[0].title.split(' ').count() <= 16,
            "{}",
            results.drawings[0].title
        );
    }

    #[test]
    fn an_arm_that_never_loses_is_said_not_to() {
        let (answer, about) = answer(64, |_| false);
        let mut results = Report::default();
        add(&answer, &about, &mut results);
        assert_eq!(
            results.sentences,
            ["whole-area investment loses in 0 of 64 worlds: too few to say where."]
        );
        assert!(results.drawings.is_empty() && results.tables.is_empty());
    }
}
