//! The painter of the page: a drawing as elements whose looks the style sheet has. One unit is one pixel.

use crate::drawing::{Drawing, Mark, Shape};
use yew::prelude::*;

/// A drawing with its text alternative.
pub fn picture(drawing: &Drawing) -> Html {
    html! {
        <svg width={drawing.width.to_string()} height={drawing.height.to_string()} role="img" aria-label={drawing.words.clone()}>
            { marks(&drawing.marks) }
        </svg>
    }
}

/// Marks, to stand in a drawing that does something when it is touched.
pub fn marks(marks: &[Mark]) -> Html {
    marks.iter().map(mark).collect()
}

/// One mark.
pub fn mark(mark: &Mark) -> Html {
    let class = mark.0.class();
    let class = (!class.is_empty()).then_some(class);
    match &mark.1 {
        Shape::Group(inner) => html! { <g {class}>{ marks(inner) }</g> },
        Shape::Line(from, to) => {
            html! { <line {class} x1={pixels(from.0)} y1={pixels(from.1)} x2={pixels(to.0)} y2={pixels(to.1)} /> }
        }
        Shape::Path(path) => html! { <path {class} d={path.clone()} /> },
        Shape::Dot((x, y), radius) => {
            html! { <circle {class} cx={pixels(*x)} cy={pixels(*y)} r={pixels(*radius)} /> }
        }
        Shape::Tile((x, y), (width, height)) => {
            html! { <rect {class} x={pixels(*x)} y={pixels(*y)} width={pixels(*width)} height={pixels(*height)} /> }
        }
        Shape::Text((x, y), anchor, words) => {
            let (x, y, anchor) = (pixels(*x), pixels(*y), anchor.id());
            if !words.contains('\n') {
                return html! { <text {class} {x} {y} text-anchor={anchor}>{ words.clone() }</text> };
            }
            html! {
                <text {class} {y} text-anchor={anchor}>
                    { for words.lines().enumerate().map(|(k, line)| html! {
                        <tspan x={x.clone()} dy={if k == 0 { "0" } else { "1.15em" }}>{ line.to_owned() }</tspan>
                    }) }
                </text>
            }
        }
    }
}

fn pixels(value: f64) -> String {
    value.to_string()
}
