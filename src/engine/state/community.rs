//! Neighbourhoods and government: the conditions people live in.

use super::columns::columns;
use super::service::SERVICES;

columns! {
    /// Every neighbourhood.
    Communities, seen as CommunitiesSeen, of
    /// One neighbourhood.
    CommunityRow {
        /// Deprivation: −1 (least deprived tenth of England) to 1 (most deprived tenth).
        deprivation: f32,
        /// Deprivation decile overall (1 = most deprived).
        decile: f32,
        /// People who live here.
        residents: u32,
        /// Mutual aid. Unit: hours a resident-week.
        aid: f32,
        /// Mutual aid that this neighbourhood's own conditions hold. Unit: hours a resident-week.
        aid_usual: f32,
        /// Mutual aid taken up last month, of what there was. Range: 0 and more; above 1 is beyond capacity.
        aid_used: f32,
        /// Welcome for people with high need. Range: 0–1.
        welcome: f32,
        /// The welcome that this neighbourhood's own conditions hold. Range: 0–1.
        welcome_usual: f32,
        /// Collective efficacy. Range: 0–1.
        efficacy: f32,
        /// The efficacy that this neighbourhood's own conditions hold. Range: 0–1.
        efficacy_usual: f32,
        /// Environment: safety, housing, green. Range: 0–1.
        environment: f32,
        /// The environment that this neighbourhood's own conditions hold. Range: 0–1.
        environment_usual: f32,
        /// Strength of user-led organisations. Range: 0–1.
        voice: f32,
        /// Offences. Unit: per 1,000 residents a year.
        crime: f32,
        /// The crime that this neighbourhood's own conditions go with. Unit: per 1,000 residents a year.
        crime_usual: f32,
        /// Share of adults who take part in learning within a year. Range: 0–1.
        learning: f32,
        /// The learning that this neighbourhood's own conditions go with. Range: 0–1.
        learning_usual: f32,
        /// Groups: clubs, timebanks, community enterprises. Unit: per 1,000 residents.
        groups: f32,
        /// The groups that this neighbourhood's own conditions hold. Unit: per 1,000 residents.
        groups_usual: f32,
        /// Share of people of working age who are out of work, as remembered over the last year or two. Range: 0–1.
        out_of_work: f32,
        /// That share when the arms branched, or 0 until then. Range: 0–1.
        out_of_work_usual: f32,
        /// Share of adults who give time.
        volunteers: f32,
        /// The share of adults who gave time when the arms branched; what they carry is measured against it.
        volunteers_usual: f32,
        /// How far practice fits people, by service. Range: 0–1.
        fit: [f32; SERVICES],
        /// How far services here work as one. Range: 0–1.
        joined_up: f32,
    }
}

/// Local and national government.
#[derive(Clone, Debug, PartialEq)]
pub struct Government {
    /// How far power is shared. Range: 0–1.
    pub power: f32,
    /// 0 = performance indicators, 1 = human indicators.
    pub accountability: f32,
    /// Tightness of national rules. Range: 0–1.
    pub regulation: f32,
    /// How far national conditions (income, housing, rights) have moved from where the place began; 0 = not at all.
    pub structural: f32,
    /// How far money of services is promised for longer and for outcomes, beyond what is invested. Range: 0–1.
    pub horizon: f32,
    /// Crisis spending that the yearly budget sets aside, or none during the spin-up, when the budget is what is spent.
    /// Unit: pence a month.
    pub crisis_budget: Option<i64>,
    /// Crisis spending since the arms branched less the budget for it, and less what has been put back. Unit: pence.
    /// Summed over the years, so that a lucky year that an unlucky one makes up for is not taken for a saving.
    pub crisis_balance: i64,
    /// What has been set aside for crises since the arms branched. Unit: pence.
    pub crisis_budgeted: i64,
    /// Avoided crisis cost to be put back into what works this year. Unit: pence a month.
    pub reinvest: i64,
    /// Contact between people, of the usual; a pandemic lowers it. Range: 0–1.
    pub contact: f32,
    /// The month until which contact is lowered.
    pub contact_until: u32,
    /// What an event cut from core budgets, for good. Range: 0–1.
    pub cut: f32,
}
