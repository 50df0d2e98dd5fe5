//! Points as shown.

use selfscore_core::points::Points;
use selfscore_wording::{Lang, answers as words, page};

/// Points with fixed places and a minus sign that is as wide as a digit.
pub fn shown(points: Points, decimals: u32) -> String {
    points.fixed(decimals).replace('-', "−")
}

/// Points with as many decimals as they have.
pub fn exact(points: Points) -> String {
    points.to_string().replace('-', "−")
}

/// Points with their sign, as of a bonus or a penalty.
pub fn signed(points: Points, decimals: u32) -> String {
    match points > Points::ZERO {
        true => format!("+{}", shown(points, decimals)),
        false => shown(points, decimals),
    }
}

/// Points beside full marks; where these are nothing, alone. Where the points are still to be
/// settled, the least and the most of them.
pub fn beside(
    lang: Lang,
    points: Points,
    highest: Option<Points>,
    maximum: Points,
    decimals: u32,
) -> String {
    let low = shown(points, decimals);
    let high = highest.map(|high| shown(high, decimals));
    match (high, maximum == Points::ZERO) {
        (Some(high), true) => words::between_only(lang, low, high),
        (Some(high), false) => words::between(lang, low, high, maximum),
        (None, true) => low,
        (None, false) => page::points_of(lang, low, maximum),
    }
}
