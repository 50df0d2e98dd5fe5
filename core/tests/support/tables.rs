//! The schemes of `schemes/tables/`: real tables, as far as their words were at hand, and an example
//! of our own.

use std::collections::BTreeMap;
use std::path::Path;

use selfscore_core::scheme::Scheme;

/// Every scheme of the folder by its file's name, which is its id.
pub fn table_schemes() -> BTreeMap<String, Scheme> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemes/tables");
    let files = std::fs::read_dir(folder).expect("the folder of tables");
    let paths = files.map(|file| file.expect("a file").path());
    let schemes = paths.filter(|path| path.extension().is_some_and(|e| e == "json")).map(|path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).expect("a scheme file");
        let scheme = Scheme::read(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, scheme)
    });
    schemes.collect()
}
