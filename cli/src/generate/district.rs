//! A district: its tasks, who leads and supports each, and how far each really is.

use std::io;

use rust_decimal::Decimal;
use selfscore_core::scheme::Scheme;

/// A task, and the truth about it that all its units tell.
pub struct Common {
    pub number: String,
    pub title: String,
    pub lead: usize,
    pub supporting: Vec<usize>,
    /// Per cent.
    pub completion: Decimal,
    pub in_debugging: bool,
}

/// Tasks and the units, by their places in the scheme's list, that have a part in them.
pub struct District {
    pub tasks: Vec<Common>,
    units: Vec<String>,
}

const TITLES: [&str; 8] = [
    "推进企业开办一网通办",
    "压缩工程建设项目审批时间",
    "优化不动产登记服务",
    "完善政务服务“好差评”",
    "推行证照分离改革",
    "提升获得用水用电便利度",
    "规范中介服务",
    "建立企业诉求快速响应机制",
];

impl District {
    /// One with so many tasks for each unit on average, one of which it leads.
    pub fn new(scheme: &Scheme, tasks: usize, random: &mut fastrand::Rng) -> Self {
        let units = scheme.file().units.clone();
        let count = units.len();
        let tasks = (0..count)
            .map(|at| {
                let others = tasks.saturating_sub(1).min(count - 1);
                let mut supporting: Vec<usize> = (0..count).filter(|unit| *unit != at).collect();
                random.shuffle(&mut supporting);
                supporting.truncate(others);
                supporting.sort_unstable();
                let title = TITLES[random.usize(..TITLES.len())];
                Common {
                    number: (at + 1).to_string(),
                    title: format!("{title}（{}）", at + 1),
                    lead: at,
                    supporting,
                    completion: completion(random),
                    in_debugging: random.u8(..20) == 0,
                }
            })
            .collect();
        District { tasks, units }
    }

    /// The register as a table.
    pub fn csv(&self) -> io::Result<Vec<u8>> {
        let mut table = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        table.write_record(["number", "title", "lead", "supporting"])?;
        for task in &self.tasks {
            let supporting: Vec<&str> =
                task.supporting.iter().map(|unit| self.units[*unit].as_str()).collect();
            let lead = self.units[task.lead].as_str();
            table.write_record([&task.number, &task.title, lead, &supporting.join("、")])?;
        }
        table.into_inner().map_err(|error| io::Error::other(error.to_string()))
    }
}

/// Most tasks are done; of the others some lie at the very edges of the bands.
fn completion(random: &mut fastrand::Rng) -> Decimal {
    match random.u8(..10) {
        0..=5 => Decimal::ONE_HUNDRED,
        6 => Decimal::new([5999, 6000, 6001, 9999][random.usize(..4)], 2),
        7 => Decimal::new(random.i64(0..6000), 2),
        _ => Decimal::new(random.i64(6000..10_000), 2),
    }
    .normalize()
}
