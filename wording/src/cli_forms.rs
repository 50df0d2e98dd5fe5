//! The words of the command line where it checks and converts forms.

texts! {
    about_check => "核对申报表：逐份读取、重新计算、对照，再把所有表合起来看", "Check forms: each is read, recomputed and compared, then all of them together";
    about_convert => "转换申报表的格式：JSON、CSV、XLSX，或每行一份的 NDJSON", "Convert forms: JSON, CSV, XLSX, or one a line (NDJSON)";
    help_all_forms => "申报表文件（JSON、CSV、XLSX；ZIP 是带佐证材料的压缩包；.ndjson、.jsonl 每行一份）、存放它们的文件夹（含下级），或 -（标准输入，每行一份 JSON）", "Form files (JSON, CSV, XLSX; ZIP with evidence beside the form; .ndjson and .jsonl with one a line), folders of them (and those below), or - for standard input with JSON, one form a line";
    help_check_scheme => "核对所用的方案：文件，或自带方案的代号；不写则用默认方案", "Scheme to check by: a file, or the id of one that comes along; else the default one";
    help_register => "任务分工文件，CSV、XLSX 或 JSON", "The register of tasks, CSV, XLSX or JSON";
    help_received => "收到日期；晚于截止日期的会指出", "Date of receipt; forms later than the last day are pointed out";
    help_received_from => "收件登记表（CSV 或 XLSX），有“文件”或“单位”列和“收到日期”列；没有登记的按 --received", "Table of receipt (CSV or XLSX) with a column of files or units and one of dates; what it does not have goes by --received";
    help_alone => "只逐份核对，不看重复、未报送和各单位说法不一；占用的内存不随份数增加。只写一个文件时总是这样", "Each form by itself: nothing of duplicates, of units that handed in nothing, of differing accounts. Memory does not grow with the forms. So it is anyway where a single file is named";
    help_jobs => "同时核对的份数，默认与处理器核数相同；输出的顺序不变", "Forms at a time, by default as many as cores; the order of the output stays";
    help_check_format => "输出格式：text 供人阅读，csv 每行一处发现，ndjson 每行一份表", "Format of the output: text for people, csv a finding a row, ndjson a form a line";
    help_to => "转成哪种格式", "The format to write";
    help_out => "写到这个文件夹，文件名不变、扩展名改变；不写则把一份表写到标准输出", "Folder for the files, which keep their names but for the ending; else one form goes to standard output";
    help_force => "允许覆盖已有的文件", "Overwrite files that are there";
    help_written_by => "写 CSV、XLSX 所用的方案，可多次使用；自带方案不必写", "Scheme to write CSV and XLSX by, may be repeated; not needed for those that come along";
    no_day => "请写成 2022-01-14 这样的日期", "write a date like 2022-01-14";

    no_unit => "（没有填写单位）", "(no unit)";
    figures(claimed, recomputed) => "自评 {claimed}，重新计算 {recomputed}", "Claimed {claimed}, recomputed {recomputed}";
    not_claimed(recomputed) => "没有写明得分，重新计算 {recomputed}", "No figure stated, recomputed {recomputed}";
    not_complete(figures) => "{figures}，未填完", "{figures}, incomplete";
    not_recomputed => "没有重新计算", "Not recomputed";
    nothing_found => "没有发现问题", "Nothing found";
    found(kind, message) => "[{kind}] {message}", "[{kind}] {message}";
    remedy(text) => "处理：{text}", "Remedy: {text}";
    together => "所有表合起来看", "All forms together";
    counted(forms, faulty) => "共 {forms} 份表，有问题的 {faulty} 份", "Forms: {forms}, with findings: {faulty}";
    kinds(list) => "发现：{list}", "Findings: {list}";
    kind(name, count) => "{name} {count}", "{name} {count}";

    same_again(count) => "另有 {count} 份与同一单位的另一份内容相同，算一次报送", "Besides, {count} say the same as another of their unit and count as one with it";
    passed_over(count) => "略过不是自评表的文件 {count} 个", "Files passed over that are no forms: {count}";
    is_other(name, what) => "{name}：{what}，不是自评表，已略过", "{name}: {what}, no form, passed over";
    other_scheme_file => "考评方案", "a scheme";
    other_check => "核对进度文件", "the file of a check";
    other_feedback => "反馈文件", "a feedback file";
    other_draft => "草稿备份", "a backup of drafts";
    other_register => "任务分工", "a register of tasks";
    other_receipts => "收件登记表", "a table of receipt";
    other_package => "只有佐证材料的压缩包", "a package of evidence alone";
    peers_pending => "方案里有与其他单位比较的评分内容（按最好的折算、按名次）。逐份核对或从标准输入读取时不知道其他单位的数，这些内容没有结算。请把申报表存成文件，不加 --alone 再核对。", "The scheme has criteria that compare units (by the best, by the place). Where each form is checked by itself, or comes on standard input, the others' figures are not known, and these criteria are not settled. Keep the forms as files and check them without --alone.";
    receipts_no_column => "表头里没有“收到日期”，或者既没有“文件”也没有“单位”。", "The heading has no column of dates (收到日期, received), or none of files (文件, file) or units (单位, unit).";
    receipts_no_date(row, found) => "第 {row} 行：「{found}」不是日期，请写成 2022-01-14 这样。", "Row {row}: “{found}” is no date; write one like 2022-01-14.";
    receipts_twice(row, what) => "第 {row} 行：「{what}」前面已经登记了另一个日期。请删去一行。", "Row {row}: “{what}” stands above with another date. Remove one.";
    receipts_unused(count, first) => "收件登记表里有 {count} 行的文件不在这次核对的文件里：{first}。请核对文件名。", "The table of receipt has {count} rows whose files are not among those checked: {first}. Check their names.";

    lost => "程序出错，有几份表没有核对成。请用 --jobs 1 再试一次。", "The program failed, and some forms were not checked. Try again with --jobs 1.";

    kind_unreadable => "无法读取", "Unreadable";
    kind_newer_version => "版本更新", "Newer version";
    kind_other_scheme => "方案不符", "Other scheme";
    kind_unknown_unit => "单位不明", "Unknown unit";
    kind_incomplete => "未填完", "Incomplete";
    kind_figures_differ => "得分不符", "Figures differ";
    kind_changed_after_export => "导出后改动", "Changed after export";
    kind_task_missing => "任务漏列", "Task left out";
    kind_task_unassigned => "任务不符", "Task not assigned";
    kind_role_differs => "分工不符", "Role differs";
    kind_evidence_missing => "缺佐证材料", "Evidence missing";
    kind_duplicate => "重复报送", "Handed in twice";
    kind_late => "逾期", "Late";
    kind_not_submitted => "未报送", "Not submitted";
    kind_accounts_differ => "说法不一", "Accounts differ";

    csv_file => "文件", "File";
    csv_unit => "单位", "Unit";
    csv_criterion => "评分内容", "Criterion";
    csv_code => "类别", "Code";
    csv_claimed => "自评分", "Claimed";
    csv_recomputed => "重新计算", "Recomputed";
    csv_message => "发现", "Finding";
    csv_remedy => "处理", "Remedy";

    one_form_only => "不写 --out 时只能转换一份表。请用 --out 指定文件夹，或用 --to ndjson 写成每行一份。", "Without --out only one form can be converted. Name a folder by --out, or write one form a line by --to ndjson.";
    exists(path) => "「{path}」已经存在，没有覆盖。请换一个文件夹，或用 --force 覆盖。", "“{path}” is there already and was not overwritten. Name another folder, or overwrite by --force.";
    twice(path) => "「{path}」这次已经写过一份同名的表，没有覆盖。请分开转换，或先改名。", "“{path}” was written for another form of that name and was not overwritten. Convert them apart, or rename one.";
    not_written(path, detail) => "写不了「{path}」：{detail}。请检查权限和磁盘空间。", "“{path}” cannot be written: {detail}. Check permissions and the disk.";
    no_book(name, detail) => "{name}：写不成工作簿：{detail}。请改用 CSV 或 JSON。", "{name}: it cannot be written as a workbook: {detail}. Use CSV or JSON.";
    no_scheme(name, id) => "{name}：没有它所写的方案「{id}」，写不成表格。请用 --scheme 或 --schemes 给出方案文件，或转成 JSON。", "{name}: its scheme “{id}” is not at hand, and no table can be made. Give the scheme's file by --scheme or --schemes, or write JSON.";
    by_other_scheme(name, by) => "{name}：它所写的方案与这里的「{by}」不同，表中的文字以这里的为准，填写的内容一项不少。请与填报单位核对。", "{name}: its scheme is not the same as “{by}” here, whose words the table has; all that was filled in is there. Check with the unit.";
    was_changed(name) => "{name}：校验码不符，文件导出后改动过。转换出的文件有新的校验码，看不出这一点，请保留原文件。", "{name}: its check code does not match, it changed after its export. What is written has a check code of its own, which does not show this; keep the original.";
    book_to_terminal => "工作簿不能显示在终端里。请用 --out 指定文件夹，或用 > 写到文件。", "A workbook cannot be shown in a terminal. Name a folder by --out, or send it to a file by >.";
}

/// A text without arguments.
pub type Word = fn(crate::Lang) -> &'static str;

/// The kinds of findings by their codes, in the order in which they are counted.
pub const KINDS: [(&str, Word); 15] = [
    ("unreadable", kind_unreadable),
    ("newer_version", kind_newer_version),
    ("other_scheme", kind_other_scheme),
    ("unknown_unit", kind_unknown_unit),
    ("incomplete", kind_incomplete),
    ("figures_differ", kind_figures_differ),
    ("changed_after_export", kind_changed_after_export),
    ("task_missing", kind_task_missing),
    ("task_unassigned", kind_task_unassigned),
    ("role_differs", kind_role_differs),
    ("evidence_missing", kind_evidence_missing),
    ("late", kind_late),
    ("duplicate", kind_duplicate),
    ("not_submitted", kind_not_submitted),
    ("accounts_differ", kind_accounts_differ),
];

/// The headings of a table of findings, from left to right.
pub const CSV_HEADINGS: [Word; 8] = [
    csv_file,
    csv_unit,
    csv_criterion,
    csv_code,
    csv_claimed,
    csv_recomputed,
    csv_message,
    csv_remedy,
];
