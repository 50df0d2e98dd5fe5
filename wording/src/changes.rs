//! Where something changed in a form, and what stands there.

texts! {
    part(whole, part) => "{whole} · {part}", "{whole} · {part}";
    empty => "（空）", "(empty)";
    comma => "、", ", ";
    none => "无", "none";
    task(number) => "任务 {number}", "task {number}";
    task_gone => "任务（不在表中）", "task (not in the form)";
    task_unnumbered(place) => "任务（第 {place} 行）", "task (row {place})";
    entry(place) => "第 {place} 项", "entry {place}";
    entry_gone => "事项（不在表中）", "entry (not in the form)";
    order_of_tasks => "任务列表", "list of tasks";
    order_of_entries => "事项列表", "list of entries";
    rows(count) => "共 {count} 行", "{count} in all";
    blank_row => "空白行", "blank row";
    choice => "所选项", "option";
    met => "是否符合要求", "whether the requirement is met";
    done => "勾选的内容", "items ticked";
    value => "数值", "number";
    claim => "申报得分", "points claimed";
    no_entries => "没有此类事项", "nothing of the kind";
    scores => "评分", "scores";
    title => "名称", "title";
    completion => "完成率", "completion";
    share => "申报份额", "share claimed";
    level => "级别", "level";
    times => "次数", "times";
    placement => "位置、形式", "placement";
    other(name) => "其他数据“{name}”", "other data “{name}”";
}
