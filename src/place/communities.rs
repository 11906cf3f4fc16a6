//! Which communities a place of so many people has: official neighbourhoods, one each or grouped by deprivation.

use super::profile::{Margins, Neighbourhood, Profile};
use super::{Community, Deprivation};

/// A community stands for one official neighbourhood when it would have at least this many people. Unit: persons.
const PEOPLE_A_COMMUNITY: u32 = 400;
/// A place is compared across communities: it has at least these many (or as many as it has neighbourhoods).
const FEWEST: usize = 3;

/// A community to be peopled.
#[derive(Clone, Debug)]
pub struct Group {
    /// What the place will hold.
    pub community: Community,
    /// Its share of all residents. Range: 0–1.
    pub share: f64,
    /// Its own counts, where every neighbourhood in it has them.
    pub margins: Option<Margins>,
}

/// The communities of a place of `people`, in the order of the profile or, where grouped, from the most to the least deprived.
pub fn communities(profile: &Profile, people: u32) -> Vec<Group> {
    let official = profile.neighbourhoods.len();
    let wanted = ((people + PEOPLE_A_COMMUNITY / 2) / PEOPLE_A_COMMUNITY) as usize;
    let count = if people / PEOPLE_A_COMMUNITY >= official as u32 { official } else { wanted.max(FEWEST).min(official) };
    let mut order: Vec<&Neighbourhood> = profile.neighbourhoods.iter().collect();
    if count < official {
        order.sort_by(|a, b| depth(a).total_cmp(&depth(b)).then_with(|| a.code.cmp(&b.code)));
    }
    let all: u64 = order.iter().map(|n| u64::from(n.residents)).sum();
    cut(&order, count, all).into_iter().map(|members| group(members, all)).collect()
}

/// How deprived: the overall decile first, the mean of the domains where that ties.
fn depth(neighbourhood: &Neighbourhood) -> f32 {
    let domains = neighbourhood.deprivation.domains();
    domains[0] + domains.iter().sum::<f32>() / 800.0
}

/// Cuts the ordered neighbourhoods into `count` runs of about equally many residents, none empty.
fn cut<'a, 'b>(order: &'a [&'b Neighbourhood], count: usize, all: u64) -> Vec<&'a [&'b Neighbourhood]> {
    let mut runs = Vec::with_capacity(count);
    let (mut start, mut reached) = (0, 0_u64);
    for run in 0..count {
        let goal = all * (run as u64 + 1) / count as u64;
        let latest = order.len() - (count - run - 1);
        let mut end = start;
        while end < latest && (end == start || run + 1 == count || reached + u64::from(order[end].residents) / 2 <= goal) {
            reached += u64::from(order[end].residents);
            end += 1;
        }
        runs.push(&order[start..end]);
        start = end;
    }
    runs
}

fn group(members: &[&Neighbourhood], all: u64) -> Group {
    let residents: u64 = members.iter().map(|n| u64::from(n.residents)).sum();
    let mut mean = [0.0_f32; 8];
    for member in members {
        let weight = member.residents as f32 / residents as f32;
        for (sum, decile) in mean.iter_mut().zip(member.deprivation.domains()) {
            *sum += weight * decile;
        }
    }
    let first = members[0];
    let name = match members.len() {
        1 => first.name.clone(),
        n => format!("{} and {} more alike", first.name, n - 1),
    };
    let margins = members.iter().map(|n| n.margins.clone()).reduce(|sum, next| {
        let (mut sum, next) = (sum?, next?);
        sum.add(&next);
        Some(sum)
    });
    let deprivation = Deprivation::from_domains(mean.map(|decile| decile.clamp(1.0, 10.0)));
    Group {
        community: Community { code: first.code.clone(), name, grouped: members.len() as u32, deprivation },
        share: residents as f64 / all as f64,
        margins: margins.flatten(),
    }
}
