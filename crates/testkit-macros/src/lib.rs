//! `#[db_test]`: one test, run on SQLite and on PostgreSQL.

use proc_macro::{TokenStream, TokenTree};

/// Turns `#[db_test] async fn name(app: TestApp) { … }` into a module `name` with the tests `sqlite` and `postgres`.
/// Each starts a fresh application; at the end it fails when a due job was left over.
#[proc_macro_attribute]
pub fn db_test(_: TokenStream, item: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = item.clone().into_iter().collect();
    let is_fn = |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if ident.to_string() == "fn");
    let Some(TokenTree::Ident(name)) = tokens.iter().position(is_fn).and_then(|place| tokens.get(place + 1)) else {
        return "compile_error!(\"#[db_test] stands above an async fn\");".parse().unwrap_or_default();
    };
    let tests = format!(
        "mod {name} {{
            #[test]
            fn sqlite() {{ ::testkit::run(::testkit::Engine::Sqlite, super::{name}); }}
            #[test]
            fn postgres() {{ ::testkit::run(::testkit::Engine::Postgres, super::{name}); }}
        }}"
    );
    let mut output = item;
    output.extend(tests.parse::<TokenStream>().unwrap_or_default());
    output
}
