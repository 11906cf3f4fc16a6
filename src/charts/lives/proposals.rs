//! How many people one re-run leaves better or worse off, in a sentence, and what each proposal is.

use crate::analysis::lives::proposals::{Example, Proposals};
use crate::charts::number::{plain, signed};
use crate::ensemble::pair::Names;

/// A count with its thousands told apart.
fn count(n: u32) -> String {
    plain(f64::from(n), 0)
}

/// How many gain, lose, and stay alike in this re-run.
pub fn sentence(found: &Proposals, names: Names<'_>) -> String {
    let alike = found.people - found.better - found.worse;
    let smaller = if found.better + found.worse == found.people {
        String::new()
    } else {
        format!(
            " By a tenth of a point or more, which few would notice: {} better, {} worse.",
            count(found.a_little_better),
            count(found.a_little_worse)
        )
    };
    format!(
        "In this run, of {} adults who are in both worlds throughout, {} end better off in {} than in {}, by half a point of wellbeing or more; {} end worse off, and for {} it is about the same.{smaller} Wellbeing is taken over the last year. The picture of differences \
         counts otherwise: everybody in both worlds in one month, by the measure that it shows.",
        count(found.people),
        count(found.better),
        names.alternative,
        names.reference,
        count(found.worse),
        count(alike)
    )
}

/// What choosing an example means, with its count.
pub fn meaning(found: &Proposals, example: Example, names: Names<'_>) -> String {
    match example {
        Example::Better if found.better == 0 => {
            format!(
                "Nobody gains half a point; the most that anybody gains in {} is {} points.",
                names.alternative,
                signed(found.largest.0, 1)
            )
        }
        Example::Worse if found.worse == 0 => {
            format!(
                "Nobody loses half a point; the most that anybody loses in {} is {} points.",
                names.alternative,
                signed(found.largest.1, 1)
            )
        }
        Example::Better => format!(
            "In the middle of the {} who end better off in {}.",
            count(found.better),
            names.alternative
        ),
        Example::Worse => format!(
            "In the middle of the {} who end worse off in {}.",
            count(found.worse),
            names.alternative
        ),
        Example::Same => "Somebody for whom least differs.".to_owned(),
        Example::Typical => format!(
            "In the middle of all {}: {} points.",
            count(found.people),
            signed(found.median, 1)
        ),
    }
}

/// A button's words.
pub fn button(example: Example, names: Names<'_>) -> String {
    match example {
        Example::Better => format!("Somebody better off in {}", names.alternative),
        Example::Worse => format!("Somebody worse off in {}", names.alternative),
        Example::Same => "Somebody for whom nothing differs".to_owned(),
        Example::Typical => "Somebody typical".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::Frames;

    fn found_in(alternative: [u8; 4]) -> Proposals {
        let frames = |wellbeing: [u8; 4]| Frames {
            months: vec![0],
            slots: vec![4],
            bytes: [wellbeing; 4].concat(),
            family_of_slot: vec![0; 4],
            who: vec![40; 4],
            since: vec![0; 4],
            ..Frames::default()
        };
        Proposals::of(&frames([100; 4]), &frames(alternative)).unwrap()
    }

    const NAMES: Names<'static> = Names {
        reference: "Pilots",
        alternative: "Whole area",
    };

    #[test]
    fn losers_are_counted_as_plainly_as_winners() {
        let words = sentence(&found_in([200, 50, 60, 100]), NAMES);
        let expected = "In this run, of 4 adults who are in both worlds throughout, 1 end better off in Whole area than in Pilots, \
                        by half a point of wellbeing or more; 2 end worse off, and for 1 it is about the same. By a tenth of a point or \
                        more, which few would notice: 1 better, 2 worse. Wellbeing is taken over the last year. The picture of differences \
                        counts otherwise: everybody in both worlds in one month, by the measure that it shows.";
        assert_eq!(words, expected);
    }

    #[test]
    fn every_example_says_what_it_is_an_example_of() {
        let found = found_in([200, 50, 60, 100]);
        assert_eq!(
            meaning(&found, Example::Worse, NAMES),
            "In the middle of the 2 who end worse off in Whole area."
        );
        assert_eq!(
            button(Example::Worse, NAMES),
            "Somebody worse off in Whole area"
        );
        let small = found_in([100, 92, 98, 100]);
        assert_eq!(
            meaning(&small, Example::Worse, NAMES),
            "Nobody loses half a point; the most that anybody loses in Whole area is −0.3 points."
        );
        assert!(meaning(&found, Example::Typical, NAMES).starts_with("In the middle of all 4: "));
    }
}
