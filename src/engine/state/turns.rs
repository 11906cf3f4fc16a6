//! Whose turn it is: what changes slowly is looked at once a quarter, home by home, a third of the homes in each month.
//! Knows nothing of what is looked at.

use crate::ids::FamilyId;
use crate::units::QUARTER;

/// Positions of persons by the month of the quarter in which their home has its turn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Turns([Vec<u32>; QUARTER as usize]);

impl Turns {
    /// Adds a position of a home. It keeps its turn, whoever lives there.
    pub fn push(&mut self, family: FamilyId, position: usize) {
        self.0[family.index() % self.0.len()].push(position as u32);
    }

    /// Homes whose turn a month is, of so many.
    pub fn homes(month: u32, all: usize) -> impl Iterator<Item = usize> {
        ((month % QUARTER) as usize..all).step_by(QUARTER as usize)
    }

    /// Positions whose turn a month is, in the order in which they came.
    pub fn of(&self, month: u32) -> &[u32] {
        &self.0[(month % QUARTER) as usize]
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::state::example;

    #[test]
    fn everybody_has_a_turn_once_a_quarter_with_those_at_home() {
        let world = example::lived();
        let mut turns = vec![0; world.persons.len()];
        for month in 36..39 {
            let due = world.due(month);
            for &i in &due {
                turns[i] += 1;
                let home = world.families.members[world.persons.family[i].index()];
                for k in home.iter().filter(|k| k.is_some()).map(|k| k.index()) {
                    assert_eq!(due.contains(&k), world.persons.alive[k]);
                }
            }
            assert!((due.len() as f64 / f64::from(world.population()) - 1.0 / 3.0).abs() < 0.05);
        }
        let once: Vec<i32> = world.persons.alive.iter().map(|a| i32::from(*a)).collect();
        assert_eq!(turns, once);
    }
}
