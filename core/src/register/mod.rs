//! The register (任务分工): which unit leads and which units support each task.
//!
//! As CSV with the headings `number,title,lead,supporting…` or their Chinese names, or as
//! JSON. It fills in a unit's task list, and it tells which tasks a form leaves out.

mod read;

use std::collections::HashSet;

use serde::Serialize;

use crate::answer::Task;
use crate::form::{ReadError, Reason, decode};
use crate::scheme::Role;
use crate::scoring::Unlisted;
use crate::{table, typed};

/// Who does what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Register {
    /// The tasks, in the register's order.
    pub tasks: Vec<Assigned>,
}

/// A task and its units.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assigned {
    /// Its number (序号); no two tasks have the same.
    #[cfg_attr(feature = "schema", schemars(schema_with = "number_schema"))]
    pub number: String,
    /// Its title.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub title: String,
    /// The units that lead it (牵头单位).
    #[cfg_attr(feature = "schema", schemars(default, schema_with = "units_schema"))]
    pub lead: Vec<String>,
    /// The units that support it (配合单位).
    #[cfg_attr(feature = "schema", schemars(default, schema_with = "units_schema"))]
    pub supporting: Vec<String>,
}

#[cfg(feature = "schema")]
fn number_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "type": ["string", "integer"] })
}

#[cfg(feature = "schema")]
fn units_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({
        "anyOf": [
            { "type": "array", "items": { "type": "string" } },
            { "type": "string", "description": "several, apart by blanks, commas, 、 or semicolons" }
        ]
    })
}

impl Register {
    /// Reads a register: JSON if it begins with `{` or `[`, else CSV.
    ///
    /// # Errors
    /// The first thing that cannot be read, with its place.
    pub fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        let text = table::text(bytes)?;
        let tasks = match text.trim_start().starts_with(['{', '[']) {
            true => read::from_json(decode::json(text)?)?,
            false => read::from_csv(text)?,
        };
        let mut seen = HashSet::new();
        for (place, task) in &tasks {
            if task.number.is_empty() {
                return Err(ReadError::new(place.clone(), Reason::Empty));
            }
            if !seen.insert(typed::task_number(&task.number)) {
                let reason = Reason::RepeatedKey(task.number.clone());
                return Err(ReadError::new(place.clone(), reason));
            }
        }
        Ok(Register { tasks: tasks.into_iter().map(|(_, task)| task).collect() })
    }

    /// The tasks of a unit, which may be known under several names (with the district's name and
    /// masked). Who leads a task and also supports it leads it.
    pub fn tasks_of(&self, names: &[&str]) -> Vec<(&Assigned, Role)> {
        let names: Vec<String> = names.iter().map(|name| typed::name(name)).collect();
        let among = |units: &[String]| {
            units.iter().any(|unit| !unit.is_empty() && names.contains(&typed::name(unit)))
        };
        let role = |task: &Assigned| {
            let supporting = || among(&task.supporting).then_some(Role::Supporting);
            if among(&task.lead) { Some(Role::Lead) } else { supporting() }
        };
        self.tasks.iter().filter_map(|task| Some((task, role(task)?))).collect()
    }

    /// The tasks of a unit that its form leaves out. Tasks are matched by their numbers; blanks
    /// and leading zeros make no difference.
    pub fn unlisted(&self, names: &[&str], tasks: &[Task]) -> Vec<Unlisted> {
        let listed: HashSet<String> =
            tasks.iter().map(|task| typed::task_number(&task.number)).collect();
        let left_out = |(task, role): (&Assigned, Role)| {
            let found = listed.contains(&typed::task_number(&task.number));
            (!found).then(|| Unlisted { number: task.number.clone(), role })
        };
        self.tasks_of(names).into_iter().filter_map(left_out).collect()
    }
}
