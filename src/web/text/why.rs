//! The words of the Why section that no number changes. Sentences that follow from answers are in `charts::why`.

use crate::charts::number::plain;
use crate::charts::why::level;
use crate::scenario::Scenario;
use crate::scenario::strategy::Level;

words! {
    WORKERS_LOST = "The workers of this device gave up on this question several times. It may be short of memory: close other pages and ask again.";
    WHY = "Why";
    WHY_HINT = "What makes the two worlds differ, if they do. Every answer is about adults doing well at the end, and about this scenario only.";
    ONE_ARM = "There are no two strategies to compare.";
    PICTURE_LABEL = "Five levels: individuals, families, communities, services and government, with thirteen arrows between them. The list beside it holds the same arrows.";
    KEY = "Thicker means more. Full colour: a part that matters. Dashed: none that is clear, or too little to matter.";
    CHOOSE_ARROW = "Choose an arrow";
    EVIDENCE = "Evidence";
    SOURCE = "Source";
    VALUE = "In this scenario";
    OFF = "switched off";
    RANGE = " (1 is as the evidence has it, 0 is off, 2 is the strongest that is plausible)";
    ASSUMPTION = "an assumption: nobody has measured it";
    SWITCH_OFF = "Switch it off in both worlds";
    SWITCH_ON = "Switch it on again";
    SWITCH_HINT = "Both worlds above are lived again. “Undo” takes it back.";
    OFF_ALREADY = "It is switched off in this scenario, so it explains nothing here.";
    WITHOUT_HINT = "What does this arrow explain? Both worlds are lived with it and without it, under the same luck.";
    EVALUATION_UNIT = "Open problems a person, a year after joining; fewer is better. Diamond: what would be published. Circle: what was true. Lines: 90% intervals.";
    CHART = "Chart, approach by approach";
    ALL_LEVELS = "All five together";
    SURPLUS = "Together, beyond the sum of each alone";
    PAIRS = "How much more two levels add together than each alone (percentage points of adults doing well)";
    PAIRS_SHORT = "Pairs of levels";
    MORE_TOGETHER = "More together";
    ALONE = "Only ";
    AND_WITH = "And ";
    NO_DIFFERENCE = "No difference that matters";
    DECIDES = "What decides most, with its share in what can be explained:";
    OF_100 = " of 100";
    ITS_EFFECT = ": how strongly it changes ";
    UNIT = "Percentage points of adults doing well; lines are 90% intervals. ";
    AFTER = ", after ";
    POINTS = "Points";
    PUBLISHED = "Published";
    TRUE = "True";
    WHAT = "What";
    INTERVAL = "90% interval";
    REFUSED = "This cannot be asked of this scenario:";
    ASKED_BEFORE = "You changed the scenario since this was asked; an answer would be about the new one.";
    ASK = "Find out";
    ASK_HERE = "Work it out for this scenario";
    HERE_NEXT = "This device works it out for this scenario next, and shows it here.";
    HERE_SOON = "This device is working it out for this scenario, and will show it here.";
    STOP = "Stop";
    ON_THIS_DEVICE = " on this device, with ";
    WAITING = "Waits for the question before it.";
    BEING_ASKED = "Being worked out on this device…";
    PROGRESS = "Worlds lived";
    OF = " of ";
    WORLDS_LIVED = " worlds lived";
    LEFT = " left";
    ANSWERED = "Answered on this device with ";
    ANSWERED_BEFOREHAND = "Answered beforehand with ";
    PEOPLE = " people and ";
    ORDERS = " orders";
    DRAWN = " worlds drawn";
    RE_RUNS = " runs";
    WEIGHTS_HINT = "Drag a circle to make it larger or smaller, or use the sliders below.";
}

/// Why the whole of an answer is not quite the difference of the headline.
pub fn own_whole(scenario: &Scenario) -> String {
    [
        " The headline rests on other runs (",
        &plain(f64::from(scenario.people), 0),
        PEOPLE,
        &plain(f64::from(scenario.replicates), 0),
        RE_RUNS,
        "), so its difference is not quite this one.",
    ]
    .concat()
}

/// The weights of levels, for those who do not see the picture.
pub fn weights(weights: &[f32; 5]) -> String {
    let each: Vec<String> = Level::ALL
        .iter()
        .zip(weights)
        .map(|(which, weight)| {
            [
                level(*which),
                " ",
                &plain(f64::from(*weight) * 100.0, 0),
                "%",
            ]
            .concat()
        })
        .collect();
    [
        "Picture of interdependence with the weight of each level: ",
        &each.join(", "),
        ".",
    ]
    .concat()
}

/// Which scenario an answer is about that stands in for this one's.
pub fn stands_in(name: &str, last_year: u32, years: u32) -> String {
    let money = if last_year >= years {
        "to the last year".to_owned()
    } else {
        format!("to year {last_year} of {years}")
    };
    format!(
        "Worked out beforehand for another scenario, “{name}”, in which the money runs {money}. It has not been worked out for the scenario of this hour."
    )
}
