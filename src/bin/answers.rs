//! The worker that answers questions and runs experiments beside the page.
fn main() {
    #[cfg(target_arch = "wasm32")]
    kith::web::worker::answers::main();
}
