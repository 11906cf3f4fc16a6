//! One person's two lives, put together from what following them came to: in words and as rows of a file.

use super::decode;
use super::inquiry::Lives;
use crate::analysis::lives::question::Follow;
use crate::analysis::question::Question;
use crate::charts::lives::tell;
use crate::ensemble::Prepared;
use crate::ensemble::lives::{Lived, TwoLives};
use crate::ensemble::pair::Names;
use crate::export;
use crate::place::Place;
use crate::scenario::Scenario;

/// Two lives in words and as a file.
pub fn told(two: &TwoLives, scenario: &Scenario, place: &Place) -> Lives {
    let name = |life: usize| {
        scenario
            .arms
            .get(two.arms[life] as usize)
            .map_or("", |arm| arm.name.as_str())
    };
    let told = tell(
        two,
        scenario,
        place,
        Names {
            reference: name(0),
            alternative: name(1),
        },
    );
    Lives {
        told,
        rows: export::lives::rows(two, scenario),
    }
}

/// The lives of a person in two arms, from what following them came to, in the order of the arms.
///
/// Errors: bytes that are no life, or why there is none; for people.
pub fn of_parts(
    prepared: &Prepared,
    arms: [u32; 2],
    person: u32,
    parts: &[Vec<u8>],
) -> Result<Box<Lives>, String> {
    let lived: Result<Vec<Lived>, String> = parts.iter().map(|bytes| decode(bytes)).collect();
    let two = Follow::new(prepared, arms, person, None).answer(lived?)?;
    Ok(Box::new(told(&two, &prepared.scenario, &prepared.place)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::arms::tests::small;
    use crate::protocol::encode;

    #[test]
    fn parts_through_bytes_give_the_lives_of_one_go_and_broken_ones_words() {
        let prepared = small();
        let follow = Follow::new(&prepared, [1, 2], 3, None);
        let parts: Vec<Vec<u8>> = (0..2)
            .map(|arm| encode(&follow.run(arm)).unwrap())
            .collect();
        let two = follow.ask().unwrap();
        let lives = of_parts(&prepared, [1, 2], 3, &parts).unwrap();
        assert_eq!(*lives, told(&two, &prepared.scenario, &prepared.place));
        assert!(of_parts(&prepared, [1, 2], 3, &parts[..1]).is_err());
        assert!(of_parts(&prepared, [1, 2], 3, &[vec![255; 2], vec![]]).is_err());
    }
}
