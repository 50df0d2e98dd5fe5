//! ZIPs made by hand, as other programs make them.

#![allow(dead_code, reason = "each test file uses a part of it")]

/// Files as they are.
pub fn stored(files: &[(Vec<u8>, Vec<u8>)]) -> Vec<u8> {
    zip(files, 0, |contents| contents.to_vec())
}

/// Files packed by Deflate.
pub fn packed(files: &[(Vec<u8>, Vec<u8>)]) -> Vec<u8> {
    zip(files, 8, |contents| miniz_oxide::deflate::compress_to_vec(contents, 6))
}

fn zip(files: &[(Vec<u8>, Vec<u8>)], method: u16, pack: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let (mut all, mut list) = (Vec::new(), Vec::new());
    for (name, contents) in files {
        let packed = pack(contents);
        let at = all.len() as u32;
        // Version, flags, method, time, date, CRC-32, sizes, lengths of name and extra field.
        let mut header = Vec::new();
        for short in [20, 0, method, 0, 33] {
            header.extend(u16::to_le_bytes(short));
        }
        header.extend(crc32fast::hash(contents).to_le_bytes());
        header.extend((packed.len() as u32).to_le_bytes());
        header.extend((contents.len() as u32).to_le_bytes());
        header.extend((name.len() as u16).to_le_bytes());
        header.extend([0, 0]);
        all.extend(b"PK\x03\x04");
        all.extend(&header);
        all.extend(name);
        all.extend(packed);
        list.extend(b"PK\x01\x02\x14\0");
        list.extend(&header);
        // Comment, part, attributes; then where it begins.
        list.extend([0; 10]);
        list.extend(at.to_le_bytes());
        list.extend(name);
    }
    let (at, count) = (all.len() as u32, files.len() as u16);
    all.extend(&list);
    all.extend(b"PK\x05\x06\0\0\0\0");
    all.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    all.extend((list.len() as u32).to_le_bytes());
    all.extend(at.to_le_bytes());
    all.extend([0, 0]);
    all
}
