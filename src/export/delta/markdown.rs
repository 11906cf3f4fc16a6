//! Blocks of a document as Markdown. Knows nothing of what they say.

use super::block::Block;
use std::fmt::Write as _;

/// The document as Markdown, ending in a line break.
pub fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    for (k, block) in blocks.iter().enumerate() {
        if k > 0 {
            text.push('\n');
        }
        // Writing to a String cannot fail.
        let _ = match block {
            Block::Heading(words) => writeln!(
                text,
                "{} {}",
                if k == 0 { "#" } else { "##" },
                one_line(words)
            ),
            Block::Words(words) => writeln!(text, "{}", one_line(words)),
            Block::Table { columns, rows } => {
                let _ = writeln!(
                    text,
                    "| {} |\n|{}",
                    columns.join(" | "),
                    " --- |".repeat(columns.len())
                );
                for row in rows {
                    let cells: Vec<String> = row
                        .iter()
                        .map(|cell| one_line(cell).replace('|', "\\|"))
                        .collect();
                    let _ = writeln!(text, "| {} |", cells.join(" | "));
                }
                Ok(())
            }
        };
    }
    text
}

fn one_line(words: &str) -> String {
    words.replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_one_whatever_its_cells_hold() {
        let table = Block::Table {
            columns: vec!["a", "b"],
            rows: vec![vec!["x | y".to_owned(), "two\nlines".to_owned()]],
        };
        let text = markdown(&[
            Block::Heading("Title".into()),
            Block::Words("Words.".into()),
            Block::Heading("More".into()),
            table,
        ]);
        assert_eq!(
            text,
            "# Title\n\nWords.\n\n## More\n\n| a | b |\n| --- | --- |\n| x \\| y | two lines |\n"
        );
    }
}
