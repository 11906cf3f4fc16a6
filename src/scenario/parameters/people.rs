//! Parameters of the mechanisms of people, families and their dealings with services.

use super::group;

group! {
    /// Ageing, births, deaths, moves.
    Demography, "demography", {
        birth_rate = 0.065 in 0.05 .. 0.1, "births a woman of 18–44 a year", "P02", Partly,
            "How often women of 18 to 44 have a child.";
        death_at_60 = 0.0074 in 0.005 .. 0.010, "deaths a person-year at 60", "P12", Partly,
            "The yearly chance of dying at the age of 60, in a place of middling deprivation.";
        death_slope = 0.095 in 0.085 .. 0.105, "log hazard a year of age", "assumption", Partly,
            "How fast the chance of dying rises with age (Gompertz).";
        death_deprivation = 2.1 in 1.6 .. 2.6, "ratio, most to least deprived tenth", "P07", Well,
            "How much likelier death is in the most than in the least deprived neighbourhoods, at \
             the same age.";
        death_disabled = 1.7 in 1.2 .. 2.5, "ratio", "assumption", Partly,
            "How much likelier death is for people whose activities are limited a lot.";
        expected_share = 0.75 in 0.6 .. 0.85, "share of deaths", "S20", Partly,
            "Deaths that a life-limiting condition announces months before.";
        moves_out = 0.09 in 0.05 .. 0.12, "moves a household-year", "P13", Partly,
            "How often a whole household leaves the place (another comes to its home).";
        leaving_home = 0.25 in 0.06 .. 0.25, "moves a person-year", "F05", Partly,
            "How often grown-up children of 18 to 34 leave their parents' home and the place.";
        partnering = 0.0103 in 0.01 .. 0.07, "events a person-year", "assumption", Partly,
            "How often an adult under 65 who lives without a partner is joined by one.";
        partnering_deprivation = 2.6 in 1.0 .. 4.0, "ratio, least to most deprived \
            tenth", "assumption", Partly,
            "How much likelier that is in the least than in the most deprived neighbourhoods.";
        relet_months = 1.5 in 1.0 .. 9.0, "months", "assumption", Partly,
            "How long a home stands empty when the population is at its usual size.";
    }
}

