//! Both lives as two lines of wellbeing with the months of the chain marked.

use super::super::super::parts::{Shared, TakeFigure, mark, marks, use_width};
use super::super::super::text;
use crate::charts::lives::Line;
use crate::drawing::axes::Frame;
use crate::drawing::{Mark, Role, lives};
use crate::ensemble::pair::Names;
use crate::protocol::Answer;
use crate::session::lives::told;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub answer: Shared<Answer>,
    /// Months of the run.
    pub months: u32,
    /// The month shown in the worlds.
    pub month: u32,
    pub reference: String,
    pub alternative: String,
}

/// A moment's mark beside its words.
pub fn symbol(line: &Line, x: f64, y: f64) -> Html {
    let moment = lives::moment(line, (x, y), 5.5);
    html! { <svg class="mark-of" width="16" height="16" aria-hidden="true">{ mark(&moment) }</svg> }
}

#[component]
pub fn Chart(props: &Props) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 320.0);
    let Some(found) = told(&props.answer) else {
        return html! {};
    };
    let told = &found.told;
    let names = Names {
        reference: &props.reference,
        alternative: &props.alternative,
    };
    let short = text::short_names(&props.reference, &props.alternative);
    let frame = lives::frame(width, [&short.0, &short.1]);
    let (moments, height) = lives::moments(&frame, told, props.months);
    let now = lives::months(&frame, props.months).at(f64::from(props.month));
    let now = Mark::line(Role::Now, (now, frame.top), (now, height));
    html! {
        <figure class="lives-chart">
            <figcaption><h3>{ &told.title }</h3><p class="sub">{ text::LIVES_SUBTITLE }</p></figcaption>
            <div class="chart" ref={node.clone()}>
                <svg width={width.to_string()} height={height.to_string()} role="img" aria-label={told.alternative(names)}>
                    { mark(&now) }
                    <Lines answer={props.answer.clone()} {frame} months={props.months} reference={short.0} alternative={short.1} />
                    { mark(&moments) }
                </svg>
            </div>
            <TakeFigure {node} title={told.title.clone()} subtitle={text::LIVES_SUBTITLE} file="kith-two-lives" words={told.text()} />
        </figure>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LinesProps {
    answer: Shared<Answer>,
    frame: Frame,
    months: u32,
    reference: String,
    alternative: String,
}

/// The axes and both lines: they stay while the months pass.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let Some(found) = told(&props.answer) else {
        return html! {};
    };
    let names = [props.reference.as_str(), props.alternative.as_str()];
    marks(&lives::both(&props.frame, &found.told, props.months, names))
}
