//! The screens of the session keep to themselves: only the file above them may change the whole state.

use super::source::{Breach, Source};

/// Where a function outside `update.rs` takes the whole state to change it.
pub fn breaches(source: &Source) -> Vec<Breach> {
    if !source.path.starts_with("src/session/") || source.path == "src/session/update.rs" {
        return Vec::new();
    }
    source.lines_where(&source.code_outside_tests(), |line| {
        line.contains("&mut State").then(|| {
            "takes the whole state to change it: a screen changes its own, and asks by an action \
             for what concerns others"
                .to_string()
        })
    })
}

#[test]
fn a_screen_that_takes_the_whole_state_is_found() {
    let bad = "use super::state::State;\nfn update(state: &mut State) {}\n";
    assert_eq!(
        breaches(&Source::sample("src/session/lab.rs", bad)).len(),
        1
    );
    assert_eq!(breaches(&Source::sample("src/session/update.rs", bad)), []);
    let tests = "#[cfg(test)]\nmod tests {\n    fn say(state: &mut State) {}\n}\n";
    assert_eq!(breaches(&Source::sample("src/session/lab.rs", tests)), []);
}
