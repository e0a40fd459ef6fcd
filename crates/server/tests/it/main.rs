//! The one integration-test binary: many small binaries would each link the whole program.

mod architecture;
mod locales;
mod pages;
mod places_import;
mod statements;
