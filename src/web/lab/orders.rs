//! What the lab asks the browser to do. Decides nothing.

use crate::session::lab::Order;
use crate::web::save;

/// Does it.
pub fn carry_out(order: Order) {
    match order {
        Order::Download { name, kind, text } => save::text(&name, kind, &text),
    }
}
