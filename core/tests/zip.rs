//! ZIPs: what is written is read by other programs and by our own reader; what lies is refused.

use std::io::{Cursor, Write};
use std::process::{Command, Stdio};

use proptest::prelude::*;
use selfscore_core::evidence::Summing;
use selfscore_core::limits;
use selfscore_core::zip::{
    Archive, Directory, DosTime, End, Fault, Inflater, Member, Packed, TAIL, Unread, Writer,
    contents_at, directory, end, end64,
};

const TIME: &str = "2022-01-12T09:30:08+08:00";

/// A ZIP of these files.
fn zip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = Writer::new(DosTime::of(TIME));
    let mut out = Vec::new();
    for (name, contents) in files {
        let mut sums = Summing::default();
        sums.update(contents);
        let header = writer.file(name, contents.len() as u64, sums.finish().crc32);
        out.extend(header.expect("a short name"));
        out.extend(contents);
    }
    out.extend(writer.finish());
    out
}

fn files() -> Vec<(String, Vec<u8>)> {
    vec![
        ("自评表.json".into(), b"{}".to_vec()),
        ("佐证材料/03-2_任务细化措施.pdf".into(), vec![7; 70_000]),
        ("佐证材料/空.txt".into(), Vec::new()),
    ]
}

/// The list of a ZIP, as a reader of slices gets to it.
fn list(bytes: &[u8]) -> Result<Vec<Member>, Fault> {
    let size = bytes.len() as u64;
    let from = size.saturating_sub(TAIL) as usize;
    let found = match end(&bytes[from..], size)? {
        End::Here(found) => found,
        End::There(at) => {
            let at = usize::try_from(at).map_err(|_| Fault::Damaged)?;
            end64(bytes.get(at..at.saturating_add(56)).ok_or(Fault::Damaged)?, size)?
        }
    };
    let (from, to) = (found.at as usize, (found.at + found.bytes) as usize);
    directory(&bytes[from..to], found)
}

fn contents<'b>(bytes: &'b [u8], member: &Member) -> &'b [u8] {
    let at = member.at as usize;
    let from = contents_at(&bytes[at..at + 30], member).expect("a header") as usize;
    &bytes[from..from + member.packed_bytes as usize]
}

#[test]
fn our_own_reader_reads_it() {
    let bytes = zip(&files());
    let members = list(&bytes).expect("a ZIP");
    assert_eq!(members.len(), 3);
    for (member, (name, content)) in members.iter().zip(files()) {
        assert_eq!(member.name, name.as_bytes());
        assert!(member.utf8);
        assert_eq!(member.packed, Packed::Stored);
        assert_eq!(contents(&bytes, member), content);
    }
}