group! {
    /// Onsets and changes of circumstance.
    LifeEvents, "life_events", {
        need_little = 0.45 in 0.3 .. 0.7, "share", "P11", Partly,
            "People whose activities are limited a little who need support at all.";
        limiting_onset = 0.011 in 0.006 .. 0.02, "onsets a person-year at 25", "P15", Partly,
            "How often a long-term condition begins or worsens at the age of 25.";
        limiting_slope = 0.034 in 0.025 .. 0.04, "log hazard a year of age", "P15", Partly,
            "How fast that rises with age.";
        limiting_deprivation = 2.2 in 1.5 .. 3.0, "ratio, most to least deprived \
            tenth", "P08", Well,
            "How much likelier it is in the most than in the least deprived neighbourhoods.";
        easing_deprivation = 1.8 in 1.0 .. 3.0, "ratio, least to most deprived \
            tenth", "P15", Partly,
            "How much likelier conditions ease in the least than in the most deprived \
             neighbourhoods.";
        recovery = 0.075 in 0.02 .. 0.15, "recoveries a person-year", "assumption", Partly,
            "How often a condition eases by a step.";
        need_hours_lot = 16.0 in 10.0 .. 40.0, "hours a week, mean", "P11", Partly,
            "Support needed by a person whose activities are limited a lot, unless somebody has to \
             be there most of the time.";
        need_hours_little = 5.0 in 2.0 .. 9.0, "hours a week, mean", "P11", Partly,
            "Support needed by those of them who need it.";
        job_loss = 0.025 in 0.015 .. 0.04, "events a person-year", "P14", Partly,
            "How often people in work lose it.";
        job_finding = 0.42 in 0.3 .. 0.9, "events a person-year", "P14", Partly,
            "How often people who look for work find it.";
        job_deprivation = 1.8 in 1.5 .. 2.0, "ratio, most to least deprived tenth", "P14", Partly,
            "How much likelier job loss is (and finding work less likely) in the most deprived \
             neighbourhoods.";
        sickness_exit = 0.12 in 0.05 .. 0.3, "events a person-year", "assumption", Partly,
            "How often people in work whose activities are limited a lot leave it for sickness.";
        parting = 0.011 in 0.006 .. 0.016, "events a couple-year", "assumption", Partly,
            "How often couples under 65 part.";
        parting_deprivation = 2.0 in 1.0 .. 3.0, "ratio, most to least deprived \
            tenth", "assumption", Partly,
            "How much likelier parting is in the most deprived neighbourhoods.";
        low_wellbeing = 0.1 in 0.0 .. 0.2, "ratio more a point", "assumption", Disputed,
            "How much likelier losing work and parting are for each point of wellbeing below the \
             usual.";
        home_exit = 0.008 in 0.0 .. 0.02, "events a person-year", "assumption", Partly,
            "How often people in work leave it for home and family (women three times as often as \
             men).";
        early_retirement = 0.06 in 0.02 .. 0.12, "events a person-year", "assumption", Partly,
            "How often people of 60 to 65 retire; a third as often from 55.";
        studying_on = 0.45 in 0.3 .. 0.6, "share", "assumption", Partly,
            "Students of 19 who study on until 22.";
        entry_without_work = 0.24 in 0.1 .. 0.4, "share", "assumption", Partly,
            "Those who end their studies without work to go to, at middling deprivation; two \
             thirds of them look for it.";
        structural = 0.5 in 0.25 .. 0.75, "index, 0–1", "assumption", Partly,
            "National conditions (income, housing, discrimination): 0.5 as today, 1 as good as \
             they could be.";
        shock_death = 1.0 in 0.5 .. 1.3, "points of wellbeing", "W11", Partly,
            "The dip in wellbeing when a partner dies; the death of somebody else at home or of a \
             close friend takes a third of it.";
        shock_parting = 0.8 in 0.3 .. 1.0, "points of wellbeing", "W07", Well,
            "The dip in wellbeing when a couple parts.";
        shock_disability = 1.0 in 0.3 .. 1.3, "points of wellbeing", "W10", Well,
            "The dip in wellbeing at the onset of a condition that limits a lot, beyond what the \
             limitation takes for as long as it lasts.";
        shock_work = 0.15 in 0.0 .. 0.3, "points of wellbeing", "W08", Partly,
            "The dip in wellbeing at losing work, beyond what being out of work takes for as long \
             as it lasts.";
        lasting_death = 0.1 in 0.0 .. 0.4, "share of the dip", "W07", Partly,
            "The part of the dip of bereavement from which people recover only over many years.";
        lasting_parting = 0.05 in 0.0 .. 0.4, "share of the dip", "W07", Partly,
            "The same, of parting.";
        lasting_disability = 0.1 in 0.0 .. 0.6, "share of the dip", "W10", Partly,
            "The same, of disability.";
        lasting_work = 0.5 in 0.0 .. 1.0, "share of the dip", "W08", Partly,
            "The same, of losing work: part of it stays when work is found again.";
        bereaved_kin = 0.2 in 0.0 .. 0.4, "share of the dip", "assumption", Partly,
            "What a death takes from each grown-up of the kin in other homes, of what it takes \
             from a partner.";
    }
}

