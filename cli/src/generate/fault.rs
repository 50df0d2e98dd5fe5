//! The faults that a form can have.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Unreadable,
    NewerVersion,
    OtherScheme,
    UnknownUnit,
    Incomplete,
    FiguresDiffer,
    ChangedAfterExport,
    TaskMissing,
    TaskUnassigned,
    RoleDiffers,
    EvidenceMissing,
    Duplicate,
    NotSubmitted,
    Late,
}

impl Fault {
    const ALL: [Fault; 14] = [
        Fault::Unreadable,
        Fault::NewerVersion,
        Fault::OtherScheme,
        Fault::UnknownUnit,
        Fault::Incomplete,
        Fault::FiguresDiffer,
        Fault::ChangedAfterExport,
        Fault::TaskMissing,
        Fault::TaskUnassigned,
        Fault::RoleDiffers,
        Fault::EvidenceMissing,
        Fault::Duplicate,
        Fault::NotSubmitted,
        Fault::Late,
    ];

    /// Whether a form shows it by itself: without a register, a table of receipt and other forms.
    fn shows_alone(&self) -> bool {
        !matches!(
            self,
            Fault::TaskMissing
                | Fault::TaskUnassigned
                | Fault::RoleDiffers
                | Fault::Duplicate
                | Fault::NotSubmitted
                | Fault::Late
        )
    }

    /// One of all, or of those that a form shows by itself; in that share of cases, a hundred at most.
    pub(super) fn drawn(alone: bool, share: u32, random: &mut fastrand::Rng) -> Option<Self> {
        if random.u32(..100) >= share {
            return None;
        }
        let fits = Fault::ALL.into_iter().filter(|fault| !alone || fault.shows_alone());
        let fits: Vec<Fault> = fits.collect();
        fits.get(random.usize(..fits.len())).copied()
    }
}
