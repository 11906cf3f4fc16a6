//! SocNet-120, the workload on which engines are compared: people in households and neighbourhoods,
//! friends, a queue.
//!
//! Its world is exact, its luck is each implementation's own. Two stand beside each other here:
//! [`engine`], written on the public parts of Kith, and [`hand`], one loop over arrays, written for
//! speed alone. Knows nothing of Kith's model.

pub mod engine;
pub mod graph;
pub mod hand;
pub mod hash;
pub mod queues;
pub mod tell;
pub mod world;
pub mod world_file;

#[cfg(test)]
mod agreement;

use graph::{Csr, Slots};
use world::World;

/// Chance a month of a life event.
pub const SHOCK: f32 = 0.05;
/// The greatest harm of a life event.
pub const SHOCK_MAX: f32 = 0.4;
/// Need above which a person asks for the service.
pub const NEED_ASK: f32 = 0.6;
/// People a month whom a service can see, of those who live in its neighbourhood.
pub const CAPACITY: f64 = 0.016;
/// By how much need rises a month by itself.
pub const DRIFT: f32 = 0.036;
/// Dynamic graph: chance a month to look for a friend.
pub const FORM: f32 = 0.02;
/// Dynamic graph: that a friend is looked for among friends of friends.
pub const FRIEND_OF_FRIEND: f32 = 0.7;
/// Dynamic graph: chance a month to lose a friend.
pub const DECAY: f32 = 0.013;

/// What a run records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// People served so far.
    pub served: u64,
    /// People waiting after each month's service.
    pub waiting: Vec<u32>,
    /// Mean wellbeing after each month.
    pub mean_wellbeing: Vec<f64>,
}

/// An implementation at work.
pub trait Model {
    /// One month.
    fn step(&mut self);
    /// What has been recorded.
    fn record(&self) -> &Record;
    /// How many ties there are now.
    fn ties(&self) -> usize;
}

/// Which implementation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// On Kith's public parts.
    Engine,
    /// The loop written by hand.
    Hand,
}

/// An implementation, ready to run. `replicate` is the luck; the world decides the rest. The error
/// is a sentence for people.
pub fn build(
    world: &World,
    kind: Kind,
    replicate: u32,
    dynamic: bool,
) -> Result<Box<dyn Model>, String> {
    Ok(match (kind, dynamic) {
        (Kind::Engine, false) => Box::new(engine::Engine::new(world, Csr::new(world), replicate)),
        (Kind::Engine, true) => Box::new(engine::Engine::new(world, Slots::new(world)?, replicate)),
        (Kind::Hand, false) => Box::new(hand::Hand::new(world, Csr::new(world), replicate)),
        (Kind::Hand, true) => Box::new(hand::Hand::new(world, Slots::new(world)?, replicate)),
    })
}
