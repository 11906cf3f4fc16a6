//! Every outcome in one table: where both worlds start and end, the paired difference, its interval, in how many re-runs.

use super::super::parts::{Shared, TakeTable, use_say};
use super::super::text;
use crate::analysis::verdict::{Verdict, Way, verdict};
use crate::charts::number::{plain, signed};
use crate::charts::words::verdict_words;
use crate::ensemble::pair::{Names, Pair};
use crate::indicators::catalogue::{Better, CATALOGUE, Kind};
use crate::indicators::in_all;
use crate::place::Whole;
use crate::scenario::Scenario;
use crate::session::figures::{Figure, Figures};
use crate::session::{Message, explore};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub figures: Shared<Figures>,
    pub scenario: Shared<Scenario>,
    /// The real place behind the invented one, once that is here.
    pub whole: Option<Whole>,
    pub chosen: usize,
}

#[component]
pub fn Table(props: &Props) -> Html {
    let say = use_say();
    let names = Pair::shown(&props.scenario).names(&props.scenario);
    let group = |kind: Kind| (0..CATALOGUE.len()).filter(move |k| CATALOGUE[*k].kind == kind);
    let row = |k: usize| {
        let say = say.clone();
        let choose = Callback::from(move |_: MouseEvent| {
            say.emit(Message::Explore(explore::Said::Choose(k)));
            if let Some(section) = gloo::utils::document().get_element_by_id("outcomes") {
                section.scroll_into_view();
            }
        });
        match props.figures.get(k) {
            Some(figure) => line(figure, names, choose),
            None => waiting(k),
        }
    };
    let table = {
        let (figures, scenario, whole) = (
            props.figures.clone(),
            props.scenario.clone(),
            props.whole.clone(),
        );
        Callback::from(move |()| {
            numbers(
                &figures,
                Pair::shown(&scenario).names(&scenario),
                whole.as_ref(),
            )
        })
    };
    html! {
        <section class="all-outcomes" aria-labelledby="table-title">
            <h2 id="table-title">{ text::ALL_OUTCOMES }</h2>
            <p class="hint">{ text::TABLE_HINT }{ " " }{ text::table_notes(&props.scenario) }</p>
            <div class="scroll" tabindex="0" role="region" aria-label={text::TABLE_REGION}>
                <table class="wide">
                    <thead><tr>
                        <th scope="col">{ text::OUTCOME }</th><th scope="col">{ text::BETTER }</th>
                        <th scope="col">{ text::AT_START }</th>
                        <th scope="col">{ text::at_end(names.reference) }</th><th scope="col">{ text::at_end(names.alternative) }</th>
                        <th scope="col">{ text::DIFFERENCE }</th><th scope="col">{ text::INTERVAL }</th><th scope="col">{ text::better_in(names.alternative) }</th>
                    </tr></thead>
                    { for [(Kind::People, text::HUMAN), (Kind::Place, text::PLACE_OUTCOMES), (Kind::System, text::SYSTEM)].into_iter().map(|(kind, name)| html! {
                        <tbody key={name}>
                            <tr class="group"><th scope="rowgroup" colspan="8">{ name }</th></tr>
                            { for group(kind).map(row) }
                        </tbody>
                    }) }
                </table>
            </div>
            <TakeTable name={text::ALL_OUTCOMES} file="kith-outcomes" {table} />
        </section>
    }
}

/// A row before its first result, with the room that it will take.
fn waiting(indicator: usize) -> Html {
    let info = &CATALOGUE[indicator];
    html! {
        <tr key={info.id} class="waits">
            <th scope="row"><button type="button" class="link" disabled=true>{ info.name }</button><span class="sub">{ info.unit }</span></th>
            <td>{ text::direction(info.better) }</td>
            { for (0..6).map(|k| html! { <td key={k} class="n">{ text::NO_INTERVAL }if k == 3 { <span class="verdict">{ text::BEING_RUN }</span> }</td> }) }
        </tr>
    }
}

fn line(figure: &Figure, names: Names<'_>, choose: Callback<MouseEvent>) -> Html {
    let info = &CATALOGUE[figure.indicator];
    let difference = &figure.difference;
    let mean = |spread: Option<&crate::ensemble::summary::Spread>| {
        plain(spread.map_or(f64::NAN, |s| s.mean), info.digits)
    };
    let (low, high) = difference.interval;
    let found = verdict(difference, figure.indicator);
    let class = match found {
        Verdict::Clear(Way::Worse) => "first",
        Verdict::Clear(Way::Better) => "second",
        _ => "unclear",
    };
    html! {
        <tr key={info.id} {class}>
            <th scope="row"><button type="button" class="link" onclick={choose}>{ info.name }</button><span class="sub">{ info.unit }</span></th>
            <td>{ text::direction(info.better) }</td>
            <td class="n">{ mean(figure.reference.by_year.first()) }</td>
            <td class="n">{ mean(figure.reference.by_year.get(difference.year)) }</td>
            <td class="n">{ mean(figure.alternative.by_year.get(difference.year)) }</td>
            <td class="n strong">{ signed(difference.spread().map_or(f64::NAN, |s| s.mean), info.digits) }<span class="verdict">{ verdict_words(found, names) }</span></td>
            <td class="n">{ if difference.replicates > 1 { text::range(&signed(low, info.digits), &signed(high, info.digits)) } else { text::NO_INTERVAL.to_string() } }</td>
            <td class="n">{ if info.better == Better::Neither { text::NO_INTERVAL.to_string() } else { text::count_of(difference.alternative_better, difference.replicates) } }</td>
        </tr>
    }
}

/// The table unrounded, for files.
fn numbers(
    figures: &Figures,
    names: Names<'_>,
    whole: Option<&Whole>,
) -> (Vec<String>, Vec<Vec<String>>) {
    let headings = ["indicator", "name", "unit", "better", "start"]
        .map(str::to_owned)
        .into_iter();
    let of_arms = [
        text::at_end(names.reference),
        text::at_end(names.alternative),
    ];
    let rest = [
        "difference",
        "interval low",
        "interval high",
        "ahead in",
        "runs",
        "worth having",
        "in all of the place",
        "unit in all",
        "verdict",
    ]
    .map(str::to_owned);
    let row = |figure: &std::rc::Rc<Figure>| {
        let (info, difference) = (&CATALOGUE[figure.indicator], &figure.difference);
        let mean = |spread: Option<&crate::ensemble::summary::Spread>| {
            spread.map_or_else(String::new, |s| s.mean.to_string())
        };
        let (low, high) = difference.interval;
        let in_all = in_all::of(figure.indicator).zip(whole);
        vec![
            info.id.to_owned(),
            info.name.to_owned(),
            info.unit.to_owned(),
            text::direction(info.better).to_owned(),
            mean(figure.reference.by_year.first()),
            mean(figure.reference.by_year.get(difference.year)),
            mean(figure.alternative.by_year.get(difference.year)),
            mean(difference.spread()),
            low.to_string(),
            high.to_string(),
            if info.better == Better::Neither {
                String::new()
            } else {
                difference.alternative_better.to_string()
            },
            difference.replicates.to_string(),
            info.worthwhile.size.to_string(),
            in_all.map_or_else(String::new, |(of, whole)| {
                of.count(difference.mean(), whole).to_string()
            }),
            in_all.map_or_else(String::new, |(of, _)| of.unit()),
            verdict(difference, figure.indicator).id().to_owned(),
        ]
    };
    (
        headings.chain(of_arms).chain(rest).collect(),
        figures.all.iter().map(row).collect(),
    )
}
