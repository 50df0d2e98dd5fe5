//! A register arranged to be asked for one unit after the other.

use std::collections::HashMap;

use crate::register::{Assigned, Register};
use crate::scheme::Role;
use crate::typed;

/// Who does what, by unit and by task.
#[derive(Clone, Debug, Default)]
pub struct Roll {
    register: Register,
    by_unit: HashMap<String, Vec<(usize, Role)>>,
}

impl Roll {
    /// Arranges a register.
    pub fn of(register: Register) -> Self {
        let mut by_unit: HashMap<String, Vec<(usize, Role)>> = HashMap::new();
        for (at, task) in register.tasks.iter().enumerate() {
            let roles = [(Role::Lead, &task.lead), (Role::Supporting, &task.supporting)];
            for (role, units) in roles {
                for unit in units.iter().filter(|unit| !unit.is_empty()) {
                    let tasks = by_unit.entry(typed::name(unit)).or_default();
                    // Who leads a task and also supports it leads it.
                    if tasks.last().is_none_or(|(last, _)| *last != at) {
                        tasks.push((at, role));
                    }
                }
            }
        }
        Roll { register, by_unit }
    }

    /// The register.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// The tasks of a unit, which may be known under two names, in the register's order.
    pub fn tasks_of(&self, names: [&str; 2]) -> Vec<(&Assigned, Role)> {
        let [first, second] = names.map(typed::name);
        let mut tasks = self.by_unit.get(&first).cloned().unwrap_or_default();
        if first != second {
            tasks.extend(self.by_unit.get(&second).into_iter().flatten());
            tasks.sort_unstable_by_key(|(at, role)| (*at, *role != Role::Lead));
            tasks.dedup_by_key(|(at, _)| *at);
        }
        let task = |(at, role): (usize, Role)| Some((self.register.tasks.get(at)?, role));
        tasks.into_iter().filter_map(task).collect()
    }
}
