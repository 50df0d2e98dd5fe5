//! Writing a scheme: the bench, its outline, what is wrong, and trying it out.

texts! {
    edit_copy => "复制并编辑", "Edit a copy";
    new_scheme => "新建方案", "New scheme";
    open_sheet => "打开表格（CSV）…", "Open a spreadsheet (CSV)…";
    save_sheet => "导出表格（CSV）", "Export as spreadsheet (CSV)";
    sheet_name(title, revision) => "{title}（修订{revision}）.csv", "{title} (revision {revision}).csv";
    sheet_needs_shape => "方案还有读不懂的地方，改正后才能导出表格。", "The scheme has places that cannot be read; put them right before exporting a spreadsheet.";
    resume => "继续编辑上次的方案", "Go on with the scheme left here";
    kept_ask => "上次编辑的方案还留在这里。现在编辑另一个方案，上次的编辑将无法恢复。", "The scheme edited last is still kept here. Editing another one now throws those edits away for good.";
    kept_replace => "放弃上次的编辑，编辑这个", "Discard those edits and edit this one";
    kept_not_now => "暂不编辑", "Not now";
    kept_damaged => "上次编辑的方案已损坏，无法读取。", "The scheme left here is damaged and cannot be read.";
    not_kept(why) => "编辑的内容没有存入浏览器，请先“保存方案文件”：{why}", "Your edits are not kept in the browser; save the scheme file: {why}";
    this_scheme => "正在编辑的方案", "the scheme being edited";

    rule_in_words => "程序这样算：", "What the program does:";
    total_in_words => "合计怎么算", "How the total comes about";

    editing => "编辑方案", "Editing a scheme";
    undo => "撤销", "Undo";
    redo => "重做", "Redo";
    activate => "启用到本页", "Use on this page";
    activate_hint => "检查没有错误后才能启用。启用后可在“填报”页选用。", "Possible once the check finds no error; then the scheme can be chosen for filling in.";
    leave => "收起（保留编辑）", "Leave (edits are kept)";
    discard => "放弃编辑", "Discard the edits";
    discard_ask => "编辑的内容将无法恢复。", "The edits cannot be brought back.";
    discard_yes => "确认放弃", "Yes, discard";
    discard_no => "不放弃", "No";
    tab_edit => "编辑", "Edit";
    tab_trial => "试填", "Try it out";
    tab_table => "看表格", "See the table";
    tab_replay => "往年重算", "Replay a year";
    replay_hint => "用往年的自评表在正在编辑的方案下重新计算：各单位得分和名次怎样变、因哪一条变，哪些项不再拉开差距。只在本机计算，不保存。", "Last year's forms under the scheme being edited: who moves, by how much and by which clause, and which criteria no longer tell units apart. Computed on this machine, not kept.";
    replay_from => "往年的方案", "Last year's scheme";
    replay_forms => "打开往年的自评表…", "Open last year's forms…";
    replay_save => "导出这些表（CSV）", "Export these tables (CSV)";
    carried_name(name, due) => "{name}（承接到 {due}）", "{name} (carried over to {due})";
    carried_title(from) => "已从方案「{from}」的草稿承接", "Carried over from a draft of “{from}”";
    carried_hint => "原来的草稿没有改动，仍在“草稿”页。下面列出带不过来的内容和还要填写的内容。", "The earlier draft is unchanged on the page of drafts. Below: what could not be carried, and what remains to be answered.";
    trial_hint => "按正在编辑的方案试填，不保存。改动方案后，分数随之变化。", "A form under the scheme being edited, not saved. Points follow every change of the scheme.";
    trial_unsound => "方案有错误，改正后才能试填和查看。", "The scheme has errors; put them right to try it out or see it.";

    outline => "目录", "Outline";
    head => "方案名称、期限", "Title and dates";
    add(what) => "＋ {what}", "+ {what}";
    add_button => "添加", "Add";
    add_criterion => "＋ 评分内容…", "+ criterion…";
    add_step => "＋ 一步处理…", "+ step…";
    remove_what(what) => "删除「{what}」", "Remove “{what}”";
    copy => "复制", "Copy";
    copy_what(what) => "复制「{what}」", "Copy “{what}”";
    up_what(what) => "上移「{what}」", "Move “{what}” up";
    down_what(what) => "下移「{what}」", "Move “{what}” down";
    unnamed(what, number) => "{what}（第 {number} 个）", "{what} {number}";
    zh => "中文", "Chinese";
    en => "英文（可不填）", "English (may be left out)";
    in_zh(label) => "{label}（中文）", "{label} (Chinese)";
    in_en(label) => "{label}（英文）", "{label} (English)";
    none_chosen => "（未选）", "(none)";
    one_a_line => "每行一个，可从 Excel 整列粘贴", "one a line; a column of a spreadsheet can be pasted";
    yes => "是", "yes";
    for_whom(name) => "对「{name}」", "for “{name}”";

    check => "检查", "Check";
    check_none => "没有发现问题", "Nothing found";
    check_counts(errors, warnings, notes) => "错误 {errors} · 警告 {warnings} · 提示 {notes}", "{errors} error(s) · {warnings} warning(s) · {notes} note(s)";
    check_trying => "正在试算…", "trying answers…";
    error => "错误", "error";
    warning => "警告", "warning";
    note => "提示", "note";
    searched => "试算得出，可能还有", "found by trying; there may be more";
    more(count) => "另有 {count} 处", "{count} more";
}
