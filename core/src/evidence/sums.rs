//! Size, digest and CRC-32 of a file in one pass.

use crc32fast::Hasher;
use sha2::{Digest, Sha256};

/// A file of which some has been seen.
#[derive(Clone, Default)]
pub struct Summing {
    sha256: Sha256,
    crc32: Hasher,
    bytes: u64,
}

/// What a file came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    /// Its size.
    pub bytes: u64,
    /// SHA-256, lower-case hex.
    pub sha256: String,
    /// CRC-32, as ZIP wants it.
    pub crc32: u32,
}

impl Summing {
    /// The next piece.
    pub fn update(&mut self, piece: &[u8]) {
        self.sha256.update(piece);
        self.crc32.update(piece);
        self.bytes += piece.len() as u64;
    }

    /// The whole.
    pub fn finish(self) -> Sums {
        let digest = self.sha256.finalize();
        let sha256 = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Sums { bytes: self.bytes, sha256, crc32: self.crc32.finalize() }
    }
}

#[cfg(test)]
mod tests {
    use super::Summing;

    #[test]
    fn known_values() {
        // The check values of FIPS 180-2 ("abc") and of CRC-32/ISO-HDLC ("123456789").
        let mut abc = Summing::default();
        abc.update(b"a");
        abc.update(b"");
        abc.update(b"bc");
        let sums = abc.finish();
        assert_eq!(sums.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(sums.bytes, 3);
        let mut digits = Summing::default();
        digits.update(b"123456789");
        assert_eq!(digits.finish().crc32, 0xCBF4_3926);
    }
}
