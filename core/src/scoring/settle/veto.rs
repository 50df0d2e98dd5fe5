//! What makes a total void.

use crate::issue::field;
use crate::points::Points;
use crate::scheme::Criterion;
use crate::scoring::Fill;
use crate::scoring::pair::PairedVeto;
use crate::text::Text;
use crate::trace::{Name, Op, StepName, Term, Tracer};

/// A criterion that can make the total void.
pub(in crate::scoring) struct VetoFound<'a> {
    pub(super) at_most: Points,
    /// What happened first, with its clause; `None` if nothing did or the answer is missing.
    pub(super) happened: Option<(Text, &'a str)>,
    pub(super) missing: bool,
    pub(super) title: Text,
    pub(super) field: String,
}

impl<'a> VetoFound<'a> {
    pub fn new(criterion: &'a Criterion, veto: &PairedVeto<'a>) -> Self {
        let first = veto.happened.as_ref().and_then(|all| all.first());
        VetoFound {
            at_most: veto.rule.at_most,
            happened: first.map(|item| (item.label.clone(), item.clause.as_str())),
            missing: veto.happened.is_none(),
            title: criterion.title.clone(),
            field: field::part(&criterion.id, "done"),
        }
    }
}

/// The total with its vetoes.
pub(super) fn vetoed(
    vetoes: &[VetoFound<'_>],
    fill: Fill,
    points: Term,
    tracer: &mut Tracer,
) -> Term {
    let mut points = points;
    for veto in vetoes {
        let (name, clause) = match &veto.happened {
            Some((label, clause)) => (Name::Veto(label.clone()), Some(*clause)),
            None => (Name::Veto(veto.title.clone()), None),
        };
        let most = match (&veto.happened, veto.missing, fill) {
            (Some(_), ..) => tracer.given(name, veto.at_most.value()),
            (None, true, Fill::Worst) => {
                tracer.missing(name, veto.at_most.value(), veto.field.clone())
            }
            _ => continue,
        };
        points = tracer.step(StepName::Vetoed, Op::Least, vec![points, most], clause);
    }
    points
}
