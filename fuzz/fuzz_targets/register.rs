//! Registers of tasks.
#![no_main]

use libfuzzer_sys::fuzz_target;
use selfscore_core::encoding;
use selfscore_core::register::Register;

fuzz_target!(|bytes: &[u8]| {
    let Ok((text, _)) = encoding::utf8(bytes, selfscore_fuzz::gb18030) else { return };
    let Ok(register) = Register::read(&text) else { return };
    for assigned in &register.tasks {
        let units = assigned.lead.iter().chain(&assigned.supporting);
        for unit in units {
            let theirs = register.tasks_of(&[unit]);
            assert!(
                theirs.iter().any(|(task, _)| task.number == assigned.number),
                "whom a task names has it"
            );
        }
    }
});