group! {
    /// Hours of support.
    Support, "support", {
        family_hours = 26.0 in 12.0 .. 35.0, "hours a week", "C02", Partly,
            "Hours that an able adult without a job gives to somebody at home before anything \
             gives way.";
        partner_factor = 5.0 in 1.5 .. 6.0, "multiplier", "C06", Partly,
            "How much more a partner, or a parent for a child of the home, gives than another \
             member of the family.";
        worker_factor = 0.55 in 0.3 .. 0.7, "multiplier", "assumption", Partly,
            "How much of that somebody in work gives.";
        kin_hours = 6.84 in 3.0 .. 12.0, "hours a week", "C02", Partly,
            "Hours that an adult of the wider family gives to a household elsewhere.";
        kin_deprivation = 0.863 in 0.0 .. 0.9, "share", "C03", Partly,
            "How many fewer hours kin in the most deprived neighbourhoods can spare for a \
             household elsewhere than in middling ones: care of few hours hardly rises with \
             deprivation, care of many does.";
        kin_threshold = 5.0 in 1.0 .. 10.0, "hours a week", "assumption", Partly,
            "Remaining need from which the wider family takes part.";
        constant_share = 0.888 in 0.4 .. 0.9, "share", "C02", Partly,
            "People limited a lot, living with a partner or parents, who need somebody there most \
             of the day and night.";
        constant_little = 0.25 in 0.0 .. 0.4, "share", "C02", Partly,
            "The same of those who are limited a little and need support.";
        constant_alone = 0.12 in 0.0 .. 0.4, "ratio", "assumption", Partly,
            "How much rarer such need is among people who live without partner or parents: most \
             who have it live in care homes.";
        constant_hours = 115.0 in 50.0 .. 140.0, "hours a week, mean", "C02", Partly,
            "Support that those people need.";
        capacity_spread = 0.6 in 0.2 .. 1.0, "standard deviation of the log", "C02", Partly,
            "How unevenly people in the same position can give care.";
        limited_factor = 0.6 in 0.3 .. 0.9, "multiplier", "C04", Partly,
            "How much of that somebody gives whose own activities are limited a lot.";
        paid_help = 0.0463 in 0.0 .. 0.5, "share", "assumption", Partly,
            "How much of substantial need people in the least deprived neighbourhoods meet with \
             help they pay for; nothing in the most deprived.";
        willing = 0.1 in 0.1 .. 0.8, "share", "C01", Partly,
            "Share of able adults who give care when somebody close needs it.";
        strain_loss = 0.3 in 0.2 .. 0.8, "share", "assumption", Partly,
            "How much less a family gives at full strain.";
        own_need = 20.0 in 5.0 .. 40.0, "hours a week", "C04", Partly,
            "Own need from which somebody cannot care for others.";
        least_hours = 3.22 in 0.0 .. 5.0, "hours a week", "assumption", Partly,
            "Hours from which somebody elsewhere who could help does.";
        friend_hours = 0.6 in 0.2 .. 1.5, "hours a week", "assumption", Disputed,
            "Hours that a friend one counts on gives to a person in need, at full welcome.";
        eligible_hours = 12.0 in 6.0 .. 20.0, "hours a week", "S02", Partly,
            "Remaining need from which formal services take part.";
        client_share = 0.35 in 0.2 .. 0.8, "share", "S02", Partly,
            "Adults with substantial need whom social care has found eligible when they come to \
             the place, at its beginning or later.";
        formal_hours_per_head = 0.2 in 0.1 .. 0.4, "hours a week a head", "S02", Partly,
            "Hours of formal care that core budgets buy.";
        formal_share = 0.7 in 0.5 .. 0.9, "share", "S06", Partly,
            "How much of the remaining need formal services aim to meet.";
    }
}