/// Another program's reading, where it is there: names, sizes and the test of every CRC-32.
#[test]
fn python_reads_it_with_its_chinese_names() {
    const READ: &str = "import sys,io,zipfile\n\
        z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\n\
        assert z.testzip() is None\n\
        for i in z.infolist():\n  sys.stdout.buffer.write(f'{i.filename}|{i.file_size}|{i.compress_type}|{i.date_time}\\n'.encode())";
    let child = Command::new("python3")
        .args(["-c", READ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    // Without Python the browser tests still open packages with another program.
    let Ok(mut child) = child else { return };
    child.stdin.take().expect("a pipe").write_all(&zip(&files())).expect("written");
    let output = child.wait_with_output().expect("an end");
    assert!(output.status.success());
    assert_eq!(
        String::from_utf8(output.stdout).expect("UTF-8"),
        "自评表.json|2|0|(2022, 1, 12, 9, 30, 8)\n\
         佐证材料/03-2_任务细化措施.pdf|70000|0|(2022, 1, 12, 9, 30, 8)\n\
         佐证材料/空.txt|0|0|(2022, 1, 12, 9, 30, 8)\n"
    );
}

/// Sizes and places beyond 32 bits. The contents are not made, only what is said of them.
#[test]
fn numbers_beyond_32_bits_stand_in_the_extra_field() {
    const GB5: u64 = 5_000_000_000;
    let mut writer = Writer::new(DosTime::of(TIME));
    let first = writer.file("大.bin", GB5, 1).expect("a short name");
    let second = writer.file("后.bin", 3, 2).expect("a short name");
    let tail = writer.finish();
    let start = first.len() as u64 + GB5 + second.len() as u64 + 3;
    let size = start + tail.len() as u64;
    // 30 bytes, the name of 7 bytes, an extra field of 4 + 16.
    assert_eq!(first.len(), 57);
    assert_eq!(second.len(), 37);
    let Ok(End::There(at)) = end(&tail, size) else { panic!("a longer record") };
    let record = (at - start) as usize;
    let found = end64(&tail[record..record + 56], size).expect("a record");
    assert_eq!((found.at, found.bytes), (start, record as u64));
    let members = directory(&tail[..record], found).expect("a list");
    assert_eq!((members[0].bytes, members[0].packed_bytes, members[0].at), (GB5, GB5, 0));
    assert_eq!((members[1].bytes, members[1].at), (3, 57 + GB5));
}

#[test]
fn a_count_beyond_16_bits_is_written_and_refused_as_too_many() {
    let mut writer = Writer::new(DosTime::of(TIME));
    let mut out = Vec::new();
    for _ in 0..65_535 {
        out.extend(writer.file("x", 0, 0).expect("a short name"));
    }
    out.extend(writer.finish());
    assert_eq!(list(&out), Err(Fault::TooMany));
}

/// R22: counts and sizes that are declared and not there.
#[test]
fn r22_lying_counts_are_refused_before_anything_is_made_room_for() {
    let whole = zip(&files());
    let at = whole.len() - 22;
    let lie = |from: usize, value: &[u8]| {
        let mut bytes = whole.clone();
        bytes[from..from + value.len()].copy_from_slice(value);
        list(&bytes)
    };
    // One file more, one less, very many.
    assert_eq!(lie(at + 8, &[4, 0, 4, 0]), Err(Fault::Damaged));
    assert_eq!(lie(at + 8, &[2, 0, 2, 0]), Err(Fault::Damaged));
    assert_eq!(lie(at + 8, &[255, 254, 255, 254]), Err(Fault::TooMany));
    // A list of 4 GB, one that lies beyond the end.
    assert_eq!(lie(at + 12, &[255, 255, 255, 254]), Err(Fault::TooMany));
    assert_eq!(lie(at + 16, &[255, 255, 255, 254]), Err(Fault::Damaged));
    // Another part of several.
    assert_eq!(lie(at + 4, &[1, 0]), Err(Fault::Split));
}

/// R20: files over each other, as bombs have them; a size that says less than comes out.
#[test]
fn r20_files_over_each_other_are_refused() {
    let mut bytes = zip(&files());
    let members = list(&bytes).expect("a ZIP");
    let place = members[1].at as u32;
    let central = bytes.len() - 22 - list_bytes(&bytes);
    // The first entry of the list now points at the second file.
    bytes[central + 42..central + 46].copy_from_slice(&place.to_le_bytes());
    assert_eq!(list(&bytes), Err(Fault::Damaged));
}

fn list_bytes(bytes: &[u8]) -> usize {
    let at = bytes.len() - 10;
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four")) as usize
}

#[test]
fn an_archive_gives_each_file_as_far_as_it_may_be() {
    let bytes = zip(&files());
    let mut archive = Archive::open(Cursor::new(&bytes)).expect("a ZIP");
    let members = archive.members().to_vec();
    for (member, (_, content)) in members.iter().zip(files()) {
        assert_eq!(archive.contents(member, 70_000).expect("whole"), content);
    }
    let fault = |read: Result<Vec<u8>, Unread>| match read {
        Err(Unread::Fault(fault)) => fault,
        other => panic!("{other:?}"),
    };
    assert_eq!(fault(archive.contents(&members[1], 69_999)), Fault::TooLarge);
    // Other contents than the list says, and a file cut off since the list was read.
    let mut other = bytes.clone();
    let at = other.windows(2).position(|two| two == b"{}").expect("there");
    other[at] ^= 1;
    let mut archive = Archive::open(Cursor::new(&other)).expect("a ZIP");
    assert_eq!(fault(archive.contents(&members[0], 100)), Fault::Damaged);
    let mut beyond = members[0].clone();
    beyond.packed_bytes = 1 << 40;
    assert_eq!(fault(archive.contents(&beyond, 100)), Fault::Damaged);
    assert!(matches!(Archive::open(Cursor::new(b"PK")), Err(Unread::Fault(Fault::NotZip))));
}

/// What Deflate makes of a megabyte of zeros, by blocks of 258 that repeat: here by a coder of others.
fn deflated(contents: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec(contents, 9)
}

/// Unpacks through an output of that size; the contents, or why not.
fn unpack(packed: &[u8], bytes: u64, room: usize) -> Result<Vec<u8>, Fault> {
    let mut inflater = Inflater::new(bytes);
    let mut output = vec![0; room];
    let mut all = Vec::new();
    let mut at = 0;
    loop {
        let input = &packed[at..packed.len().min(at + 100)];
        let step = inflater.step(input, &mut output)?;
        at += step.read;
        all.extend(&output[..step.written]);
        if step.done {
            return Ok(all);
        }
        if step.read == 0 && step.written == 0 {
            return Err(Fault::Damaged);
        }
    }
}

#[test]
fn r20_a_bomb_ends_where_its_declared_size_does() {
    let zeros = vec![0; 8 << 20];
    let packed = deflated(&zeros);
    assert!(packed.len() < 10_000, "a thousandth");
    // R21: the honest one is unpacked, whatever its ratio.
    assert_eq!(unpack(&packed, 8 << 20, 1 << 16).as_deref(), Ok(&zeros[..]));
    assert_eq!(unpack(&packed, 1 << 20, 1 << 16), Err(Fault::TooLarge));
    assert_eq!(unpack(&packed, (8 << 20) + 1, 1 << 16), Err(Fault::Damaged));
}

#[test]
fn what_other_programs_write_is_read_or_named() {
    let whole = zip(&files());
    let central = whole.len() - 22 - list_bytes(&whole);
    let with = |at: usize, value: &[u8]| {
        let mut bytes = whole.clone();
        bytes[central + at..central + at + value.len()].copy_from_slice(value);
        list(&bytes).map(|members| members[0].clone())
    };
    assert_eq!(with(8, &[1, 8]), Err(Fault::Encrypted));
    assert_eq!(with(10, &[93, 0]), Err(Fault::Method(93)));
    // Stored, yet of another size packed.
    assert_eq!(with(24, &[3, 0, 0, 0]), Err(Fault::Damaged));
    assert!(with(8, &[0, 0]).is_ok_and(|member| !member.utf8));
    assert_eq!(list(b"PK"), Err(Fault::NotZip));
    assert_eq!(list(&whole[..whole.len() - 1]), Err(Fault::NotZip));
    assert_eq!(list(b""), Err(Fault::NotZip));
    // A comment at the end, as some programs put it.
    let mut commented = whole.clone();
    let at = commented.len() - 2;
    commented[at] = 5;
    commented.extend(b"PK\x05\x06!");
    assert_eq!(list(&commented).map(|members| members.len()), Ok(3));
}

#[test]
fn a_unicode_name_beside_another_counts_if_it_belongs_to_it() {
    // An entry of the list by hand: an empty file called "a" that is also called 甲.
    let name = b"a";
    let mut extra = vec![0x75, 0x70, 8, 0, 1];
    extra.extend(crc32fast::hash(name).to_le_bytes());
    extra.extend("甲".as_bytes());
    let entry = |extra: &[u8]| {
        let mut bytes = vec![0; 46];
        bytes[..4].copy_from_slice(b"PK\x01\x02");
        bytes[28] = 1;
        bytes[30] = extra.len() as u8;
        bytes.extend(name);
        bytes.extend(extra);
        bytes
    };
    let read = |extra: &[u8]| {
        let bytes = entry(extra);
        // A list of one entry behind a file's header.
        let mut tail = b"PK\x05\x06\0\0\0\0\x01\0\x01\0".to_vec();
        tail.extend((bytes.len() as u32).to_le_bytes());
        tail.extend(31u32.to_le_bytes());
        tail.extend([0, 0]);
        let found: Directory = match end(&tail, 31 + bytes.len() as u64 + 22) {
            Ok(End::Here(found)) => found,
            other => panic!("{other:?}"),
        };
        directory(&bytes, found).expect("a list").remove(0).name
    };
    assert_eq!(read(&extra), "甲".as_bytes());
    extra[5] ^= 1;
    assert_eq!(read(&extra), b"a");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_files_come_back(
        files in prop::collection::vec((".{0,40}", prop::collection::vec(any::<u8>(), 0..200)), 0..20)
    ) {
        // What ends with a slash is a folder, and no file.
        let files: Vec<(String, Vec<u8>)> =
            files.into_iter().map(|(name, contents)| (name + "x", contents)).collect();
        let bytes = zip(&files);
        let members = list(&bytes).expect("a ZIP");
        prop_assert_eq!(members.len(), files.len());
        for (member, (name, content)) in members.iter().zip(&files) {
            prop_assert_eq!(&member.name, name.as_bytes());
            prop_assert_eq!(contents(&bytes, member), &content[..]);
            prop_assert_eq!(member.crc32, crc32fast::hash(content));
        }
    }

    #[test]
    fn no_bytes_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..300), keep in any::<bool>()) {
        // Half of them with a true end.
        if keep {
            bytes.extend(zip(&files()));
            let at = bytes.len() / 2;
            bytes[at] ^= 0x55;
        }
        let _ = list(&bytes);
        let _ = unpack(&bytes, 1 << 16, 100);
        if let Ok(mut archive) = Archive::open(Cursor::new(&bytes)) {
            for member in archive.members().to_vec() {
                let _ = archive.contents(&member, 1 << 16);
            }
        }
    }

    #[test]
    fn whatever_is_packed_comes_back(contents in prop::collection::vec(any::<u8>(), 0..3_000), room in 1usize..400) {
        prop_assert_eq!(unpack(&deflated(&contents), contents.len() as u64, room), Ok(contents));
    }
}

#[test]
fn the_bounds_hold_a_list_of_evidence_with_its_forms() {
    const { assert!(limits::PACKAGE_FILES > limits::EVIDENCE + 5) };
}
