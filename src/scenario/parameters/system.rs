//! Parameters of the mechanisms of communities, services, government and money.

use super::group;

group! {
    /// Neighbourhoods.
    Community, "community", {
        volunteer_start = 0.08 in 0.03 .. 0.13, "events a person-year", "X03", Partly,
            "How often adults who are well enough and have three close friends begin to give time.";
        friends_ask = 0.17 in 0.0 .. 0.3, "share more, a friend", "assumption", Partly,
            "How much likelier people begin for each close friend they have beyond three.";
        asked = 0.5 in 0.2 .. 0.8, "share", "assumption", Partly,
            "How many of those who begin do so because somebody who gives time asks them.";
        volunteer_stop = 0.25 in 0.15 .. 0.4, "events a person-year", "X05", Partly,
            "How often volunteers stop.";
        unable = 2.0 in 1.0 .. 3.0, "ratio", "assumption", Partly,
            "How much more often those stop who are unwell or live under strain.";
        overload = 1.0 in 0.3 .. 2.0, "ratio more", "X04", Partly,
            "How much more often they stop when asked for twice what they can give.";
        well_enough = 6.0 in 5.0 .. 7.0, "points (0–10)", "assumption", Partly,
            "Wellbeing from which people give time.";
        aid_hours = 0.45 in 0.2 .. 0.9, "hours a resident-week", "X03", Partly,
            "Mutual aid in a neighbourhood of middling deprivation.";
        aid_ceiling = 1.4 in 0.8 .. 2.0, "hours a resident-week", "assumption", Disputed,
            "Mutual aid where it is as alive as it gets.";
        aid_volunteers = 0.33 in 0.15 .. 0.6, "share", "X03", Partly,
            "How much of mutual aid hangs on those who give time in groups; the rest is informal.";
        overuse = 0.5 in 0.2 .. 0.8, "share", "assumption", Disputed,
            "How much of mutual aid, welcome and efficacy is lost in the end where twice what \
             there is is asked for.";
        deprivation = 0.35 in 0.1 .. 0.6, "share", "X06", Partly,
            "How much less mutual aid, welcome and environment there is in the most deprived \
             neighbourhoods than in middling ones.";
        growth = 30.0 in 12.0 .. 60.0, "months, half-life", "G07", Partly,
            "How slowly a neighbourhood grows towards what its people carry.";
        fall = 6.0 in 2.0 .. 12.0, "months, half-life", "assumption", Partly, "How fast it falls.";
        welcome = 0.45 in 0.3 .. 0.6, "index, 0–1", "X01", Partly,
            "Welcome for people with high need in a middling neighbourhood.";
        efficacy = 0.45 in 0.3 .. 0.6, "index, 0–1", "X02", Partly,
            "Collective efficacy in a middling neighbourhood.";
        environment = 0.5 in 0.3 .. 0.7, "index, 0–1", "assumption", Partly,
            "Environment (safety, housing, green) in a middling neighbourhood.";
        aid_efficacy = 0.2 in 0.0 .. 0.5, "index an hour", "X02", Disputed,
            "How much collective efficacy an hour of mutual aid more a resident-week makes.";
        power_efficacy = 0.3 in 0.0 .. 0.6, "index a unit of power", "assumption", Speculative,
            "How much collective efficacy fully shared power makes where user-led organisations \
             are strong.";
        power_without_voice = 0.3 in 0.0 .. 0.6, "share", "assumption", Speculative,
            "What is left of that where nobody with lived experience is organised: being \
             consulted.";
        voice = 0.1 in 0.0 .. 0.3, "index, 0–1", "assumption", Partly,
            "Strength of user-led organisations that nobody supports.";
        voice_fades = 18.0 in 6.0 .. 36.0, "months, half-life", "D08", Partly,
            "How fast user-led organisations fade when the support to take part ends.";
        efficacy_environment = 0.5 in 0.0 .. 1.0, "index", "assumption", Disputed,
            "How much better the environment becomes with a unit of collective efficacy.";
        environment_follows = 36.0 in 12.0 .. 96.0, "months, half-life", "assumption", Disputed,
            "How slowly the environment follows collective efficacy.";
        groups = 6.0 in 2.5 .. 10.0, "per 1,000 residents", "X06", Partly,
            "Groups in a middling neighbourhood, unregistered ones included.";
        learning = 0.3 in 0.2 .. 0.5, "share of adults", "assumption", Partly,
            "Adults who take part in learning within a year in a middling neighbourhood.";
        learning_gradient = 1.6 in 1.1 .. 2.5, "ratio", "assumption", Partly,
            "How much more learning there is in the least deprived tenth than in the most \
             deprived.";
        learning_groups = 0.5 in 0.0 .. 1.0, "share more", "assumption", Disputed,
            "How much learning grows when groups double.";
        learning_voice = 0.2 in 0.0 .. 0.5, "share more", "assumption", Speculative,
            "How much learning grows with fully strong user-led organisations.";
        crime = 85.0 in 60.0 .. 110.0, "offences per 1,000 residents a year", "assumption", Partly,
            "Recorded crime in a middling neighbourhood.";
        crime_gradient = 3.0 in 1.5 .. 5.0, "ratio", "assumption", Partly,
            "How much more crime there is in the most deprived tenth than in the least.";
        crime_efficacy = 1.0 in 0.0 .. 2.0, "log, a unit", "assumption", Disputed,
            "How much less crime goes with a unit more of collective efficacy.";
        crime_idle = 2.0 in 0.0 .. 4.0, "log, a unit", "assumption", Disputed,
            "How much more crime goes with a larger share of working age out of work.";
        satisfaction = 0.76 in 0.7 .. 0.82, "share of adults", "X02", Partly,
            "Adults who are satisfied with their area in a middling neighbourhood.";
        satisfaction_place = 0.2 in 0.1 .. 0.4, "share a unit", "assumption", Partly,
            "How satisfaction with the area follows the sum of its environment, efficacy and \
             welcome.";
        satisfaction_crime = 0.06 in 0.0 .. 0.12, "share a log", "assumption", Partly,
            "How satisfaction with the area falls where crime is higher.";
    }
}