group! {
    /// Problems and what services make of them.
    Problems, "problems", {
        health_rate = 0.55 in 0.3 .. 0.9, "problems an adult-year", "S08", Partly,
            "How often a health problem arises that needs more than routine care, at middling \
             health.";
        mind_rate = 0.20 in 0.1 .. 0.35, "problems an adult-year", "P10", Partly,
            "How often a mental-health problem arises.";
        money_rate = 0.14 in 0.05 .. 0.3, "problems an adult-year", "assumption", Partly,
            "How often a money problem arises.";
        home_rate = 0.08 in 0.03 .. 0.15, "problems an adult-year", "assumption", Partly,
            "How often a housing problem arises.";
        work_rate = 0.07 in 0.03 .. 0.15, "problems an adult-year", "P14", Partly,
            "How often a problem about work or learning arises.";
        deprivation = 2.4 in 1.5 .. 3.5, "ratio, most to least deprived tenth", "P08", Well,
            "How much likelier problems are in the most than in the least deprived neighbourhoods.";
        limited = 2.0 in 1.3 .. 3.0, "ratio", "P09", Partly,
            "How much likelier health problems are for people whose activities are limited.";
        isolated = 1.3 in 1.0 .. 1.8, "ratio", "T13", Disputed,
            "How much likelier mental-health problems are for people with nobody to count on.";
        solved_alone = 0.14 in 0.05 .. 0.3, "chance a month", "assumption", Partly,
            "How often an open problem is solved without a service, at middling control.";
        solved_family = 0.05 in 0.0 .. 0.1, "chance a month", "assumption", Disputed,
            "How much more often when a family at ease helps.";
        solved_community = 0.05 in 0.0 .. 0.1, "chance a month", "assumption", Disputed,
            "How much more often when friends and neighbours help.";
        seek = 0.55 in 0.3 .. 0.8, "chance a month", "S17", Partly,
            "How often an open problem is brought to a service, at middling trust.";
        first_time_base = 0.399 in 0.2 .. 0.6, "chance", "G01", Partly,
            "How often a contact resolves a problem where practice does not fit at all.";
        first_time_fit = 0.42 in 0.1 .. 0.6, "chance", "I15", Partly,
            "How much more often where practice fits fully.";
        hand_on = 0.55 in 0.2 .. 0.8, "chance", "G03", Partly,
            "How often an unresolved contact is handed on rather than left to return, where \
             services are not joined up.";
        return_seek = 0.75 in 0.5 .. 0.95, "chance a month", "S11", Partly,
            "How often a person whose contact did not resolve the problem comes back.";
        contacts_per_head = 0.085 in 0.05 .. 0.15, "contacts a head a month", "S08", Partly,
            "Contacts about problems that core budgets pay for.";
        access_deprivation = 0.85 in 0.7 .. 1.0, "ratio, most to least deprived \
            tenth", "S15", Partly,
            "How much less of what they ask for people in the most deprived neighbourhoods are \
             given by services in a month; 1 = equal access.";
        request = 1.8 in 0.8 .. 2.8, "requests a person-year", "S01", Partly,
            "How often an adult asks for social care whose need nobody meets, or whose family is \
             at full strain.";
        assessments_per_head = 0.0036 in 0.002 .. 0.008, "assessments a head a \
            month", "S01", Partly,
            "Assessments for social care that core budgets pay for.";
        assessment_chance = 0.45 in 0.2 .. 1.0, "chance a month", "S04", Partly,
            "How often a person who has asked for social care is assessed where there are \
             assessors enough.";
        lasting_relationship = 0.1 in 0.0 .. 0.3, "chance", "assumption", Disputed,
            "How much more often a contact resolves a problem after a year with the same \
             professional.";
        staff_change = 0.18 in 0.06 .. 0.36, "chance a contact", "assumption", Partly,
            "How often a contact is with somebody new because staff or rotas have changed, at \
             middling morale.";
        routine_contacts = 6.1 in 4.0 .. 7.0, "contacts a person-year", "S08", Partly,
            "Routine primary-care contacts at middling age and health.";
        advocacy_gain = 0.15 in 0.0 .. 0.3, "chance", "I33", Disputed,
            "How much more often a contact fits and resolves when somebody speaks with the person.";
    }
}

