//! What the rows of whiskers say as a table and a file.

use super::super::super::parts::TakeTable;
use super::super::super::text::{self, why};
use crate::charts::number::signed;
use crate::drawing::rows::{Row, Rows, Shown};
use yew::prelude::*;

/// The rows as a table with a file of the same numbers, one step away. `one` names the interval of a row where there is one only.
pub fn table(
    id: &str,
    summary: String,
    caption: &str,
    one: &'static str,
    Rows { kinds, rows, .. }: &Rows,
) -> Html {
    let marks = match kinds[..] {
        [first, second] => [first, second],
        _ => [one, ""],
    };
    let two = kinds.len() > 1;
    let range = |shown: &Shown| {
        let ends = shown.interval;
        text::range(&signed(ends.low, 2), &signed(ends.high, 2))
    };
    let taken = {
        let rows = rows.clone();
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
                                <th scope="row">{ &row.label }</th>
                                { for row.marks.iter().rev().map(|shown| html! {
                                    <><td class="n">{ signed(shown.interval.mean, 2) }</td><td class="n">{ range(shown) }</td></>
                                }) }
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
        for (which, shown) in marks.iter().zip(&row.marks) {
            let ends = shown.interval;
            let values = [ends.mean, ends.low, ends.high].map(|value| value.to_string());
            let what = [row.label.clone(), (*which).to_owned()];
            table.push(what.into_iter().chain(values).collect());
        }
    }
    (
        ["name", "which", "mean", "low", "high"]
            .map(str::to_owned)
            .to_vec(),
        table,
    )
}
