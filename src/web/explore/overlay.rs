//! What lies over the picture of a place, as real text and lines: the rim's names, the neighbourhood looked at, a person's ties.

use super::super::parts::Shared;
use super::super::text;
use crate::charts::layout::Layout;
use crate::charts::person::{self, Parting};
use crate::charts::rim::{self, Thing};
use crate::indicators::Seen;
use crate::place::Place;
use yew::prelude::*;

/// Whom and what is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Looked {
    /// The slot of the person followed.
    pub person: Option<u32>,
    /// Their family.
    pub family: Option<u32>,
    /// Who has taken their spot since the place was generated, and whether in every world.
    pub newcomer: Option<(Seen, bool)>,
    /// Their age and friends: as they are when the worlds part.
    pub parting: Parting,
    /// The neighbourhood pointed at or chosen.
    pub neighbourhood: Option<u32>,
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The side of the picture. Unit: pixels.
    pub size: f64,
    /// Whether the rim's names are numbers, explained below the pictures.
    pub compact: bool,
    pub layout: Option<Shared<Layout>>,
    pub place: Option<Shared<Place>>,
    pub spots: Shared<Vec<Option<(f64, f64)>>>,
    pub looked: Looked,
}

#[component]
pub fn Overlay(props: &Props) -> Html {
    let half = props.size / 2.0;
    if half <= 0.0 {
        return html! {};
    }
    let size = props.size.to_string();
    html! {
        <svg class="overlay" width={size.clone()} height={size.clone()} viewBox={format!("0 0 {size} {size}")}>
            { rim_names(half, props.compact) }
            if let Some(layout) = &props.layout {
                if !props.compact { { names(props, layout, half) } }
                { neighbourhood(props, layout, half) }
                { ties(props, layout, half) }
            }
        </svg>
    }
}

/// A mark for everything on the rim with its name beside it, or its number where names have no room.
fn rim_names(half: f64, compact: bool) -> Html {
    let letters = (half / 20.0).clamp(12.0, 17.0);
    let mark = (half / 40.0).clamp(3.5, 8.0);
    html! {
        <g class="rim" font-size={letters.to_string()}>
            { for rim::stands().iter().enumerate().map(|(k, stand)| {
                let (x, y) = (half + stand.x * half, half + stand.y * half);
                let shape = match stand.thing {
                    Thing::Service(_) => html! { <rect x={(x - mark).to_string()} y={(y - mark).to_string()} width={(2.0 * mark).to_string()} height={(2.0 * mark).to_string()} rx="2" /> },
                    _ => html! { <path d={format!("M{x} {}L{} {y}L{x} {}L{} {y}Z", y - mark * 1.5, x + mark * 1.5, y + mark * 1.5, x - mark * 1.5)} /> },
                };
                let (away, anchor) = if stand.names_left() { (-mark * 1.5 - 4.0, "end") } else { (mark * 1.5 + 4.0, "start") };
                let name = if compact { (k + 1).to_string() } else { text::thing(stand.thing).to_owned() };
                html! {
                    <g key={k}>
                        { shape }
                        <text x={(x + away).to_string()} y={(y + letters * 0.35).to_string()} text-anchor={anchor}>{ name }</text>
                    </g>
                }
            }) }
        </g>
    }
}

/// The name of every neighbourhood below its circle, cut short where it has no room; the one looked at has its name above.
fn names(props: &Props, layout: &Layout, half: f64) -> Html {
    let Some(place) = &props.place else {
        return html! {};
    };
    let looked = props.looked.neighbourhood.map(|number| number as usize);
    let all = layout.communities.iter().zip(&place.communities);
    html! {
        <g class="names">
            { for all.enumerate().filter(|(k, _)| Some(*k) != looked).map(|(k, (circle, community))| {
                let (x, y) = (half + circle.x * half, half + (circle.y + circle.r) * half + 9.0);
                html! { <text key={k} x={x.to_string()} y={y.to_string()} text-anchor="middle">{ short(&community.name) }</text> }
            }) }
        </g>
    }
}

/// A neighbourhood's name in few letters.
fn short(name: &str) -> String {
    let first = name.split([',', '&']).next().unwrap_or(name);
    let first = first.split(" and ").next().unwrap_or(first).trim();
    if first.chars().count() <= 16 {
        return first.to_owned();
    }
    let cut: String = first.chars().take(14).collect();
    format!("{}…", cut.trim_end())
}

/// A ring around the neighbourhood looked at, and its name where it fits.
fn neighbourhood(props: &Props, layout: &Layout, half: f64) -> Html {
    let Some(number) = props.looked.neighbourhood.map(|k| k as usize) else {
        return html! {};
    };
    let (Some(circle), Some(place)) = (layout.communities.get(number), &props.place) else {
        return html! {};
    };
    let name = place
        .communities
        .get(number)
        .map_or("", |community| community.name.as_str());
    let (x, y, r) = (
        half + circle.x * half,
        half + circle.y * half,
        circle.r * half,
    );
    // Half the width of the name, as wide as its letters are about: it stays inside the picture, cut short where it must.
    let wide = |name: &str| name.chars().count() as f64 * 4.1 + 4.0;
    let short = format!("{}…", name.split(" and ").next().unwrap_or(name));
    let name = if wide(name) > half {
        short
    } else {
        name.to_owned()
    };
    let room = wide(&name).min(half);
    let middle = x.clamp(room, (2.0 * half - room).max(room));
    html! {
        <g class="looked">
            <circle cx={x.to_string()} cy={y.to_string()} r={r.to_string()} />
            <text x={middle.to_string()} y={(y - r - 5.0).max(14.0).to_string()} text-anchor="middle">{ name }</text>
        </g>
    }
}

/// The person followed, a ring around their family, lines to their friends.
fn ties(props: &Props, layout: &Layout, half: f64) -> Html {
    let Some(slot) = props.looked.person else {
        return html! {};
    };
    let spot = |slot: u32| {
        props
            .spots
            .get(slot as usize)
            .copied()
            .flatten()
            .map(|(x, y)| (half + x * half, half + y * half))
    };
    let (Some((x, y)), Some(place)) = (spot(slot), &props.place) else {
        return html! {};
    };
    let ring = props
        .looked
        .family
        .and_then(|f| layout.families.get(f as usize));
    let dot = (layout.dot * half).max(2.0);
    let friends: Vec<((f64, f64), bool)> = person::friends(place, slot)
        .into_iter()
        .filter_map(|(friend, close)| Some((spot(friend)?, close)))
        .collect();
    html! {
        <g class="ties">
            { for friends.iter().enumerate().map(|(k, ((fx, fy), close))| html! {
                <g key={k} class={close.then_some("close")}>
                    <line class="halo" x1={x.to_string()} y1={y.to_string()} x2={fx.to_string()} y2={fy.to_string()} />
                    <line x1={x.to_string()} y1={y.to_string()} x2={fx.to_string()} y2={fy.to_string()} />
                    <circle cx={fx.to_string()} cy={fy.to_string()} r={(dot + 1.5).to_string()} />
                </g>
            }) }
            if let Some(ring) = ring {
                <circle class="halo" cx={(half + ring.x * half).to_string()} cy={(half + ring.y * half).to_string()} r={(ring.r * half + 2.0).max(7.0).to_string()} />
                <circle class="family" cx={(half + ring.x * half).to_string()} cy={(half + ring.y * half).to_string()} r={(ring.r * half + 2.0).max(7.0).to_string()} />
            }
            <circle class="person" cx={x.to_string()} cy={y.to_string()} r={(dot + 2.5).to_string()} />
        </g>
    }
}