group! {
    /// Crises and the end of life.
    Crisis, "crisis", {
        attendance_rate = 0.394 in 0.2 .. 0.5, "attendances a person-year", "S09", Well,
            "A&E attendances at middling health and deprivation.";
        attendance_deprivation = 1.68 in 1.2 .. 1.8, "ratio, most to least deprived \
            tenth", "S15", Well,
            "The part of the deprivation gradient of A&E attendances that disease does not \
             explain.";
        access_substitution = 1.0 in 0.0 .. 2.0, "log per log", "S15", Partly,
            "How far less access to services turns into attendances at A&E.";
        stay_spread = 0.8 in 0.6 .. 1.4, "standard deviation of the log", "K02", Partly,
            "How unevenly the cost of emergency admissions is spread, by the length of stay.";
        frailty_spread = 1.39 in 0.7 .. 1.4, "standard deviation of the log", "K01", Partly,
            "How unevenly proneness to crisis is spread over people of the same age and health.";
        reattendance = 0.087 in 0.08 .. 0.095, "share", "S11", Well,
            "Attendances followed by another within seven days.";
        admission_rate = 0.0609 in 0.03 .. 0.09, "admissions a person-year", "S12", Partly,
            "Emergency admissions at the age of 40, in good health.";
        admission_slope = 0.029 in 0.02 .. 0.04, "log hazard a year of age", "S12", Partly,
            "How fast they rise with age.";
        admission_limited = 2.6 in 1.8 .. 4.0, "ratio", "S15", Well,
            "How much likelier they are for people whose activities are limited a lot.";
        admission_deprivation = 1.48 in 1.1 .. 1.6, "ratio, most to least deprived \
            tenth", "S14", Partly,
            "How much likelier they are in the most deprived neighbourhoods at the same health.";
        old_problem = 0.22 in 0.05 .. 0.4, "log hazard a problem", "S13", Disputed,
            "How much each problem open for three months or more adds to crises.";
        unmet_hours = 0.015 in 0.0 .. 0.04, "log hazard an hour a week", "assumption", Disputed,
            "How much each unmet hour of support adds to crises.";
        eviction = 0.012 in 0.004 .. 0.03, "events a problem-year", "assumption", Partly,
            "How often an old housing or money problem ends in eviction.";
        placement = 0.05 in 0.02 .. 0.1, "events a person-year", "K08", Partly,
            "How often a person with high unmet need is placed in residential care for a while.";
        placement_months = 4.0 in 2.0 .. 12.0, "months", "assumption", Partly,
            "How long a person who is placed stays in residential care.";
        eviction_months = 6.0 in 2.0 .. 12.0, "months", "assumption", Partly,
            "How long a household that is evicted lives in temporary accommodation.";
        away_ties = 0.5 in 0.0 .. 1.5, "losses a person-year", "assumption", Disputed,
            "How often somebody who lives in residential care or temporary accommodation loses the \
             weakest of their ties for it.";
        damage_family = 0.15 in 0.05 .. 0.4, "share", "F02", Disputed,
            "How much of the dip that a crisis leaves reaches each of those at home.";
        damage_wellbeing = 0.4 in 0.1 .. 0.8, "points of wellbeing", "assumption", Partly,
            "The dip in wellbeing that a crisis leaves, from which people recover.";
        damage_control = 0.05 in 0.0 .. 0.15, "index, 0–1", "assumption", Disputed,
            "The control that a crisis costs.";
        palliative_reach = 0.62 in 0.5 .. 0.75, "share", "S20", Partly,
            "People with a life-limiting condition whom palliative care reaches today.";
        palliative_deprivation = 0.12 in 0.0 .. 0.25, "share", "S20", Partly,
            "How much less it reaches in the most deprived neighbourhoods.";
        palliative_advocacy = 0.08 in 0.0 .. 0.2, "share", "I33", Disputed,
            "How much further it reaches where somebody speaks with the person; about a third of \
             dying people's needs are unmet today (S20).";
        wished_with = 0.72 in 0.55 .. 0.85, "share", "S20", Partly,
            "Expected deaths as the person wished, with palliative care.";
        wished_without = 0.38 in 0.2 .. 0.5, "share", "S20", Partly,
            "Expected deaths as the person wished, without it.";
        palliative_admissions = 0.75 in 0.56 .. 1.0, "ratio", "I32", Disputed,
            "Emergency admissions in the last months with palliative care, of those without.";
    }
}

