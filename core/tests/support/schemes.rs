//! The schemes that the tests score against: the two built in, and a variant of the default.

use selfscore_core::scheme::{Scheme, builtin};
use serde_json::Value;

/// The default scheme's file, as the program has it built in.
const DEFAULT_TEXT: &str = include_str!("../../../schemes/business-environment-2021.json");

/// The scheme of the notice: six criteria, 95 points.
pub fn default_scheme() -> Scheme {
    builtin().expect("the built-in schemes read").remove(0)
}

/// The scheme with indicator 7 filled in: 100 points.
pub fn completed_scheme() -> Scheme {
    builtin().expect("the built-in schemes read").remove(1)
}

/// The default scheme's file with something changed.
pub fn altered(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut file: Value = serde_json::from_str(DEFAULT_TEXT).expect("the scheme file is JSON");
    change(&mut file);
    file.to_string().into_bytes()
}

/// The default scheme with the rival reading of clause ⑤: the mean of the roles' means.
pub fn over_roles_scheme() -> Scheme {
    let bytes = altered(|file| {
        file["groups"][0]["indicators"][0]["criteria"][0]["rule"]["mean"] = "over_roles".into();
    });
    Scheme::read(&bytes).expect("the variant reads")
}