group! {
    /// How services work.
    Practice, "practice", {
        fit = 0.45 in 0.3 .. 0.6, "index, 0–1", "G01", Partly,
            "How far practice fits people today.";
        joined_up = 0.35 in 0.2 .. 0.5, "index, 0–1", "I23", Partly,
            "How far services work as one today.";
        morale = 0.6 in 0.4 .. 0.7, "index, 0–1", "G05", Disputed, "Morale of staff today.";
        learning = 24.0 in 12.0 .. 48.0, "months, half-life", "G07", Partly,
            "How slowly better practice grows.";
        forgetting = 12.0 in 3.0 .. 24.0, "months, half-life", "D08", Partly,
            "How fast practice falls back when nothing holds it.";
        cut_damage = 0.5 in 0.2 .. 1.0, "index a unit of cut", "assumption", Partly,
            "What a cut of the whole budget would take from morale within a month; a smaller one \
             in proportion.";
        waiting_usual = 0.25 in 0.05 .. 0.5, "share of those who ask", "assumption", Partly,
            "People a service leaves waiting in a month before it weighs on its staff.";
        waiting_damage = 0.3 in 0.0 .. 1.0, "index a share", "assumption", Disputed,
            "What leaving everybody waiting would take from morale.";
        coproduction = 0.15 in 0.0 .. 0.3, "index, 0–1", "assumption", Speculative,
            "How much better practice fits where people who use it help to shape it.";
        short_horizon = 0.08 in 0.0 .. 0.2, "index, 0–1", "U07", Partly,
            "How much worse practice fits where money is promised for a year only.";
        regulation = 0.08 in 0.0 .. 0.2, "index, 0–1", "assumption", Speculative,
            "How much worse practice fits under full regulation.";
    }
}

