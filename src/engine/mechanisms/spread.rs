//! Spread: approaches find people to carry them and lose them, ramp up, slower where they are grown locally; grow along ties
//! between neighbourhoods; and when their money ends are kept, thinned or dropped, by a draw that local roots, a champion and
//! fit make kinder. Must not know a strategy: only the approach itself.

pub mod uptake;

use crate::engine::funded::{Phase, Project};
use crate::engine::state::{ServiceKind, World};
use crate::random::{Luck, Stream};
use crate::scenario::parameters::Parameters;
use crate::units::monthly_share_of_half_life;
use uptake::{Barriers, Ties};

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let grows = |project: &Project| project.phase == Phase::Funded && !project.waiting.is_empty();
    let ties = (month % 12 == 11 && world.projects.iter().any(grows)).then(|| Ties::between(world));
    let mut projects = std::mem::take(&mut world.projects);
    for project in &mut projects {
        live(project, parameters, &world.luck, month);
        // What has no money next year goes nowhere new.
        if let Some(ties) = ties.as_ref().filter(|_| grows(project)) {
            let readiness = uptake::readiness(parameters, &barriers(world, project, month));
            let coefficients = (
                parameters.spread.external * readiness,
                parameters.spread.imitation * readiness,
            );
            uptake::take_up(project, ties, &world.luck, month, coefficients);
        }
    }
    world.projects = projects;
}

/// What holds a project's growth back this year.
fn barriers(world: &World, project: &Project, month: u32) -> Barriers {
    let voices: f32 = project
        .waiting
        .iter()
        .map(|c| world.communities.voice[*c as usize])
        .sum();
    Barriers {
        months_left: project.ends.saturating_sub(month + 1) as f32,
        regulation: world.government.regulation,
        parochial: uptake::parochial(project, &world.luck),
        // A voluntary sector that has closed asks nobody to join in.
        voice: voices / project.waiting.len().max(1) as f32
            * world.services.open[ServiceKind::Voluntary as usize],
    }
}

/// One month of one project: the people who carry it, what they have learnt to do, and its end.
pub fn live(project: &mut Project, parameters: &Parameters, luck: &Luck, month: u32) {
    let p = &parameters.spread;
    let [loses, fate, ..] = luck.uniforms(project.key, month, Stream::Spread);
    match project.phase {
        Phase::Funded => {
            project.staff += (1.0 - project.staff) / p.recruiting.max(1.0);
            let ramp =
                (project.ramp_months * (1.0 + p.adaptation_slows * project.adaptation)).max(1.0);
            project.learnt = (project.learnt + 1.0 / ramp).min(1.0);
            if loses < p.churn {
                // Half of those who carry it go; a champion is one person, and goes with them.
                project.staff *= 0.5;
                project.champion = false;
            }
            project.delivery = project.staff * project.learnt;
            if month + 1 >= project.ends {
                project.kept = kept(parameters, fate, roots(parameters, project));
                project.phase = if project.kept > 0.0 {
                    Phase::Kept
                } else {
                    Phase::Ended
                };
            }
        }
        Phase::Kept => {
            if fate < monthly_share_of_half_life(p.fade) {
                project.kept = if project.kept > p.thinned_size {
                    p.thinned_size
                } else {
                    0.0
                };
            }
            if project.kept <= 0.0 {
                project.phase = Phase::Ended;
            }
        }
        Phase::Ended => {}
    }
}

/// The fit from which it helps a project to be kept: that of a kit in a place half unlike where it was made.
const MIDDLING_FIT: f32 = 0.75;

