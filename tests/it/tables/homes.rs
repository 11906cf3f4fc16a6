//! What people live in: tenure, household deprivation, and communal establishments such as halls.

use super::*;

#[test]
fn tenure_household_deprivation_and_residence_are_read_where_they_are_given() {
    let mut files = base();
    for (name, header, row) in [
        (
            "tenure.csv",
            "Total: All households,Owned,Owned: Owns outright,Owned: Owns with a mortgage or \
             loan,Shared ownership,Shared ownership: Shared ownership,Social rented,Social rented: \
             Rents from council or Local Authority,Social rented: Other social rented,Private \
             rented,Private rented: Private landlord or letting agency,Private rented: Other \
             private rented,Lives rent free",
            "2760,1000,400,600,10,10,900,500,400,800,700,100,50",
        ),
        (
            "hardship.csv",
            "Total: All households,Household is not deprived in any dimension,Household is \
             deprived in one dimension,Household is deprived in two dimensions,Household is \
             deprived in three dimensions,Household is deprived in four dimensions",
            "2760,1200,900,500,150,10",
        ),
        (
            "residence.csv",
            "Total,Lives in a household,Lives in a communal establishment",
            "7063,7000,63",
        ),
    ] {
        files.push((
            name.to_owned(),
            format!("area_code,area_name,{header}\nE08000009,Trafford,{row}\n").into_bytes(),
        ));
    }
    let made = read(&files, "Trafford").unwrap().profile;
    assert_eq!(made.margins.tenure, [400, 600, 10, 900, 800, 50]);
    assert_eq!(made.margins.hardship, [1_200, 900, 500, 150, 10]);
    assert_eq!(made.margins.communal, 63);
    assert_eq!(
        (made.region.as_str(), made.deprivation_year),
        ("North West", 2019)
    );
    assert!(
        made.sources[0]
            .title
            .ends_with("tenure, household deprivation, communal establishments"),
        "{:?}",
        made.sources
    );
    assert_eq!(Profile::from_toml(&made.to_toml()).as_ref(), Ok(&made));
}

#[test]
fn students_in_halls_are_residents_and_it_is_said_where() {
    let files = base_with_halls();
    let reading = read(&files, "Trafford").unwrap();
    assert_eq!(reading.profile.margins.residents(), 10_063);
    let said = reading.remarks.join(" ");
    assert!(
        said.contains("Trafford 001A (E01006109) live in communal establishments")
            && said.contains("of its 4146"),
        "{said}"
    );
    assert!(
        reading
            .profile
            .note
            .contains("communal establishments, such as halls"),
        "{}",
        reading.profile.note
    );
    assert!(generate(&reading.profile, 500, 1).is_ok());
}

/// The base with 3,000 students in halls of one neighbourhood.
fn base_with_halls() -> Vec<File> {
    let mut files = base();
    for (names, class, more) in [
        ("age_bands", "Aged 15 to 19 years", 1_200),
        ("age_bands", "Aged 20 to 24 years", 1_800),
        ("economic_activity", "Economically inactive: Student", 3_000),
        ("general_health", "Very good health", 3_000),
        (
            "disability",
            "No long term physical or mental health conditions",
            3_000,
        ),
        ("unpaid_care", "Provides no unpaid care", 3_000),
    ] {
        files = with(files, names, |text| {
            let mut done = false;
            let line = |line: &str| {
                let wanted = !done
                    && line.contains(class)
                    && (line.starts_with("E01006109") || line.starts_with("E08"));
                let (head, count) = line.rsplit_once(',').unwrap();
                if !wanted {
                    return format!("{line}\n");
                }
                done = true;
                format!("{head},{}\n", count.parse::<u32>().unwrap() + more)
            };
            text.lines().map(line).collect::<String>().into_bytes()
        });
    }
    files
}
