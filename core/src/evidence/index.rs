//! The index of evidence (佐证材料目录) as a table.

use selfscore_wording::{Lang, changes, columns, evidence as words};

use super::name::safe_all;
use super::{Claim, number_key};
use crate::form::{Evidence, csv};
use crate::scheme::Scheme;

/// The index as CSV for spreadsheets, with the names that the files have in a package and what
/// each is evidence of.
pub fn index(scheme: &Scheme, evidence: &[Evidence], claims: &[Claim], lang: Lang) -> Vec<u8> {
    let headings = [
        columns::number(lang),
        words::column_number(lang),
        words::column_name(lang),
        words::column_bytes(lang),
        "SHA-256",
        words::column_claims(lang),
    ];
    let mut rows = vec![headings.map(str::to_owned).to_vec()];
    let names = safe_all(evidence.iter().map(|piece| piece.name.as_str()));
    for (at, (piece, name)) in evidence.iter().zip(names).enumerate() {
        let key = number_key(&piece.number);
        let cites = |claim: &&Claim| claim.numbers.iter().any(|number| number_key(number) == key);
        let by = claims.iter().filter(cites).map(|claim| claim.words(scheme, lang));
        rows.push(vec![
            (at + 1).to_string(),
            piece.number.clone(),
            name,
            piece.bytes.map(|bytes| bytes.to_string()).unwrap_or_default(),
            piece.sha256.clone(),
            by.collect::<Vec<_>>().join(changes::comma(lang)),
        ]);
    }
    csv::bytes(&rows)
}