group! {
    /// Friendships.
    Ties, "ties", {
        formation_close = 3.93 in 1.0 .. 5.0, "searches a person-year", "T05", Partly,
            "How often a person looks for each close friend whom they lack.";
        formation = 1.57 in 0.5 .. 3.0, "searches a person-year", "T05", Partly,
            "How often a person looks for each weaker tie that they lack.";
        beyond = 0.22 in 0.0 .. 0.4, "share", "T04", Partly,
            "How often somebody who lacks no close friend lets a new tie become close all the \
             same.";
        kept_on_coming = 0.9 in 0.3 .. 1.0, "share", "P13", Partly,
            "Of the ties that suit somebody who comes to the place, those they have there already: \
             most moves are over a few miles.";
        friend_of_friend = 0.6 in 0.3 .. 0.8, "share", "T09", Partly,
            "New ties to a friend of a friend rather than to somebody else.";
        elsewhere = 0.12 in 0.05 .. 0.4, "share", "assumption", Partly,
            "The others whom people meet outside their own neighbourhood.";
        loss_weak = 0.9 in 0.15 .. 0.9, "losses a tie-year", "T08", Disputed,
            "How often the weakest ties are lost.";
        loss_close = 0.0104 in 0.01 .. 0.15, "losses a tie-year", "T07", Partly,
            "How often the strongest ties are lost.";
        homophily = 0.65 in 0.4 .. 0.8, "share", "T10", Partly,
            "How far people of another age or group are passed over for a tie.";
        strengthening = 4.0 in 3.0 .. 24.0, "months, half-life", "T11", Partly,
            "How long a tie takes to come half-way to what it will be.";
        need_loss = 0.5 in 0.0 .. 1.0, "ratio more", "assumption", Disputed,
            "How much faster people with high need lose ties in a place without welcome.";
        introduction_sticks = 0.35 in 0.1 .. 0.6, "share", "L09", Partly,
            "Introductions from which a tie comes.";
        connector_gain = 0.5 in 0.0 .. 1.5, "ratio more", "assumption", Speculative,
            "How much further introductions go in a neighbourhood all of whose connectors give \
             time.";
        connector_introduces = 1.0 in 0.0 .. 4.0, "introductions a \
            person-year", "assumption", Speculative,
            "How often a connector introduces two of their friends to each other, whether or not \
             anybody pays for it.";
        lonely_base = -1.83 in -2.2 .. -1.3, "standard deviations", "L01", Well,
            "Where the middle of loneliness lies in middle age, below the line of often lonely.";
        lonely_youth = 0.439 in 0.2 .. 0.6, "standard deviations", "L02", Well,
            "How much lonelier 16- to 24-year-olds are; the excess fades to none at 65.";
        lonely_friend = 0.10 in 0.04 .. 0.2, "standard deviations a friend", "L08", Partly,
            "How much each friend one counts on (up to six) takes off.";
        lonely_alone = 0.25 in 0.1 .. 0.5, "standard deviations", "T12", Partly,
            "How much living alone adds.";
        lonely_low = 0.03 in 0.03 .. 0.2, "standard deviations a point", "L06", Partly,
            "How much each point of wellbeing below the usual adds.";
    }
}

group! {
    /// Families and carers.
    Family, "family", {
        sustainable_hours = 20.0 in 10.0 .. 35.0, "hours a week", "C06", Partly,
            "Hours of care that a carer can give without strain.";
        sustainable_partner = 12.0 in 1.0 .. 20.0, "hours a week", "C06", Partly,
            "Hours that somebody can give to a partner without strain: the evidence finds harm \
             from the first hours.";
        strain_gain = 0.08 in 0.03 .. 0.15, "index a month", "C06", Partly,
            "How fast strain rises when a carer gives twice what is sustainable.";
        strain_recovery = 8.0 in 3.0 .. 18.0, "months, half-life", "assumption", Partly,
            "How long strain takes to halve when care has become sustainable.";
        company = 0.3 in 0.0 .. 0.6, "share", "C09", Disputed,
            "How much slower strain rises where the neighbourhood is company.";
        leaving_work = 0.09 in 0.03 .. 0.15, "events a person-year", "assumption", Partly,
            "How often carers of more than the sustainable hours give up work.";
        wearing_down = 0.06 in 0.0 .. 0.3, "onsets a person-year", "C04", Disputed,
            "How often somebody who gives more than the sustainable hours comes to be limited a \
             little for it, at full strain.";
        breakdown = 0.06 in 0.02 .. 0.12, "events a family-year", "assumption", Disputed,
            "How often care in a family at full strain breaks down.";
    }
}

