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
mod tests {
    use super::*;

    #[test]
    fn fates_have_their_shares() {
        let parameters = Parameters::default();
        let share = |wanted: f32, rooted: f32| (0..1000).filter(|k| kept(&parameters, *k as f32 / 1000.0, rooted) == wanted).count();
        assert_eq!(share(1.0, 0.0), 300);
        assert_eq!(share(parameters.spread.thinned_size, 0.0), 300);
        assert_eq!(share(0.0, 0.0), 400);
        assert!(share(1.0, 0.2) > share(1.0, 0.0));
    }
}
