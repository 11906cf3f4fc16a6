//! An outcome as charts: the paired difference with its zero line, the fan of both worlds, fifty dots.

use super::super::parts::{Shared, picture, use_width};
use super::super::text;
use crate::charts::dots;
use crate::charts::scale::Extent;
use crate::charts::words;
use crate::drawing::lines::Series;
use crate::drawing::over_years::{self, Size};
use crate::drawing::{Who, fifty};
use crate::ensemble::pair::Names;
use crate::indicators::catalogue::{Better, CATALOGUE};
use crate::session::figures::{Figure, SingleRuns};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub figure: Shared<Figure>,
    pub extent: Option<Extent>,
    pub reference: AttrValue,
    pub alternative: AttrValue,
    pub height: f64,
    /// The width where it is known, as on paper; else it is measured.
    #[prop_or_default]
    pub width: Option<f64>,
    /// Each re-run as a thin line, when asked for.
    #[prop_or_default]
    pub runs: Option<Shared<SingleRuns>>,
}

impl Props {
    fn names(&self) -> Names<'_> {
        Names {
            reference: &self.reference,
            alternative: &self.alternative,
        }
    }
}

/// Second strategy less first, paired: the mean, and the band in which nine of ten re-runs lie.
#[component]
pub fn DifferenceChart(props: &Props) -> Html {
    let node = use_node_ref();
    let measured = use_width(node.clone(), 320.0);
    let (difference, indicator) = (&props.figure.difference, props.figure.indicator);
    let size = Size::new(
        props.width.unwrap_or(measured),
        props.height,
        words::sentence(difference, indicator, props.names()),
    );
    // More is the alternative's side of zero unless less is better; where neither is, a side says who has more.
    let better = CATALOGUE[indicator].better;
    let (above, below) = match better {
        Better::Lower => (&props.reference, &props.alternative),
        Better::Higher | Better::Neither => (&props.alternative, &props.reference),
    };
    let word = text::side_word(better);
    let sides = [
        text::side(above, word, true),
        text::side(below, word, false),
    ];
    let runs = props.runs.as_ref().map(|runs| runs.difference.as_slice());
    let drawing = over_years::difference(size, &difference.by_year, props.extent, runs, sides);
    html! { <div class="chart" ref={node}>{ picture(&drawing) }</div> }
}

/// Both worlds and business as usual: means, and the bands in which nine of ten re-runs lie.
#[component]
pub fn FanChart(props: &Props) -> Html {
    let node = use_node_ref();
    let measured = use_width(node.clone(), 320.0);
    let Figure {
        reference,
        alternative,
        usual,
        ..
    } = &*props.figure;
    let indicator = props.figure.indicator;
    let size = Size {
        width: props.width.unwrap_or(measured),
        height: props.height,
        words: words::fan_alternative(
            reference,
            alternative,
            usual.as_ref(),
            indicator,
            props.names(),
        ),
    };
    let short = text::short_names(&props.reference, &props.alternative);
    let usual = usual
        .iter()
        .map(|arm| (text::AS_USUAL.to_string(), Who::Usual, arm));
    let arms = usual.chain([
        (short.0, Who::Reference, reference),
        (short.1, Who::Alternative, alternative),
    ]);
    let series: Vec<Series> = arms
        .map(|(name, who, arm)| Series::by_year(name, who, &arm.by_year))
        .collect();
    let runs = props.runs.as_ref().map_or(Vec::new(), |runs| {
        vec![
            (Who::Reference, runs.reference.as_slice()),
            (Who::Alternative, runs.alternative.as_slice()),
        ]
    });
    let drawing = over_years::worlds(size, &series, props.extent, &runs);
    html! { <div class="chart" ref={node}>{ picture(&drawing) }</div> }
}

/// Fifty dots: fifty equally likely paired differences in the last year.
#[component]
pub fn DotChart(props: &Props) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 320.0);
    let (difference, indicator) = (&props.figure.difference, props.figure.indicator);
    if difference.replicates < dots::FEWEST {
        return html! { <div class="chart" ref={node}><p class="frequency">{ words::too_few_for_dots(difference.replicates) }</p></div> };
    }
    let say = |counts| words::frequency(counts, indicator, props.names());
    let drawing = fifty::draw((width, props.height), &difference.runs, indicator, say);
    html! {
        <div class="chart" ref={node}>
            { picture(&drawing) }
            <p class="frequency">{ drawing.words.clone() }</p>
            <p class="hint">{ format!("{}: {}.", text::DOTS_AXIS, words::difference_unit(&CATALOGUE[indicator])) }</p>
        </div>
    }
}
