//! The schemes that the tests score against: the two built in, and a variant of the default.

use selfscore_core::scheme::{Scheme, builtin};

use super::altered::altered;

/// The scheme of the notice: six criteria, 95 points.
pub fn default_scheme() -> Scheme {
    builtin().expect("the built-in schemes read").remove(0)
}

/// The scheme with indicator 7 filled in: 100 points.
pub fn completed_scheme() -> Scheme {
    builtin().expect("the built-in schemes read").remove(1)
}

/// The default scheme with the rival reading of clause ⑤: the mean of the roles' means.
pub fn over_roles_scheme() -> Scheme {
    let bytes = altered(|file| {
        file["groups"][0]["indicators"][0]["criteria"][0]["rule"]["mean"] = "over_roles".into();
    });
    Scheme::read(&bytes).expect("the variant reads")
}
