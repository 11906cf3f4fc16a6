//! How a subcommand fails, and with which exit code. Knows no subcommand.

/// How a subcommand failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// What the person gave is wrong; the words say what and what would be right. Exit code 2.
    Input(String),
    /// Anything else. Exit code 1.
    Other(String),
    /// Nothing went wrong, but what was compared differs, and that has been printed. Exit code 1.
    Differs,
    /// Whoever read our output has stopped reading. Nothing is said; exit code 0.
    NobodyReads,
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Self::NobodyReads
        } else {
            Self::Other(error.to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_who_left_is_no_failure() {
        assert_eq!(
            Failure::from(std::io::Error::from(std::io::ErrorKind::BrokenPipe)),
            Failure::NobodyReads
        );
        assert!(matches!(
            Failure::from(std::io::Error::from(std::io::ErrorKind::StorageFull)),
            Failure::Other(_)
        ));
    }
}
