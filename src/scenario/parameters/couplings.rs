//! The couplings: each way that one level touches another, as one coefficient that can be turned
//! to nothing.

use super::group;

group! {
    /// How strongly each level touches another. 1 = as the evidence has it, 0 = switched off.
    Couplings, "couplings", {
        person_from_family = 1.0 in 0.0 .. 2.0, "multiplier", "F02", Disputed,
            "How far a strained or supportive family moves its members' wellbeing.";
        person_from_community = 1.0 in 0.0 .. 2.0, "multiplier", "assumption", Partly,
            "How far mutual aid and welcome in the neighbourhood reach a person.";
        person_from_services = 1.0 in 0.0 .. 2.0, "multiplier", "I15", Partly,
            "How far being well or badly served moves a person's control and trust.";
        person_from_friends = 1.0 in 0.0 .. 2.0, "multiplier", "W13", Disputed,
            "How far friends' wellbeing pulls a person's own.";
        family_from_community = 1.0 in 0.0 .. 2.0, "multiplier", "assumption", Speculative,
            "How far the neighbourhood's company eases families under strain.";
        family_from_services = 1.0 in 0.0 .. 2.0, "multiplier", "C06", Partly,
            "How far formal hours relieve families who care.";
        community_from_people = 1.0 in 0.0 .. 2.0, "multiplier", "X05", Partly,
            "How far people who are well enough carry what the neighbourhood does together.";
        community_from_government = 1.0 in 0.0 .. 2.0, "multiplier", "assumption", Speculative,
            "How far shared power and human accountability let neighbourhoods grow.";
        services_from_people = 1.0 in 0.0 .. 2.0, "multiplier", "assumption", Speculative,
            "How far co-production with people who use services improves how services fit.";
        services_from_services = 1.0 in 0.0 .. 2.0, "multiplier", "G01", Partly,
            "How far unjoined services hand people on to one another.";
        services_from_government = 1.0 in 0.0 .. 2.0, "multiplier", "assumption", Speculative,
            "How far short horizons and regulation hold practice back.";
        local_from_national = 1.0 in 0.0 .. 2.0, "multiplier", "U10", Partly,
            "How far national regulation narrows what local government can do.";
        people_from_national = 1.0 in 0.0 .. 2.0, "multiplier", "P07", Well,
            "How far structural conditions (income, housing, discrimination) move people's \
             hazards.";
    }
}
