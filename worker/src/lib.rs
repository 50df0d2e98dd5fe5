//! What reads and checks files in a worker, so that the page answers all the while. It is a module of its own
//! for two reasons: it is built for speed, where the page is built to be small, and nobody who only fills
//! in a form loads it. There may be several of them, each with its share of the files.

mod check;
mod scope;
mod source;

use std::cell::RefCell;
use std::rc::Rc;

use selfscore_intake::message::{self, Ask, Told};
use selfscore_intake::pieces::Piece;
use wasm_bindgen::prelude::*;
use web_sys::File;

use check::Checker;

/// What a worker does; called once, when it starts.
#[wasm_bindgen]
pub fn work() {
    let checker = Rc::new(RefCell::new(None));
    scope::listen(move |asked| match message::asked(&asked) {
        Some((Ask::Begin(grounds), _)) => match Checker::of(grounds) {
            Some(ready) => *checker.borrow_mut() = Some(ready),
            // An error of the worker's is what the page hears of.
            None => wasm_bindgen::throw_str("nothing can be checked by these grounds"),
        },
        Some((Ask::Read(pieces), files)) => {
            let checker = checker.clone();
            // The page asks for the next ones when it was told of these.
            wasm_bindgen_futures::spawn_local(async move {
                let taken = checker.borrow_mut().take();
                if let Some(mut mine) = taken {
                    let told = read(&mut mine, &pieces, &files).await;
                    *checker.borrow_mut() = Some(mine);
                    if let Ok(told) = message::tell(told) {
                        scope::say(&told);
                    }
                }
            });
        }
        None => wasm_bindgen::throw_str("not understood"),
    });
}

async fn read(checker: &mut Checker, pieces: &[Piece], files: &[File]) -> Told {
    let mut told = Told::default();
    for (piece, (one, file)) in (0..).zip(pieces.iter().zip(files)) {
        let lines = source::each(checker, piece, one, file, &mut told.items).await;
        told.lines.push(lines);
    }
    told.rows = checker.rows();
    told
}
