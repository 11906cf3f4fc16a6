//! The worker that runs the model beside the page.
fn main() {
    #[cfg(target_arch = "wasm32")]
    kith::web::worker::model::main();
}
