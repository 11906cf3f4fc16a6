//! Rows of means with their intervals on one axis.

use super::{picture, use_width};
use crate::drawing::rows::{Row, above};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub rows: Vec<Row>,
    /// What the chart says.
    pub label: String,
    /// Digits behind the point of the means.
    #[prop_or(2)]
    pub digits: u8,
}

#[component]
pub fn Whiskers(props: &Props) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 320.0);
    let drawing = above(width, &props.rows, props.digits, props.label.clone());
    html! { <div class="chart" ref={node}>{ picture(&drawing) }</div> }
}
