//! Where in the workshop an address leads: which of its pages, which step, and what a link brings. Knows no browser.
//!
//! `#/workshop?step=cliff`, `#/workshop/guess`, `#/workshop/notes`, `#/workshop/teams`, `#/workshop?guess=CODE&nick=Sam`,
//! `#/workshop/teams?team=…`; the scenario stands beside these as in every other address.

use crate::session::link::shorten;

/// The pages of the workshop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The hour, step by step.
    #[default]
    Hour,
    /// Where one person draws what they expect.
    Guess,
    /// The trainer's second window.
    Notes,
    /// Rounds that teams play.
    Teams,
}

impl Part {
    /// All of them with their names in addresses.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Hour, ""),
        (Self::Guess, "guess"),
        (Self::Notes, "notes"),
        (Self::Teams, "teams"),
    ];

    /// The name in addresses.
    pub fn id(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(part, _)| *part == self)
            .map_or("", |(_, id)| id)
    }
}

/// Where an address leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The page.
    pub part: Part,
    /// What stands after the page's name: `round/2` in `#/workshop/teams/round/2`.
    pub rest: String,
    /// The id of the step; none for the first.
    pub step: Option<String>,
    /// The code of a guess that a link brings. It is taken in once and not written back.
    pub guess: Option<String>,
    /// Whose guess that is.
    pub nick: Option<String>,
    /// A team's work that a link brings. It is taken in once and not written back.
    pub team: Option<String>,
}

impl Address {
    /// From what stands after `#/workshop/`.
    ///
    /// Errors: a sentence about a page that is not there.
    pub fn of_path(path: &str) -> Result<Self, String> {
        let (name, rest) = path.split_once('/').unwrap_or((path, ""));
        let found = Part::ALL.iter().find(|(_, id)| *id == name);
        let wrong = || {
            format!(
                "The workshop has no page “{}”; this is the hour.",
                shorten(path)
            )
        };
        let (part, _) = found
            .filter(|(part, _)| rest.is_empty() || *part == Part::Teams)
            .ok_or_else(wrong)?;
        Ok(Self {
            part: *part,
            rest: rest.to_owned(),
            ..Self::default()
        })
    }

    /// What stands after `#/workshop`, without its pairs.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for name in [self.part.id(), &self.rest] {
            if !name.is_empty() {
                path.push('/');
                path.push_str(name);
            }
        }
        path
    }

    /// The pairs that are written.
    pub fn pairs(&self) -> Vec<(String, String)> {
        self.step
            .iter()
            .map(|step| ("step".to_owned(), step.clone()))
            .collect()
    }

    /// Takes in one pair; whether it was one of these.
    pub fn read(&mut self, key: &str, value: &str) -> bool {
        let into = match key {
            "step" => &mut self.step,
            "guess" => &mut self.guess,
            "nick" => &mut self.nick,
            "team" => &mut self.team,
            _ => return false,
        };
        *into = Some(value.to_owned());
        true
    }

    /// Whether a link brings something to be taken in.
    pub fn brings(&self) -> bool {
        self.guess.is_some() || self.team.is_some()
    }
}

/// Whether another device can open an address: not a file of this one, and not this device's own name for itself.
pub fn reaches_others(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else {
        return false;
    };
    let authority = rest
        .split(['/', '?', '#'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let host = authority.rsplit('@').next().unwrap_or_default();
    // An address of version 6 has colons of its own, and stands in brackets.
    let name = match host.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let name = name.trim_end_matches('.');
    let own = name.is_empty()
        || name == "localhost"
        || name.ends_with(".localhost")
        || ["::1", "::", "0.0.0.0"].contains(&name);
    matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https")
        && !own
        && !name.starts_with("127.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_offered_only_where_another_device_can_open_it() {
        for own in [
            "file:///home/me/kith.html#/workshop/guess",
            "http://localhost:8080/#/explore",
            "https://LOCALHOST/",
            "http://kith.localhost/",
            "http://127.0.0.1:8080/#/workshop/guess?from=hour",
            "http://127.1.2.3/",
            "http://[::1]:8080/",
            "http://0.0.0.0:8080/",
            "#/workshop/guess",
            "",
        ] {
            assert!(!reaches_others(own), "{own}");
        }
        for open in [
            "https://kith.example/",
            "http://192.168.1.20:8080/#/workshop",
            "http://[fe80::1]:8080/",
            "https://127-zero.example/#//localhost",
            "https://a.b/?x=file:",
        ] {
            assert!(reaches_others(open), "{open}");
        }
    }

    #[test]
    fn every_page_has_a_path_and_reads_it_back() {
        for (part, id) in Part::ALL {
            let address = Address::of_path(id).unwrap();
            assert_eq!(address.part, part);
            assert_eq!(address.path().trim_start_matches('/'), id);
        }
        let round = Address::of_path("teams/round/2").unwrap();
        assert_eq!(
            (round.part, round.rest.as_str(), round.path().as_str()),
            (Part::Teams, "round/2", "/teams/round/2")
        );
        assert!(
            Address::of_path("gues")
                .unwrap_err()
                .contains("no page “gues”")
        );
        assert!(Address::of_path("guess/2").is_err());
    }

    #[test]
    fn what_a_link_brings_is_taken_in_and_not_written_back() {
        let mut address = Address::default();
        assert!(
            address.read("step", "cliff")
                && address.read("guess", "ABCD")
                && address.read("nick", "Sam")
        );
        assert!(!address.read("years", "3"));
        assert!(address.brings());
        assert_eq!(address.pairs(), [("step".to_owned(), "cliff".to_owned())]);
    }
}
