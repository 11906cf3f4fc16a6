//! One person's two lives as CSV: one row a life and month.

use crate::engine::mechanisms::wellbeing::Part;
use crate::engine::state::person::Housing;
use crate::ensemble::lives::TwoLives;
use crate::indicators::life::{Moment, Presence};
use crate::indicators::panel::SERVICES;
use crate::place::{Activity, Disability};
use crate::scenario::Scenario;

const PROBLEMS: [&str; 5] = ["health", "mental_health", "money", "housing", "work"];
const PARTS: [&str; Part::COUNT] = [
    "friends",
    "control",
    "problems",
    "condition",
    "unmet_support",
    "strain",
    "out_of_work",
    "surroundings",
    "partner",
    "shocks",
    "others",
];
const BEFORE: [&str; 24] = [
    "arm",
    "month",
    "there",
    "wellbeing",
    "control",
    "often_lonely",
    "close_friends",
    "activity",
    "limited",
    "partner",
    "others_at_home",
    "children_at_home",
    "deaths_at_home",
    "friends_died",
    "support_need",
    "met_by_family",
    "met_by_community",
    "met_by_formal",
    "unmet",
    "care_hours",
    "strain",
    "volunteer",
    "plan",
    "lives",
];
const AFTER: [&str; 8] = [
    "fitting_contacts",
    "routine_primary_care",
    "ae_attendances",
    "emergency_admissions",
    "months_with_one_professional",
    "palliative",
    "reached_by",
    "at_work_around",
];

/// The headings, in order.
pub fn headings() -> Vec<String> {
    let problems = PROBLEMS
        .iter()
        .map(|kind| format!("months_with_{kind}_problem"));
    // What others add is only known between two lives, not in one.
    let parts = PARTS
        .iter()
        .take(Part::Others as usize)
        .map(|part| format!("points_from_{part}"));
    let contacts = SERVICES.iter().map(|service| format!("contacts_{service}"));
    let named = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    named(&BEFORE)
        .into_iter()
        .chain(problems)
        .chain(contacts)
        .chain(named(&AFTER))
        .chain(parts)
        .collect()
}

/// Both lives, the first one first. Month 0 is the one in which the arms branch; of somebody who is gone, the last state stays.
pub fn csv(two: &TwoLives, scenario: &Scenario) -> String {
    crate::report::csv::text(&[], &headings(), &rows(two, scenario))
}

/// The rows of that, in the order of the headings.
pub fn rows(two: &TwoLives, scenario: &Scenario) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (arm, life) in two.arms.iter().zip(&two.lives) {
        let arm = scenario
            .arms
            .get(*arm as usize)
            .map_or("", |arm| arm.id.as_str());
        for (month, moment) in life.iter().enumerate() {
            let mut cells = vec![arm.to_owned(), month.to_string()];
            row(moment, scenario, &mut cells);
            rows.push(cells);
        }
    }
    rows
}

fn row(m: &Moment, scenario: &Scenario, cells: &mut Vec<String>) {
    let flag = |truth: bool| u8::from(truth).to_string();
    let put = |cells: &mut Vec<String>, numbers: &[f32]| {
        cells.extend(numbers.iter().map(ToString::to_string));
    };
    cells.push(presence(m.presence).to_owned());
    put(cells, &[m.wellbeing, m.control]);
    cells.extend([
        flag(m.lonely),
        m.close_friends.to_string(),
        activity(m.activity).to_owned(),
        disability(m.disability).to_owned(),
    ]);
    cells.extend([
        flag(m.partner),
        m.others_at_home.to_string(),
        m.children_at_home.to_string(),
    ]);
    cells.extend([m.deaths_at_home.to_string(), m.friends_died.to_string()]);
    put(
        cells,
        &[
            m.need,
            m.from_family,
            m.from_community,
            m.from_formal,
            m.unmet,
            m.care_hours,
            m.strain,
        ],
    );
    cells.extend([
        flag(m.volunteer),
        flag(m.plan),
        housing(m.housing).to_owned(),
    ]);
    let counts = m.problem_age.iter().chain(&m.contacts).chain([
        &m.fitted,
        &m.primary_contacts,
        &m.attendances,
        &m.admissions,
    ]);
    cells.extend(counts.map(ToString::to_string));
    cells.extend([
        m.relationship.to_string(),
        flag(m.palliative),
        named(&m.reached, scenario),
        named(&m.running, scenario),
    ]);
    put(cells, &m.parts[..Part::Others as usize]);
}

/// Ids of approaches with a space between them.
fn named(approaches: &[u16], scenario: &Scenario) -> String {
    let ids: Vec<&str> = approaches
        .iter()
        .filter_map(|a| scenario.approaches.get(usize::from(*a)))
        .map(|a| a.id.as_str())
        .collect();
    ids.join(" ")
}

fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Here => "yes",
        Presence::Died => "died",
        Presence::Left => "moved-away",
    }
}

fn activity(activity: Activity) -> &'static str {
    match activity {
        Activity::Child => "child",
        Activity::Student => "student",
        Activity::Employed => "employed",
        Activity::Unemployed => "unemployed",
        Activity::Retired => "retired",
        Activity::Sick => "sick",
        Activity::Other => "other",
    }
}

fn disability(disability: Disability) -> &'static str {
    match disability {
        Disability::None => "none",
        Disability::Condition => "not-limited",
        Disability::Little => "a-little",
        Disability::Lot => "a-lot",
    }
}

fn housing(housing: Housing) -> &'static str {
    match housing {
        Housing::Own => "at-home",
        Housing::Residential => "residential-care",
        Housing::Temporary => "temporary-accommodation",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::arms::tests::small;

    #[test]
    fn every_month_of_both_lives_has_its_row_and_reads_back() {
        let prepared = small();
        let two = prepared
            .follow(&std::sync::Arc::new(prepared.spin_up(0)), [1, 2], 7)
            .unwrap();
        let text = csv(&two, &prepared.scenario);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let head: Vec<String> = reader
            .headers()
            .unwrap()
            .iter()
            .map(ToOwned::to_owned)
            .collect();
        assert_eq!(head, headings());
        let at = |name: &str| head.iter().position(|heading| heading == name).unwrap();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2 * 25);
        for (k, row) in rows.iter().enumerate() {
            let moment = &two.lives[k / 25][k % 25];
            assert_eq!(&row[0], if k < 25 { "pilots" } else { "whole-area" });
            assert_eq!(row[at("month")].parse::<usize>().unwrap(), k % 25);
            assert_eq!(
                row[at("wellbeing")].parse::<f32>().unwrap(),
                moment.wellbeing
            );
            assert_eq!(
                row[at("emergency_admissions")].parse::<u8>().unwrap(),
                moment.admissions
            );
            assert_eq!(
                row[at("contacts_hospital_and_crisis")]
                    .parse::<u8>()
                    .unwrap(),
                moment.contacts[7]
            );
            assert_eq!(
                row[at("points_from_shocks")].parse::<f32>().unwrap(),
                moment.parts[Part::Events as usize]
            );
            assert_eq!(
                row[at("at_work_around")].split_whitespace().count(),
                moment.running.len()
            );
        }
    }
}
