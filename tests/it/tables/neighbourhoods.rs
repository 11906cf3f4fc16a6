//! Which neighbourhoods a district has, and where their deprivation is read.

use super::*;

#[test]
fn official_files_of_deprivation_are_known_by_their_headers() {
    let mut files = base();
    files.retain(|(name, _)| name != "domains_x.csv");
    files.push(cut("File_1_-_IMD2019_Index_of_Multiple_Deprivation.csv"));
    let error = words(&files, "Trafford");
    assert!(
        error.contains("File_1")
            && error.contains("the overall index alone")
            && error.contains("File 7 or File 2"),
        "{error}"
    );
    let seven = forms::file_7(&base());
    let last = files.len() - 1;
    files[last] = ("seven.csv".to_owned(), seven.clone().into_bytes());
    same_place("File 7 of 2019", &files);
    let later = seven
        .replace("(2011)", "(2021)")
        .replace("(2019)", "(2024)")
        .replace("mid 2015 (excluding prisoners)", "mid 2022")
        // More neighbourhoods were ranked in 2025.
        .replace(",3362,2", ",3362,1")
        .replace(",20247,7", ",20247,6")
        .replace(",23600,8", ",23600,7");
    files[last].1 = later.clone().into_bytes();
    files.retain(|(name, _)| name != "population_x.csv");
    let made = read(&files, "Trafford").unwrap();
    assert!(
        made.profile.sources[1]
            .title
            .contains("English Indices of Deprivation 2025: File 7"),
        "{:?}",
        made.profile.sources
    );
    files.extend(
        base()
            .into_iter()
            .filter(|(name, _)| name == "domains_x.csv"),
    );
    let error = words(&files, "Trafford");
    assert!(
        error.contains("Deprivation 2019")
            && error.contains("Deprivation 2025")
            && error.contains("Keep one"),
        "{error}"
    );
}

#[test]
fn neighbourhoods_belong_to_a_district_by_code_and_people_call_it_what_they_do() {
    let right = read(&base(), "Trafford").unwrap().profile;
    for (code, name, stem, called) in [
        (
            "E06000023",
            "Bristol, City of",
            "Bristol",
            ["Bristol, City of", "Bristol", "e06000023"],
        ),
        (
            "E06000010",
            "Kingston upon Hull, City of",
            "Kingston upon Hull",
            ["Hull", "Kingston upon Hull", "City of Kingston upon Hull"],
        ),
    ] {
        let files = replaced(base(), "_lsoa_", "Trafford 0", &format!("{stem} 0"));
        let files = replaced(
            files,
            "_la_",
            "E08000009,Trafford",
            &format!("{code},\"{name}\""),
        );
        let files = replaced(
            files,
            "_x",
            "E08000009,Trafford",
            &format!("{code},\"{name}\""),
        );
        for area in called {
            let made = read(&files, area)
                .unwrap_or_else(|error| panic!("{area}: {error}"))
                .profile;
            assert_eq!(
                (
                    made.name.as_str(),
                    made.code.as_str(),
                    made.neighbourhoods.len()
                ),
                (name, code, 4)
            );
            assert!(
                made.margins == right.margins
                    && made.neighbourhoods.iter().all(|n| n.margins.is_some())
            );
        }
    }
}

#[test]
fn a_neighbourhood_made_of_parts_takes_the_deciles_of_its_parent() {
    let files = replaced(
        base(),
        "_lsoa_",
        "E01006188,Trafford 001F",
        "E01035624,Gateshead 029D",
    );
    let mut files = replaced(
        replaced(files, "_x", "E08000009", "E08000037"),
        "_x",
        "Trafford",
        "Gateshead",
    );
    let parent = "E01008187,Gateshead 024C,E08000037,Gateshead,";
    for (name, bytes) in &mut files {
        let row = match name.as_str() {
            "domains_x.csv" => "7247,3,6587,3,4262,2,11912,4,4754,2,12715,4,11416,4,27598,9",
            "population_x.csv" => "\"1,500\",300,800,400,850",
            _ => continue,
        };
        let text = String::from_utf8(std::mem::take(bytes)).unwrap();
        let lines = text.lines().map(|line| {
            if line.starts_with("E01006188") {
                format!("{parent}{row}\n")
            } else {
                format!("{line}\n")
            }
        });
        *bytes = lines.collect::<String>().into_bytes();
    }
    let reading = read(&files, "Gateshead").unwrap();
    let new = reading
        .profile
        .neighbourhoods
        .iter()
        .find(|n| n.code == "E01035624")
        .unwrap();
    assert_eq!(
        (new.residents, new.deprivation.domains()),
        (1_990, [3.0, 3.0, 2.0, 4.0, 2.0, 4.0, 4.0, 9.0])
    );
    let said = "Gateshead 029D (E01035624) takes the deciles of Gateshead 024C (E01008187)";
    assert!(
        reading.remarks[0].contains(said) && reading.profile.note.contains(said),
        "{:?}",
        reading.remarks
    );
    let gone = with(files, "domains", |text| {
        text.lines()
            .filter(|line| !line.contains("E01008187"))
            .collect::<Vec<_>>()
            .join("\n")
            .into()
    });
    assert!(words(&gone, "Gateshead").contains("a row of E01008187 or E01027506"));
}