group! {
    /// Control over one's own life.
    Control, "control", {
        half_life = 9.0 in 4.0 .. 24.0, "months, half-life", "assumption", Disputed,
            "How long control takes to come half-way to its level.";
        mean = 0.62 in 0.5 .. 0.7, "index, 0–1", "X02", Partly,
            "The middle of people's own levels.";
        spread = 0.16 in 0.1 .. 0.25, "index, 0–1", "assumption", Partly,
            "How much people's own levels differ.";
        plan = 0.2 in 0.05 .. 0.3, "index, 0–1", "I12", Well,
            "How much support wholly on one's own terms raises the level, got by an easy process.";
        hard_process = 0.45 in 0.25 .. 1.0, "share", "I15", Partly,
            "What is left of that for those whom the process wears down; they are the fewer, the \
             better social care fits.";
        unmet = 0.15 in 0.0 .. 0.3, "index, 0–1", "assumption", Partly,
            "How much wholly unmet need lowers the level.";
        power = 0.06 in 0.0 .. 0.15, "index, 0–1", "assumption", Speculative,
            "How much sharing power in the place raises the level.";
        good_contact = 0.012 in 0.0 .. 0.04, "index, 0–1", "I13", Disputed,
            "What a contact that fits adds to control, and twice as much to trust.";
        poor_contact = 0.02 in 0.0 .. 0.05, "index, 0–1", "G06", Disputed,
            "What a contact that does not fit takes from control, and twice as much from trust.";
        trust_half_life = 18.0 in 6.0 .. 48.0, "months, half-life", "assumption", Disputed,
            "How long trust takes to come half-way back to the usual.";
    }
}

group! {
    /// Wellbeing.
    Wellbeing, "wellbeing", {
        distance = 0.695 in 0.4 .. 1.0, "log points", "W01", Well,
            "How far below 10 the middle of wellbeing lies before circumstances, on a log scale.";
        spread = 0.593 in 0.4 .. 0.8, "log points", "W05", Well,
            "How much people differ before circumstances.";
        trait_share = 0.36 in 0.34 .. 0.38, "share of variance", "W06", Well,
            "The part of those differences that lasts a lifetime.";
        slow_share = 0.32 in 0.29 .. 0.34, "share of variance", "W06", Well,
            "The part that changes over years.";
        slow_half_life = 39.5 in 24.0 .. 96.0, "months, half-life", "W06", Well,
            "How slowly that part changes.";
        problem_health = 0.22 in 0.1 .. 0.35, "points", "W09", Well,
            "What an open health problem takes.";
        problem_mind = 0.72 in 0.5 .. 0.9, "points", "W09", Well,
            "What an open mental-health problem takes.";
        problem_other = 0.25 in 0.1 .. 0.5, "points", "assumption", Partly,
            "What an open problem of money, home or work takes.";
        unemployed = 0.7 in 0.4 .. 1.0, "points", "W08", Well,
            "What being out of work takes for as long as it lasts.";
        limited_lot = 0.4 in 0.3 .. 0.8, "points", "W10", Well,
            "What a condition that limits a lot takes for good, after adaptation; a little, a \
             third of it.";
        unmet = 0.025 in 0.0 .. 0.05, "points an hour a week", "assumption", Partly,
            "What each unmet hour of support takes, up to 20 hours.";
        carer_strain = 0.5 in 0.2 .. 0.9, "points", "C06", Well,
            "What full strain takes from those who give care; a third of it from the others at \
             home.";
        friends = 0.10 in 0.03 .. 0.2, "points a friend", "L08", Disputed,
            "What each friend one counts on adds, up to six.";
        control = 0.8 in 0.2 .. 1.5, "points", "assumption", Disputed,
            "What full control adds over none.";
        partner = 0.22 in 0.15 .. 0.6, "points", "W12", Partly, "What living with a partner adds.";
        deprivation = 0.25 in 0.0 .. 0.5, "points", "assumption", Partly,
            "What living in the most rather than the least deprived neighbourhood takes by itself, \
             through the environment.";
        friends_pull = 0.15 in 0.0 .. 0.25, "share", "W13", Disputed,
            "How much of a change in the wellbeing of the friends they count on a person takes on \
             at first.";
        friends_fade = 4.0 in 2.0 .. 8.0, "months, half-life", "W14", Disputed,
            "How long it takes until half of a change in friends is taken for granted.";
        family_pull = 0.15 in 0.0 .. 0.25, "share", "F02", Disputed,
            "How much of the difference at home a person takes on.";
        adaptation = 12.0 in 8.0 .. 24.0, "months, half-life", "W11", Partly,
            "How long people take to recover half of a dip.";
        adaptation_slow = 72.0 in 36.0 .. 180.0, "months, half-life", "W07", Partly,
            "How long they take where they recover only over many years.";
    }
}
