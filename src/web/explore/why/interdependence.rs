//! The picture of interdependence: levels as circles, couplings as arrows. Shows measured flows, or lets the weights of levels
//! be set on it. Everything that a pointer does here can be done by keyboard beside it.

use super::super::super::parts::use_width;
use crate::analysis::digest::Interval;
use crate::charts::interdependence::{ARROWS, Node, Picture, picture};
use crate::charts::number::{plain, signed};
use crate::charts::why::level;
use crate::scenario::strategy::Level;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

/// The widest that the picture gets. Unit: pixels.
const WIDEST: f64 = 620.0;
/// Where the names of levels are written smaller. Unit: pixels.
const NARROW: f64 = 340.0;

/// A circle in the hand: where its middle was on screen when it was taken, so that it stays in the hand when the page moves,
/// and how far its edge was from the pointer, so that it does not jump. Unit: pixels.
#[derive(Clone, Copy, PartialEq)]
struct Held {
    level: usize,
    x: f64,
    y: f64,
    grip: f64,
}

impl Held {
    /// How far the edge reaches for where the pointer is.
    fn reach(&self, event: &PointerEvent) -> f64 {
        let (x, y) = (
            f64::from(event.client_x()) - self.x,
            f64::from(event.client_y()) - self.y,
        );
        ((x * x + y * y).sqrt() + self.grip).max(0.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What the picture says, for those who do not see it.
    pub label: AttrValue,
    /// The weights of levels, where they are to be seen. Range: 0–1.
    #[prop_or_default]
    pub weights: Option<[f32; 5]>,
    /// Says that a level gets another weight, while the pointer moves.
    #[prop_or_default]
    pub on_weight: Callback<(usize, f32)>,
    /// Says that the pointer has left.
    #[prop_or_default]
    pub on_done: Callback<()>,
    /// What each arrow brings, where that was measured.
    #[prop_or_default]
    pub flows: Option<[Interval; ARROWS]>,
    /// The runs behind that.
    #[prop_or_default]
    pub runs: u32,
    /// Arrows that are switched off.
    #[prop_or_default]
    pub off: [bool; ARROWS],
    /// The arrow that is looked at.
    #[prop_or_default]
    pub chosen: Option<usize>,
    /// Says that an arrow was pointed at.
    #[prop_or_default]
    pub on_choose: Callback<usize>,
}

#[component]
pub fn Interdependence(props: &Props) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 320.0).min(WIDEST);
    let held = use_state_eq(|| None::<Held>);
    let weights = props
        .weights
        .map_or([1.0; 5], |weights| weights.map(f64::from));
    let largest = props
        .flows
        .iter()
        .flatten()
        .map(|flow| flow.mean.abs())
        .fold(0.0, f64::max);
    let strength = |flow: &Interval| {
        if largest > 0.0 {
            flow.mean.abs() / largest
        } else {
            0.0
        }
    };
    let drawn = picture(
        width,
        weights,
        props
            .flows
            .map_or([0.0; ARROWS], |flows| flows.map(|flow| strength(&flow))),
    );
    let moved = {
        let (held, nodes, tell) = (held.clone(), drawn.nodes, props.on_weight.clone());
        move |event: PointerEvent| {
            if let Some(held) = *held {
                let node = &nodes[held.level];
                tell.emit((
                    held.level,
                    node.weight_at(node.x + held.reach(&event), node.y),
                ));
            }
        }
    };
    let left = {
        let (held, done) = (held.clone(), props.on_done.clone());
        Callback::from(move |_: PointerEvent| {
            if held.is_some() {
                held.set(None);
                done.emit(());
            }
        })
    };
    let (frame, nodes) = (node.clone(), drawn.nodes);
    let taken = move |level: usize| {
        let (held, picture, at) = (held.clone(), frame.clone(), nodes[level]);
        Callback::from(move |event: PointerEvent| {
            if let Some(element) = event.target_dyn_into::<Element>() {
                // Without capture the circle is lost when the pointer is faster than it grows; it still works.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            if let Some(picture) = picture.cast::<Element>() {
                let corner = picture.get_bounding_client_rect();
                let middle = Held {
                    level,
                    x: corner.left() + at.x,
                    y: corner.top() + at.y,
                    grip: 0.0,
                };
                held.set(Some(Held {
                    grip: at.r - middle.reach(&event),
                    ..middle
                }));
            }
        })
    };
    html! {
        <div class={classes!("chart", "interdependence", (width < NARROW).then_some("narrow"))} ref={node}>
            <svg width={drawn.width.to_string()} height={drawn.height.to_string()} role="img" aria-label={props.label.clone()}
                onpointermove={moved} onpointerup={left.clone()} onpointercancel={left}>
                { for drawn.arrows.iter().enumerate().map(|(k, _)| arrow(props, &drawn, k)) }
                { for Level::ALL.iter().enumerate().map(|(k, which)| {
                    let pressed = props.weights.map(|_| taken(k));
                    circle(*which, &drawn.nodes[k], props.weights.map(|weights| weights[k]), pressed)
                }) }
            </svg>
        </div>
    }
}

fn arrow(props: &Props, drawn: &Picture, k: usize) -> Html {
    let arrow = &drawn.arrows[k];
    let flow = props.flows.map(|flows| flows[k]);
    let kind = match flow {
        _ if props.off[k] => "off",
        Some(flow) if flow.verdict(props.runs).is_clear() => {
            if flow.mean > 0.0 {
                "for"
            } else {
                "against"
            }
        }
        _ => "unclear",
    };
    let chosen = (props.chosen == Some(k)).then_some("chosen");
    let choose = {
        let tell = props.on_choose.clone();
        move |_| tell.emit(k)
    };
    html! {
        <g key={k} class={classes!("arrow", kind, chosen)} onclick={choose}>
            <path class="reach" d={arrow.line.clone()} />
            <path class="shaft" d={arrow.line.clone()} stroke-width={arrow.width.to_string()} />
            <path class="head" d={arrow.head.clone()} />
            if let (Some(flow), false) = (flow, props.off[k]) {
                <text x={arrow.label.0.to_string()} y={arrow.label.1.to_string()} text-anchor={arrow.anchor.id()}>{ signed(flow.mean, 2) }</text>
            }
        </g>
    }
}

fn circle(
    which: Level,
    node: &Node,
    weight: Option<f32>,
    pressed: Option<Callback<PointerEvent>>,
) -> Html {
    let (x, y) = (node.x.to_string(), node.y.to_string());
    let name = level(which);
    html! {
        <g key={name} class={classes!("node", pressed.is_some().then_some("weighed"))} onpointerdown={pressed}>
            if weight.is_some() { <circle class="full" cx={x.clone()} cy={y.clone()} r={node.full.to_string()} /> }
            <circle cx={x.clone()} cy={y.clone()} r={node.r.to_string()} />
            if let Some(weight) = weight {
                <text x={x.clone()} y={(node.y - 1.0).to_string()} text-anchor="middle">{ name }</text>
                <text x={x} y={(node.y + 14.0).to_string()} text-anchor="middle">{ plain(f64::from(weight) * 100.0, 0) }{ "%" }</text>
            } else {
                <text x={x} y={(node.y + 4.0).to_string()} text-anchor="middle">{ name }</text>
            }
        </g>
    }
}