/// How much likelier a project is kept for its local roots, its champion and its fit.
fn roots(parameters: &Parameters, project: &Project) -> f32 {
    let p = &parameters.spread;
    let champion = f32::from(u8::from(project.champion));
    p.kept_adaptation * project.adaptation
        + p.kept_champion * champion
        + p.kept_fit * (project.fit - MIDDLING_FIT)
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
    use crate::engine::state::example;
    use crate::random::Key;

    /// A project that has just opened, for four years.
    pub fn project() -> Project {
        Project {
            set_up: 1,
            adaptation: 0.5,
            ramp_months: 10.0,
            running: 1_000,
            quality: 0.7,
            ..Project::opening(Key(77), 0, vec![0], 0, 48)
        }
    }

    /// Steady: nobody who carries it leaves, and everybody is found at once.
    fn steady() -> Parameters {
        let mut parameters = Parameters::default();
        (parameters.spread.churn, parameters.spread.recruiting) = (0.0, 1.0);
        parameters
    }

    #[test]
    fn delivery_ramps_in_a_straight_line_and_slower_when_grown_locally() {
        let parameters = steady();
        let mut world = example::new();
        world.projects = vec![
            project(),
            Project {
                adaptation: 0.0,
                ..project()
            },
        ];
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
    fn posts_are_filled_by_a_share_a_month_and_nothing_is_delivered_by_nobody() {
        let mut parameters = steady();
        parameters.spread.recruiting = 4.0;
        let mut world = example::new();
        world.projects = vec![Project {
            learnt: 1.0,
            ..project()
        }];
        for (month, empty) in (0..).zip([0.75, 0.5625, 0.421_875]) {
            step(&mut world, &parameters, month);
            assert!((world.projects[0].delivery - (1.0 - empty)).abs() < 1e-6);
        }
    }

    #[test]
    fn losing_its_people_halves_delivery_and_takes_the_champion() {
        let mut parameters = steady();
        parameters.spread.churn = 1.0;
        let mut world = example::new();
        world.projects = vec![Project {
            staff: 1.0,
            learnt: 1.0,
            champion: true,
            ..project()
        }];
        step(&mut world, &parameters, 0);
        assert_eq!(
            (world.projects[0].delivery, world.projects[0].champion),
            (0.5, false)
        );
    }

    #[test]
    fn money_ends_in_its_last_month_and_the_draw_decides() {
        let mut parameters = steady();
        let s = &mut parameters.spread;
        (
            s.kept,
            s.thinned,
            s.kept_adaptation,
            s.kept_champion,
            s.kept_fit,
        ) = (0.0, 1.0, 0.0, 0.0, 0.0);
        let mut world = example::new();
        world.projects = vec![project()];
        step(&mut world, &parameters, 46);
        assert_eq!(world.projects[0].phase, Phase::Funded);
        step(&mut world, &parameters, 47);
        assert_eq!(
            (world.projects[0].phase, world.projects[0].kept),
            (Phase::Kept, parameters.spread.thinned_size)
        );
        parameters.spread.thinned = 0.0;
        world.projects = vec![project()];
        step(&mut world, &parameters, 47);
        assert_eq!(
            (world.projects[0].phase, world.projects[0].kept),
            (Phase::Ended, 0.0)
        );
    }

    #[test]
    fn what_is_kept_is_thinned_and_then_over_each_half_of_them_in_the_half_life() {
        let parameters = steady();
        let mut world = example::new();
        let half = parameters.spread.fade as u32;
        world.projects = (0..2_000)
            .map(|k| Project {
                key: Key(k),
                phase: Phase::Kept,
                ..project()
            })
            .collect();
        for month in 0..half {
            step(&mut world, &parameters, month);
        }
        let share =
            |kept: f32| world.projects.iter().filter(|q| q.kept == kept).count() as f64 / 2_000.0;
        assert!((share(1.0) - 0.5).abs() < 0.03, "{}", share(1.0));
        // Poisson: exactly one step in the half-life with chance ln 2 / 2.
        assert!((share(parameters.spread.thinned_size) - 0.347).abs() < 0.03);
        assert!(
            world
                .projects
                .iter()
                .all(|q| (q.phase == Phase::Ended) == (q.kept == 0.0))
        );
    }

    #[test]
    fn fates_have_their_shares() {
        let parameters = Parameters::default();
        let p = &parameters.spread;
        let share = |wanted: f32, rooted: f32| {
            (0..1000)
                .filter(|k| kept(&parameters, *k as f32 / 1000.0, rooted) == wanted)
                .count() as f32
        };
        assert!((share(1.0, 0.0) - 1000.0 * p.kept).abs() < 2.0);
        assert!((share(p.thinned_size, 0.0) - 1000.0 * p.thinned).abs() < 2.0);
        assert!((share(0.0, 0.0) - 1000.0 * (1.0 - p.kept - p.thinned)).abs() < 2.0);
        assert!((share(1.0, 0.2) - share(1.0, 0.0) - 200.0).abs() < 2.0);
    }

    #[test]
    fn roots_are_adaptation_a_champion_and_fit() {
        let parameters = Parameters::default();
        let p = &parameters.spread;
        let bare = Project {
            adaptation: 0.0,
            fit: MIDDLING_FIT,
            ..project()
        };
        assert_eq!(roots(&parameters, &bare), 0.0);
        assert_eq!(
            roots(
                &parameters,
                &Project {
                    adaptation: 1.0,
                    ..bare.clone()
                }
            ),
            p.kept_adaptation
        );
        assert_eq!(
            roots(
                &parameters,
                &Project {
                    champion: true,
                    ..bare.clone()
                }
            ),
            p.kept_champion
        );
        assert!(
            (roots(&parameters, &Project { fit: 0.5, ..bare }) + 0.25 * p.kept_fit).abs() < 1e-6,
            "a poor fit makes it worse"
        );
    }

    #[test]
    fn growth_goes_on_at_the_turn_of_the_year_while_there_is_money() {
        let mut parameters = steady();
        (parameters.spread.external, parameters.spread.imitation) = (1e6, 0.0);
        let waits = || Project {
            waiting: vec![1, 2],
            ..project()
        };
        let after = |month: u32, project: Project| {
            let mut world = example::new();
            world.projects = vec![project];
            step(&mut world, &parameters, month);
            (
                world.projects[0].communities.clone(),
                world.projects[0].placed,
            )
        };
        assert_eq!(after(11, waits()), (vec![0, 1, 2], 1));
        assert_eq!(after(10, waits()).0, [0]);
        assert_eq!(
            after(
                11,
                Project {
                    ends: 12,
                    ..waits()
                }
            )
            .0,
            [0]
        );
        assert_eq!(
            after(
                11,
                Project {
                    phase: Phase::Kept,
                    ..waits()
                }
            )
            .0,
            [0]
        );
    }
}