group! {
    /// How approaches spread and pilots end.
    Spread, "spread", {
        voltage = 0.5 in 0.1 .. 0.9, "share", "D12", Disputed,
            "How much of an approach's effect is left when it is copied to a place quite unlike \
             where it was made.";
        adaptation_slows = 0.8 in 0.2 .. 2.0, "ratio more", "G07", Partly,
            "How much longer an approach takes to full delivery when it is grown locally.";
        growth_months = 36.0 in 18.0 .. 60.0, "months", "D02", Partly,
            "How long an approach that is replicated, and starts small, takes to come half-way to \
             its size.";
        external = 0.03 in 0.005 .. 0.05, "events a year", "D03", Partly,
            "How often a neighbourhood takes up what grows of its own accord, with nobody it has \
             ties to having it.";
        imitation = 0.55 in 0.3 .. 0.6, "events a year", "D03", Partly,
            "How often it does when all it has ties to have it, with five years' money and nobody \
             parochial.";
        short_term = 0.5 in 0.0 .. 0.8, "share", "assumption", Speculative,
            "How much less is taken up where money is promised for no more than a year than where \
             it is for five.";
        parochial = 0.9 in 0.3 .. 1.0, "share", "D04", Speculative,
            "How much less is taken up where those next door think that it is not for them, at the \
             most.";
        regulated = 0.4 in 0.0 .. 0.7, "share", "assumption", Speculative,
            "How much less is taken up under full regulation than under none.";
        left_out = 0.3 in 0.0 .. 0.6, "share", "U09", Speculative,
            "How much less is taken up where the voluntary sector and those with lived experience \
             have no say.";
        quality = 0.7 in 0.5 .. 0.9, "share", "D09", Well,
            "How well approaches are delivered, of what was intended, on average.";
        quality_spread = 0.15 in 0.05 .. 0.25, "standard deviation", "D09", Partly,
            "How much that differs from project to project.";
        recruiting = 4.0 in 2.0 .. 9.0, "months", "assumption", Partly,
            "How long a post stands empty.";
        churn = 0.02 in 0.005 .. 0.06, "chance a month", "G08", Partly,
            "How often an approach loses half of the people who carry it, its champion among them.";
        champion = 0.4 in 0.2 .. 0.6, "share", "assumption", Partly,
            "Approaches that begin with a champion.";
        kept = 0.40 in 0.15 .. 0.5, "share", "D08", Partly,
            "Approaches kept in full by core budgets when their money ends, without roots, \
             champion or better fit than a kit's.";
        thinned = 0.25 in 0.2 .. 0.5, "share", "D07", Partly, "Approaches kept in part.";
        thinned_size = 0.4 in 0.2 .. 0.6, "share", "D07", Partly, "What is left of those.";
        kept_adaptation = 0.2 in 0.0 .. 0.4, "share", "D07", Partly,
            "How much likelier those grown locally are kept.";
        kept_champion = 0.15 in 0.0 .. 0.3, "share", "D07", Partly,
            "How much likelier those that still have a champion are kept.";
        kept_fit = 0.4 in 0.0 .. 0.8, "share a unit of fit", "D07", Partly,
            "How much likelier those that fit well where they are are kept; those that fit badly \
             less.";
        fade = 30.0 in 18.0 .. 36.0, "months, half-life", "D08", Partly,
            "How fast what was kept is thinned, and what was thinned ends, when nothing replaces \
             its money.";
    }
}

group! {
    /// Local and national government.
    Governance, "governance", {
        power = 0.2 in 0.1 .. 0.4, "index, 0–1", "X02", Partly, "How far power is shared today.";
        accountability = 0.2 in 0.1 .. 0.4, "index, 0–1", "assumption", Partly,
            "How far human indicators count today.";
        regulation = 0.6 in 0.4 .. 0.8, "index, 0–1", "assumption", Partly,
            "How tight national rules are.";
        partnership = 36.0 in 24.0 .. 60.0, "months, half-life", "G07", Partly,
            "How slowly power comes to be shared where that is intended.";
        leader_leaves = 0.3 in 0.1 .. 0.5, "events a year", "G08", Partly,
            "How often a senior leader leaves.";
        leader_loss = 0.2 in 0.0 .. 0.5, "share", "G08", Partly,
            "How much shared power and human accountability fall back when one does.";
        saving_threshold = 0.03 in 0.0 .. 0.1, "share", "assumption", Speculative,
            "How far below their budget, over all years so far, crises must stay before what was \
             not spent counts as a saving rather than luck.";
        conditions_fade = 12.0 in 6.0 .. 36.0, "months, half-life", "assumption", Speculative,
            "How fast national conditions, and long-term terms of money, fall back when nobody \
             pays for them any more.";
        crowding_out = 0.5 in 0.0 .. 1.0, "share", "U11", Partly,
            "How much of what crises cost beyond their budget is taken from other services the \
             year after.";
    }
}

