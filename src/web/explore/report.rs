//! What is printed: two pages that stand alone, with the headline and the two worlds of the page between them.
//!
//! On screen it takes no room. Page one says what was compared; page two shows the outcomes, the money and how to check.

use super::super::parts::{Shared, use_provenance};
use super::super::text;
use super::chart::{DifferenceChart, FanChart};
use crate::analysis::verdict::verdict;
use crate::charts::number::{plain, pounds_and_pence, signed};
use crate::charts::{in_all, words};
use crate::engine::ledger::Account;
use crate::ensemble::Ensemble;
use crate::ensemble::pair::{Names, Pair};
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL};
use crate::place::Whole;
use crate::scenario::Scenario;
use crate::scenario::strategy::preset;
use crate::session::figures::{Axes, Figure, Figures, Seal, seal};
use yew::prelude::*;

/// The width of one of two charts beside each other on paper. Unit: pixels.
const HALF_A_PAGE: f64 = 330.0;
/// Unit: pixels.
const HEIGHT: f64 = 170.0;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub figures: Shared<Figures>,
    pub scenario: Shared<Scenario>,
    pub ensemble: Shared<Ensemble>,
    pub axes: Shared<Axes>,
    pub place: AttrValue,
    /// The real place behind the invented one, once that is here.
    pub whole: Option<Whole>,
    /// The address that opens this comparison.
    pub link: AttrValue,
}

/// Page one, below the headline: what was compared.
#[component]
pub fn First(props: &Props) -> Html {
    let scenario = &props.scenario;
    let pair = Pair::shown(scenario);
    let arm = |position: usize| {
        let arm = scenario.arms.get(position)?;
        Some(
            html! { <><dt>{ &arm.name }</dt><dd>{ preset(&arm.preset).map_or("", |preset| preset.sentence) }</dd></> },
        )
    };
    let money = text::report_money(
        scenario.money.pounds_per_head_year,
        scenario.money.first_year,
        scenario.money.last_year,
        scenario.years,
    );
    html! {
        <section class="report report-first">
            <h2>{ text::REPORT_COMPARED }</h2>
            <dl>
                <dt>{ text::PLACE }</dt><dd>{ text::report_place(&props.place, &plain(f64::from(scenario.people), 0)) }</dd>
                <dt>{ text::MONEY }</dt><dd>{ money }if let Some(whole) = &props.whole { { " " }{ text::report_money_in_all(&in_all::money(&scenario.money, whole), &whole.name, &in_all::people(whole)) } }</dd>
                { for [pair.reference, pair.alternative].into_iter().filter_map(arm) }
            </dl>
            <h2>{ text::REPORT_WORLDS }</h2>
            <p>{ text::ONE_DOT }</p>
        </section>
    }
}

/// Page two: outcomes, money, how to check it.
#[component]
pub fn Second(props: &Props) -> Html {
    let names = Pair::shown(&props.scenario).names(&props.scenario);
    let (reference, alternative) = (
        AttrValue::from(names.reference.to_owned()),
        AttrValue::from(names.alternative.to_owned()),
    );
    let short = text::short_names(names.reference, names.alternative);
    let provenance = use_provenance();
    let Some(headline) = props.figures.get(DOING_WELL) else {
        return html! {};
    };
    let (values, differences) = (
        props.axes.values.get(DOING_WELL).copied().flatten(),
        props.axes.differences.get(DOING_WELL).copied().flatten(),
    );
    let sealed = match seal(&props.ensemble, Account::Investment as usize) {
        Seal::Same { total } => format!(
            "{} {}",
            text::SEAL_SAME,
            text::seal_total(&pounds_and_pence(total), props.scenario.arms.len())
        ),
        Seal::Different { gap } => text::seal_different(&pounds_and_pence(gap)),
        Seal::Unknown => text::SEAL_UNKNOWN.to_string(),
    };
    let in_all = props
        .whole
        .as_ref()
        .and_then(|whole| in_all::sentence(&headline.difference, DOING_WELL, whole));
    html! {
        <section class="report report-second">
            <h2>{ words::title(&headline.difference, DOING_WELL, names) }</h2>
            <div class="charts">
                <DifferenceChart figure={Shared(std::rc::Rc::clone(headline))} extent={differences} reference={reference.clone()} alternative={alternative.clone()} height={HEIGHT} width={HALF_A_PAGE} />
                <FanChart figure={Shared(std::rc::Rc::clone(headline))} extent={values} {reference} {alternative} height={HEIGHT} width={HALF_A_PAGE} />
            </div>
            <p>{ words::sentence(&headline.difference, DOING_WELL, names) }{ " " }{ in_all }{ " " }{ text::BAND }</p>
            <h2>{ text::report_outcomes(props.scenario.years) }</h2>
            <table>
                <thead><tr>
                    <th scope="col">{ text::OUTCOME }</th><th scope="col">{ text::UNIT }</th>
                    <th scope="col" class="n">{ &short.0 }</th><th scope="col" class="n">{ &short.1 }</th>
                    <th scope="col" class="n">{ text::DIFFERENCE }</th><th scope="col" class="n">{ text::REPORT_INTERVAL }</th><th scope="col">{ text::REPORT_VERDICT }</th>
                    if let Some(whole) = &props.whole { <th scope="col" class="n">{ text::in_all_of(&whole.name) }</th> }
                </tr></thead>
                <tbody>{ for props.figures.all.iter().map(|figure| row(figure, &short, props.whole.as_ref())) }</tbody>
            </table>
            <p class="hint">{ text::table_notes(&props.scenario) }</p>
            <h2>{ text::MONEY }</h2>
            <p>{ sealed }</p>
            <h2>{ text::REPORT_CHECK }</h2>
            { for provenance.0.iter().map(|line| html! { <p key={line.clone()}>{ line }</p> }) }
            <p>{ text::REPORT_LINK }{ " " }<span class="address">{ &props.link }</span></p>
        </section>
    }
}

fn row(figure: &std::rc::Rc<Figure>, short: &(String, String), whole: Option<&Whole>) -> Html {
    let (info, difference) = (&CATALOGUE[figure.indicator], &figure.difference);
    let last = |arm: &crate::ensemble::summary::ArmSummary| {
        plain(
            arm.by_year
                .get(difference.year)
                .map_or(f64::NAN, |s| s.mean),
            info.digits,
        )
    };
    let (low, high) = difference.interval;
    let verdict = words::verdict_words(
        verdict(difference, figure.indicator),
        Names {
            reference: &short.0,
            alternative: &short.1,
        },
    );
    html! {
        <tr key={info.id}>
            <th scope="row">{ info.name }</th><td>{ info.unit }</td>
            <td class="n">{ last(&figure.reference) }</td><td class="n">{ last(&figure.alternative) }</td>
            <td class="n">{ signed(difference.spread().map_or(f64::NAN, |s| s.mean), info.digits) }</td>
            <td class="n">{ if difference.replicates > 1 { text::range(&signed(low, info.digits), &signed(high, info.digits)) } else { text::NO_INTERVAL.to_string() } }</td>
            <td>{ verdict }</td>
            if let Some(whole) = whole { <td class="n">{ in_all::cell(difference.mean(), figure.indicator, whole) }</td> }
        </tr>
    }
}
