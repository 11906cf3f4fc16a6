//! The tables of the documents.

use super::*;

#[test]
fn every_table_lists_every_entry() {
    let has = |name: &str, ids: Vec<&str>| {
        let text = section(name).unwrap_or_else(|| panic!("{name}"));
        for id in &ids {
            assert!(text.contains(&code(id)), "{name}: {id}");
        }
        assert_eq!(text.lines().count(), ids.len() + 2, "{name}");
    };
    has("mechanisms", MONTH.iter().map(|m| m.id).collect());
    has("indicators", CATALOGUE.iter().map(|i| i.id).collect());
    has("sizes", CATALOGUE.iter().map(|i| i.id).collect());
    has("levers", Lever::ALL.iter().map(|l| l.id()).collect());
    has("accounts", Account::ALL.iter().map(|a| a.id()).collect());
    for mechanism in MONTH {
        let fields = Parameters::registry()
            .iter()
            .filter(|info| info.mechanism == mechanism.id)
            .map(|info| info.field)
            .collect();
        has(&format!("parameters {}", mechanism.id), fields);
    }
    let catalogue = bundled::approaches().unwrap();
    let table = section("approaches").unwrap();
    for approach in &catalogue {
        assert!(table.contains(&approach.name), "{}", approach.id);
    }
    assert_eq!(table.lines().count(), catalogue.len() + 2);
    assert!(section("parameters nonsense").is_none() && section("nonsense").is_none());
}

#[test]
fn rows_have_as_many_cells_as_headings() {
    for name in [
        "patterns",
        "mechanisms",
        "month",
        "questions",
        "couplings",
        "grades",
        "indicators",
        "sizes",
        "approaches",
        "effects",
        "levers",
        "accounts",
        "dimensions",
        "presets",
    ] {
        let text = section(name).unwrap();
        let bars = |line: &str| line.replace("\\|", "").matches('|').count();
        let wanted = text.lines().next().map(bars);
        for line in text.lines() {
            assert_eq!(Some(bars(line)), wanted, "{name}: {line}");
        }
    }
}

#[test]
fn filling_replaces_what_is_marked_and_nothing_else() {
    let document = "# One\n\n<!-- generated: events -->\nold\n<!-- end -->\n\nkept\n";
    let filled = fill(document).unwrap();
    assert!(
        filled.starts_with("# One\n\n<!-- generated: events -->\n\n| event |"),
        "{filled}"
    );
    assert!(
        filled.ends_with("\n<!-- end -->\n\nkept\n") && !filled.contains("old"),
        "{filled}"
    );
    assert_eq!(fill(&filled).unwrap(), filled);
}

#[test]
fn what_is_wrong_with_a_document_is_named_with_its_line() {
    for (document, line, words) in [
        (
            "\n<!-- generated: nonsense -->\n<!-- end -->",
            "line 2:",
            "nonsense",
        ),
        ("<!-- generated: events -->\n", "line 1:", "does not end"),
        ("\n\n<!-- end -->", "line 3:", "closes nothing"),
        (
            "<!-- generated: events -->\n<!-- generated: levers -->",
            "line 2:",
            "before the one of line 1",
        ),
    ] {
        let error = fill(document).unwrap_err();
        assert!(error.starts_with(line) && error.contains(words), "{error}");
    }
}
