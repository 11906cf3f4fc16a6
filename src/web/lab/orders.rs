//! What the lab asks the browser to do. Decides nothing.

use super::keep;
use crate::session::Message;
use crate::session::lab::Order;
use crate::web::save;
use yew::Callback;

/// Does it; what workers are to do is the pool's.
pub fn carry_out(order: Order, say: Callback<Message>) {
    match order {
        Order::Download { name, kind, text } => save::text(&name, kind, &text),
        Order::Keep(what) => keep::carry_out(what, say),
        Order::Work(_) => {}
    }
}
