//! What the rows of whiskers say as a table and a file.

use super::super::super::parts::{TakeTable, WhiskerRow as Row};
use super::super::super::text::{self, why};
use crate::analysis::digest::Interval;
use crate::charts::number::signed;
use yew::prelude::*;

/// The rows as a table with a file of the same numbers, one step away. `marks` name the two intervals.
pub fn table(
    id: &'static str,
    summary: &'static str,
    caption: &str,
    marks: [&'static str; 2],
    rows: &[Row],
) -> Html {
    let two = rows.iter().any(|row| row.other.is_some());
    let range =
        |interval: &Interval| text::range(&signed(interval.low, 2), &signed(interval.high, 2));
    let taken = {
        let rows = rows.to_vec();
        Callback::from(move |()| numbers(marks, &rows))
    };
    html! {
        <details>
            <summary>{ summary }</summary>
            <div class="scroll" tabindex="0" role="region" aria-label={caption.to_owned()}>
                <table>
                    <caption>{ caption }</caption>
                    <thead><tr>
                        <th scope="col">{ why::WHAT }</th>
                        if two { <th scope="col">{ marks[1] }</th><th scope="col">{ why::INTERVAL }</th> }
                        <th scope="col">{ marks[0] }</th><th scope="col">{ why::INTERVAL }</th>
                    </tr></thead>
                    <tbody>
                        { for rows.iter().enumerate().map(|(k, row)| html! {
                            <tr key={k}>
                                <th scope="row">{ &row.name }</th>
                                if let Some((other, _)) = &row.other { <td class="n">{ signed(other.mean, 2) }</td><td class="n">{ range(other) }</td> }
                                <td class="n">{ signed(row.mark.mean, 2) }</td><td class="n">{ range(&row.mark) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <TakeTable name={caption.to_owned()} file={format!("kith-why-{id}")} table={taken} />
        </details>
    }
}

/// The rows unrounded, for files.
fn numbers(marks: [&str; 2], rows: &[Row]) -> (Vec<String>, Vec<Vec<String>>) {
    let mut table = Vec::new();
    for row in rows {
        for (which, interval) in [
            (marks[0], Some(&row.mark)),
            (marks[1], row.other.as_ref().map(|(other, _)| other)),
        ] {
            if let Some(interval) = interval {
                let values =
                    [interval.mean, interval.low, interval.high].map(|value| value.to_string());
                table.push(
                    [row.name.to_string(), which.to_owned()]
                        .into_iter()
                        .chain(values)
                        .collect(),
                );
            }
        }
    }
    (
        ["name", "which", "mean", "low", "high"]
            .map(str::to_owned)
            .to_vec(),
        table,
    )
}
