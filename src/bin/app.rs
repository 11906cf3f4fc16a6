//! The page.
fn main() {
    #[cfg(target_arch = "wasm32")]
    kith::web::app::main();
}