group! {
    /// Prices and core budgets.
    Accounts, "accounts", {
        primary_care = 250.0 in 180.0 .. 320.0, "£ a head a year", "K03", Partly,
            "Core budget of primary and community health.";
        social_care = 470.0 in 380.0 .. 560.0, "£ a head a year", "K10", Well,
            "Core budget of adult social care.";
        other_services = 230.0 in 120.0 .. 350.0, "£ a head a year", "assumption", Partly,
            "Core budgets of mental health, housing and money advice, work and skills, voluntary \
             sector, hospice.";
        contact = 45.0 in 33.0 .. 56.0, "£ each", "K03", Partly,
            "A contact with primary care or another service, for the cost of one person.";
        care_hour = 24.0 in 21.0 .. 28.5, "£ an hour", "K09", Well,
            "An hour of formal care, for the cost of one person.";
        attendance = 200.0 in 91.0 .. 280.0, "£ each", "K04", Partly, "An A&E attendance.";
        admission = 3770.0 in 2900.0 .. 4900.0, "£ each", "K05", Partly,
            "An emergency admission, at 2024/25 prices.";
        eviction = 9000.0 in 4000.0 .. 15000.0, "£ each", "assumption", Partly,
            "An eviction: temporary housing and proceedings.";
        breakdown = 6000.0 in 2000.0 .. 12000.0, "£ each", "K11", Partly,
            "A breakdown of care in a family: emergency respite and assessment.";
        residential_month = 4100.0 in 3700.0 .. 5500.0, "£ a month", "K08", Partly,
            "A month of residential care, for the cost of one person.";
        bid = 25000.0 in 20000.0 .. 30000.0, "£ each, in a district of 250,000", "U04", Partly,
            "Writing a bid, won or lost; in proportion to the people it is for.";
        bids_per_grant = 3.0 in 1.0 .. 6.0, "bids", "U06", Partly,
            "Bids written for each grant won.";
        overhead = 0.12 in 0.05 .. 0.25, "share", "G04", Partly,
            "Programme boards, monitoring and evaluation, of the money.";
        coproduction = 2.5 in 1.0 .. 6.0, "£ a head a year", "assumption", Partly,
            "What sharing power fully costs: people's time, training, meetings.";
        winding_down = 0.06 in 0.02 .. 0.12, "share", "assumption", Partly,
            "What ending an approach costs, of its last year's money.";
    }
}

impl Accounts {
    /// What core budgets spend on services that money can be added to or taken from. Unit: pounds a
    /// head a year.
    pub fn core_a_head(&self) -> f64 {
        f64::from(self.primary_care) + f64::from(self.social_care) + f64::from(self.other_services)
    }
}

group! {
    /// Switches: every mechanism can be turned off, to see what it explains.
    Mechanisms, "mechanisms", {
        demography = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well,
            "Ageing, births, deaths and moves happen.";
        life_events = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well,
            "Conditions begin, work is lost and found, couples part.";
        support = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well,
            "Hours of support are given.";
        problems = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well,
            "Problems arise and are dealt with.";
        crisis = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well, "Crises happen.";
        ties = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well,
            "Friendships form and fade.";
        family = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well, "Strain rises and falls.";
        control = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well, "Control moves.";
        wellbeing = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well, "Wellbeing moves.";
        community = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well,
            "Neighbourhoods change.";
        practice = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well,
            "Practice of services changes.";
        spread = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well,
            "Approaches open, grow and end.";
        governance = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well,
            "The yearly round happens.";
        accounts = 1.0 in 0.0 .. 1.0, "switch, 0 or 1", "assumption", Well, "Core money is booked.";
    }
}
