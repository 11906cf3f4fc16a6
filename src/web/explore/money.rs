//! Money: the seal and how it is checked, what became of each £100, the ledger as a picture, a table and a file.

use super::super::parts::{Shared, TakeTable};
use super::super::text;
use super::spending::WhereItWent;
use crate::charts::number::{pounds_about, pounds_and_pence};
use crate::charts::words;
use crate::engine::ledger::{Account, Side};
use crate::ensemble::Ensemble;
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::PUBLIC_SPENDING;
use crate::scenario::Scenario;
use crate::session::figures::{Figures, Seal, account, seal};
use crate::session::spending::{Flow, Spending, hundred_words, table, unequal_words};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub ensemble: Shared<Ensemble>,
    pub scenario: Shared<Scenario>,
    pub figures: Shared<Figures>,
    pub flow: Flow,
    pub place: AttrValue,
}

#[component]
pub fn Money(props: &Props) -> Html {
    let found = use_memo(props.ensemble.clone(), |ensemble| {
        seal(ensemble, Account::Investment as usize)
    });
    let names = Pair::shown(&props.scenario).names(&props.scenario);
    let spending = use_memo(
        (props.ensemble.clone(), props.scenario.clone()),
        |(ensemble, scenario)| Spending::of(ensemble, Pair::shown(scenario)).map(Rc::new),
    );
    let public = props
        .figures
        .get(PUBLIC_SPENDING)
        .map(|figure| words::sentence(&figure.difference, PUBLIC_SPENDING, names));
    html! {
        <section class="money" aria-labelledby="money-title">
            <h2 id="money-title">{ text::MONEY }</h2>
            { sealed(props, &found) }
            <details class="how">
                <summary>{ text::SEAL_HOW }</summary>
                <p>{ text::SEAL_EXPLAINED }</p>
            </details>
            if let Some(spending) = spending.as_ref() {
                <ul class="hundred">
                    <li class="first">{ hundred_words(names.reference, &spending.reference) }</li>
                    <li class="second">{ hundred_words(names.alternative, &spending.alternative) }</li>
                    if let Some(public) = public { <li>{ text::all_public(&public) }</li> }
                </ul>
                <WhereItWent spending={Shared(Rc::clone(spending))} scenario={props.scenario.clone()} figures={props.figures.clone()} flow={props.flow} place={props.place.clone()} />
                <TakeTable name={text::LEDGER_CSV} file="kith-ledger" table={Callback::from({
                    let (ensemble, scenario) = (props.ensemble.clone(), props.scenario.clone());
                    move |()| table(&ensemble, &scenario)
                })} />
            }
            <details>
                <summary>{ text::LEDGER }</summary>
                <p class="hint">{ text::LEDGER_HINT }</p>
                { ledger(props) }
            </details>
        </section>
    }
}

fn sealed(props: &Props, found: &Seal) -> Html {
    match found {
        Seal::Unknown => html! { <p>{ text::SEAL_UNKNOWN }</p> },
        Seal::Same { total } => html! {
            <p class="seal good">
                <svg viewBox="0 0 20 20" width="22" height="22" aria-hidden="true"><path d="M10 1 12.4 3.2 15.6 2.9 16.2 6.1 19 7.8 17.6 10.7 19 13.6 16.2 15.2 15.6 18.4 12.4 18 10 19.9 7.6 18 4.4 18.4 3.8 15.2 1 13.6 2.4 10.7 1 7.8 3.8 6.1 4.4 2.9 7.6 3.2Z" /><path class="tick" d="M6 10.4 9 13.3 14.2 7.6" /></svg>
                <strong>{ text::SEAL_SAME }</strong>{ " " }{ text::seal_total(&pounds_and_pence(*total), props.scenario.arms.len()) }
            </p>
        },
        Seal::Different { gap } => html! {
            <p class="seal broken">
                <strong>{ text::SEAL_BROKEN }</strong>{ " " }{ unequal_words(&props.ensemble, &props.scenario) }{ " " }{ text::seal_different(&pounds_and_pence(*gap)) }
            </p>
        },
    }
}

fn ledger(props: &Props) -> Html {
    let Some(outcome) = props.ensemble.outcome(0) else {
        return html! { <p>{ text::SEAL_UNKNOWN }</p> };
    };
    let names: Vec<&str> = outcome
        .arms
        .iter()
        .map(|arm| {
            props
                .scenario
                .arms
                .get(arm.arm as usize)
                .map_or("", |a| a.name.as_str())
        })
        .collect();
    let total =
        |arm: &crate::ensemble::ArmOutcome, k: usize| account(&arm.ledger, k).iter().sum::<i64>();
    let side = |wanted: Side, name: &'static str| {
        let accounts: Vec<(usize, &Account)> = Account::ALL
            .iter()
            .enumerate()
            .filter(|(_, a)| a.side() == wanted)
            .collect();
        html! {
            <tbody>
                <tr class="group"><th scope="rowgroup" colspan={(names.len() + 1).to_string()}>{ name }</th></tr>
                { for accounts.iter().map(|(k, account)| html! {
                    <tr key={*k}>
                        <th scope="row">{ account.sentence() }</th>
                        { for outcome.arms.iter().map(|arm| html! { <td key={arm.arm} class="n">{ pounds_about(total(arm, *k) as f64 / 100.0) }</td> }) }
                    </tr>
                }) }
                <tr class="total">
                    <th scope="row">{ text::TOTAL }</th>
                    { for outcome.arms.iter().map(|arm| html! {
                        <td key={arm.arm} class="n strong">{ pounds_and_pence(accounts.iter().map(|(k, _)| total(arm, *k)).sum()) }</td>
                    }) }
                </tr>
            </tbody>
        }
    };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={text::LEDGER_REGION}>
            <table>
                <thead><tr><th scope="col">{ text::ACCOUNT }</th>{ for names.iter().enumerate().map(|(k, name)| html! { <th key={k} scope="col">{ *name }</th> }) }</tr></thead>
                { side(Side::Source, text::SOURCES.text()) }
                { side(Side::Use, text::USES.text()) }
            </table>
        </div>
    }
}
