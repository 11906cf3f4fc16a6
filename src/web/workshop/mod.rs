//! The hour in a room: which step, what is shown, what people guess. Draws what it is given.

mod carry;
mod clock;
mod collect;
mod ending;
mod guess;
mod hour;
mod notes;
mod pad;
mod page;
mod reveal;
mod room;
mod shown;
mod summary;

pub use carry::{carry_out, heard};
pub use clock::Elapsed;
pub use collect::said;
pub use hour::BackBar;

use super::teams::Teams;
use crate::session::workshop::address::Part;
use page::Props;
use yew::prelude::*;

#[component]
pub fn Workshop(props: &Props) -> Html {
    match props.state.workshop.part {
        Part::Hour => html! { <hour::Hour ..props.clone() /> },
        Part::Guess => html! { <guess::Guess ..props.clone() /> },
        Part::Notes => html! { <notes::Notes ..props.clone() /> },
        Part::Teams => {
            html! { <Teams state={props.state.clone()} choices={props.choices.clone()} alone=true /> }
        }
    }
}
