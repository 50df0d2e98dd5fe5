//! A QR code as a path to draw.

use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of white around a QR code, which readers need.
pub const QUIET: i32 = 4;

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules on each side, without the white around.
    pub size: i32,
    /// The dark modules as a path of SVG, a module being one unit.
    pub path: String,
}

/// The QR code of a text; `None` where it is too long for one.
pub fn qr(text: &str) -> Option<Qr> {
    // At level M about 15 % of it may be lost to folds and stamps.
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let dark = (x..size).take_while(|at| code.get_module(*at, y)).count() as i32;
            if dark > 0 {
                path += &format!("M{x} {y}h{dark}v1h-{dark}z");
            }
            x += dark.max(1);
        }
    }
    Some(Qr { size, path })
}

#[cfg(test)]
mod tests {
    use super::qr;

    #[test]
    fn draws_the_three_finders() {
        let qr = qr("SELFSCORE1").unwrap();
        // ISO/IEC 18004: version 1 has 21 modules, and a finder's upper edge is seven dark ones.
        assert_eq!(qr.size, 21);
        for finder in ["M0 0h7v1h-7z", "M14 0h7v1h-7z", "M0 14h7v1h-7z"] {
            assert!(qr.path.contains(finder), "{finder}");
        }
        assert!(super::qr(&"长".repeat(2_000)).is_none());
    }
}
