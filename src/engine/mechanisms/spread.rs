//! Spread: approaches ramp up, slower where they are grown locally; lose those who carry them; and when their money ends
//! are kept, thinned or dropped, by a draw that local roots make kinder. Must not know a strategy: only the approach itself.

use crate::engine::funded::Phase;
use crate::engine::state::World;
use crate::random::Stream;
use crate::scenario::parameters::Parameters;
use crate::units::monthly_share_of_half_life;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.spread;
    let fades = monthly_share_of_half_life(p.fade);
    for k in 0..world.projects.len() {
        let [loses, fate, ..] = world.luck.uniforms(world.projects[k].key, month, Stream::Spread);
        let project = &mut world.projects[k];
        match project.phase {
            Phase::Funded => {
                let ramp = (project.ramp_months * (1.0 + p.adaptation_slows * project.adaptation)).max(1.0);
                project.delivery = (project.delivery + 1.0 / ramp).min(1.0);
                if loses < p.churn {
                    project.delivery *= 0.5;
                }
                if month + 1 >= project.ends {
                    let rooted = p.kept_adaptation * project.adaptation;
                    project.kept = kept(parameters, fate, rooted);
                    project.phase = if project.kept > 0.0 { Phase::Kept } else { Phase::Ended };
                }
            }
            Phase::Kept => {
                project.kept *= 1.0 - fades;
                if project.kept < 0.05 {
                    project.phase = Phase::Ended;
                }
            }
            Phase::Ended => {}
        }
    }
}

/// What is left of an approach when its money ends.
fn kept(parameters: &Parameters, fate: f32, rooted: f32) -> f32 {
    let p = &parameters.spread;
    let full = p.kept + rooted;
    if fate < full {
        1.0
    } else if fate < full + p.thinned {
        p.thinned_size
    } else {
        0.0
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::engine::funded::Project;
    use crate::engine::state::example;
    use crate::random::Key;

    /// A project that has just opened, for four years.
    pub fn project() -> Project {
        Project {
            key: Key(77),
            approach: 0,
            communities: vec![0],
            opened: 0,
            ends: 48,
            adaptation: 0.5,
            ramp_months: 10.0,
            running: 1_000,
            delivery: 0.0,
            phase: Phase::Funded,
            kept: 1.0,
        }
    }

    /// Steady: nobody who carries it leaves.
    fn steady() -> Parameters {
        let mut parameters = Parameters::default();
        parameters.spread.churn = 0.0;
        parameters
    }

    #[test]
    fn delivery_ramps_in_a_straight_line_and_slower_when_grown_locally() {
        let parameters = steady();
        let mut world = example::new();
        world.projects = vec![project(), Project { adaptation: 0.0, ..project() }];
        for month in 0..7 {
            step(&mut world, &parameters, month);
        }
        // 10 months × (1 + 0.8 × 0.5) = 14 months: half-way after 7. A kit: 10 months.
        assert!((world.projects[0].delivery - 0.5).abs() < 1e-5);
        assert!((world.projects[1].delivery - 0.7).abs() < 1e-5);
        for month in 7..40 {
            step(&mut world, &parameters, month);
        }
        assert_eq!(world.projects[0].delivery, 1.0);
    }

    #[test]
    fn losing_its_people_halves_delivery() {
        let mut parameters = steady();
        parameters.spread.churn = 1.0;
        let mut world = example::new();
        world.projects = vec![Project { delivery: 1.0, ..project() }];
        step(&mut world, &parameters, 0);
        assert_eq!(world.projects[0].delivery, 0.5);
    }

    #[test]
    fn money_ends_in_its_last_month_and_the_draw_decides() {
        let mut parameters = steady();
        (parameters.spread.kept, parameters.spread.thinned, parameters.spread.kept_adaptation) = (0.0, 1.0, 0.0);
        let mut world = example::new();
        world.projects = vec![project()];
        step(&mut world, &parameters, 46);
        assert_eq!(world.projects[0].phase, Phase::Funded);
        step(&mut world, &parameters, 47);
        assert_eq!((world.projects[0].phase, world.projects[0].kept), (Phase::Kept, parameters.spread.thinned_size));
        parameters.spread.thinned = 0.0;
        world.projects = vec![project()];
        step(&mut world, &parameters, 47);
        assert_eq!((world.projects[0].phase, world.projects[0].kept), (Phase::Ended, 0.0));
    }

    #[test]
    fn what_is_kept_halves_in_the_months_of_fading_and_then_is_over() {
        let parameters = steady();
        let mut world = example::new();
        world.projects = vec![Project { phase: Phase::Kept, ..project() }];
        for month in 0..24 {
            step(&mut world, &parameters, month);
        }
        assert!((world.projects[0].kept - 0.5).abs() < 1e-4);
        // 0.5^(104/24) is the first below 0.05.
        for month in 24..103 {
            step(&mut world, &parameters, month);
        }
        assert_eq!(world.projects[0].phase, Phase::Kept);
        step(&mut world, &parameters, 103);
        assert_eq!(world.projects[0].phase, Phase::Ended);
    }

    #[test]
    fn fates_have_their_shares() {
        let parameters = Parameters::default();
        let share = |wanted: f32, rooted: f32| (0..1000).filter(|k| kept(&parameters, *k as f32 / 1000.0, rooted) == wanted).count();
        assert_eq!(share(1.0, 0.0), 300);
        assert_eq!(share(parameters.spread.thinned_size, 0.0), 300);
        assert_eq!(share(0.0, 0.0), 400);
        assert!((499..=501).contains(&share(1.0, 0.2)));
    }
}
