//! Every question that can be asked about what is behind a comparison, one row each: its name in
//! files and commands, what it asks, how it is answered, and how large it is when nobody says. The
//! page, the command line and the documents say what stands here.
//!
//! Knows no way of answering: that is [`crate::analysis`].

/// How large a question is when nobody says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// People in each world.
    pub people: u32,
    /// Years after the arms branch.
    pub years: u32,
    /// Lucks in each world.
    pub replicates: u32,
}

/// How large a question is on the page, where a laptop answers it in a minute or two; its years are
/// the scenario's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnPage {
    /// The most people it lives with: larger places answer no better for the time they take.
    pub most_people: u32,
    /// Runs; of couplings orders of joining, of worlds the worlds drawn. Under eight no direction
    /// is claimed.
    pub samples: u32,
}

/// One question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// The name in commands.
    pub id: &'static str,
    /// What is asked, as a question.
    pub asks: &'static str,
    /// What an answer tells, in one line.
    pub sentence: &'static str,
    /// How it is answered.
    pub how: &'static str,
    /// Its size on the command line.
    pub usual: Size,
    /// Its size on the page; none where the page does not ask it by itself.
    pub on_page: Option<OnPage>,
}

/// The most people that a question of the page lives with.
const MOST: u32 = 2_000;

const fn size(people: u32, years: u32, replicates: u32) -> Size {
    Size {
        people,
        years,
        replicates,
    }
}

const fn on_page(most_people: u32, samples: u32) -> OnPage {
    OnPage {
        most_people,
        samples,
    }
}

/// What kind of evidence carries a difference.
pub const LAYERS: Question = Question {
    id: "layers",
    asks: "How much rests on which evidence?",
    sentence: "How much of the difference rests on what kind of evidence",
    how: "First only well evidenced assumptions count and all others are set to no effect; then \
        weaker evidence is added, layer by layer.",
    usual: size(5_000, 10, 8),
    on_page: Some(on_page(MOST, 12)),
};
/// In how many plausible worlds who does better.
pub const WORLDS: Question = Question {
    id: "robustness",
    asks: "What would change the answer?",
    sentence: "In what share of plausible worlds each strategy does better, and what decides",
    how: "Every assumption is drawn anew from its plausible range, for every world.",
    usual: size(2_000, 10, 2),
    on_page: Some(on_page(MOST, 64)),
};
/// What levels add, alone and together.
pub const LEVELS: Question = Question {
    id: "factorial",
    asks: "Is the whole more than its parts?",
    sentence: "What each level adds, and whether together they do more",
    how: "Every combination of the five levels is lived, 32 in all. Each funded level has the same \
        money whatever else is funded, so this is about levels, not about spreading money thinner. \
        It sets all five levels against none, not one strategy against the other: “All five \
        together” is another difference than the headline’s.",
    usual: size(2_000, 10, 8),
    on_page: Some(on_page(MOST, 8)),
};
/// Which dimension of the design does the work.
pub const DIMENSIONS: Question = Question {
    id: "attribute",
    asks: "Which part of the strategy did the work?",
    sentence: "Which dimension of the design, or which coupling, does the work",
    how: "Two strategies differ in seven dimensions. Every mix of the two is lived, 128 in all, \
        with the same money and luck; each dimension gets its fair share (Shapley).",
    usual: size(2_000, 10, 8),
    // All 128 mixes are lived for each run.
    on_page: Some(on_page(1_600, 8)),
};
/// Which couplings carry the difference; of the command line a form of [`DIMENSIONS`].
pub const COUPLINGS: Question = Question {
    id: "attribute",
    asks: "What carries the difference from one level to another?",
    sentence: DIMENSIONS.sentence,
    how: "Individuals, families, communities, services and government touch one another. Each \
        number is what that arrow brings to the difference between the two worlds: arrows are \
        switched on one after another in many orders, and what each adds is shared out fairly \
        (Shapley shares). Part of the difference needs no arrow at all; it is in the table.",
    usual: DIMENSIONS.usual,
    on_page: Some(on_page(MOST, 12)),
};
/// What pilots would publish, and what was true.
pub const EVALUATION: Question = Question {
    id: "evaluate",
    asks: "What would the pilots’ own evaluation say, and what is true?",
    sentence: "What each pilot would publish, beside the truth",
    how: "Published: how people were a year after joining, less how they were when they joined. \
        True: less how the same people would have been without the money. People join when things \
        are at their worst, and many recover anyway.",
    usual: size(5_000, 3, 8),
    on_page: Some(on_page(MOST, 8)),
};
/// Which assumptions move the difference.
pub const ASSUMPTIONS: Question = Question {
    id: "sensitivity",
    asks: "Which assumptions move the difference?",
    sentence: "How much each assumption moves the difference between the arms",
    how: "Assumptions are moved one after another (Morris) or together (Sobol) within their \
        ranges, and the difference is watched.",
    usual: size(1_000, 5, 2),
    on_page: None,
};
/// What a trial of one approach would find.
pub const TRIAL: Question = Question {
    id: "trial",
    asks: "What would a trial of one approach find, and what is true?",
    sentence: "What a randomised controlled trial of one approach would find, with the truth that \
        no trial knows",
    how: "Those who are eligible are drawn by lot, half of them are reached, and both halves are \
        followed; each person is lived a second time without the approach, which is the truth.",
    usual: size(5_000, 1, 8),
    on_page: None,
};

/// Every question of the command line, in the order in which they are listed.
pub const ALL: [Question; 7] = [
    LAYERS,
    WORLDS,
    LEVELS,
    DIMENSIONS,
    ASSUMPTIONS,
    EVALUATION,
    TRIAL,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_asked_once_and_says_what_it_is() {
        for (k, question) in ALL.iter().enumerate() {
            assert!(
                ALL[..k]
                    .iter()
                    .all(|other| other.id != question.id && other.asks != question.asks),
                "{}",
                question.id
            );
            assert!(
                question.asks.ends_with('?')
                    && question.how.ends_with('.')
                    && !question.sentence.ends_with('.'),
                "{}",
                question.id
            );
            assert!(
                question.on_page.is_none_or(|size| size.samples >= 8),
                "{}: under eight runs no direction is claimed",
                question.id
            );
        }
    }
}
