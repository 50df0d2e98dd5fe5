//! The words of the page.

texts! {
    title => "绩效考核自评", "Self-assessment";
    nav_fill => "填报", "Fill in";
    nav_drafts => "草稿", "Drafts";
    nav_scheme => "方案", "Scheme";
    nav_help => "帮助", "Help";
    nav_label => "主导航", "Main navigation";
    skip => "跳到填报内容", "Skip to the form";
    other_language => "English", "中文";
    no_secrets => "不得填写涉密内容。本页不连接任何网络，填写的内容只保存在这台电脑的浏览器里。", "Do not enter classified matter. This page connects to nothing; what you type stays in this browser.";

    part_coming => "正在打开……", "Opening…";
    part_not_come => "这一部分没有加载成功，已填写的内容不受影响。请检查网络后再试，或重新打开本页。", "This part did not load; what you typed is not touched. Check the network and try again, or reload the page.";
    part_again => "再试一次", "Try again";

    draft_unreadable => "有一份草稿无法读取，已原样保留。请到“草稿”页下载原始内容。", "A draft cannot be read; it is kept as it is. Download it on the page of drafts.";
    draft_deleted => "草稿已删除。", "The draft is deleted.";
    not_done(why) => "没有完成：{why}", "Not done: {why}";
    undo => "撤销", "Undo";
    close => "关闭", "Close";
    copy_of(name) => "{name} 副本", "{name} (copy)";
    unnamed => "未命名草稿", "Unnamed draft";
    example => "示例", "Example";
    draft => "草稿", "Draft";

    example_banner => "这是一份示例，数字都是编的，用来看看填好的表是什么样子。", "This is an example with invented figures, to show what a filled form looks like.";
    example_show => "看一份填好的示例", "See a filled example";
    example_keep => "存为草稿", "Keep as a draft";
    example_leave => "关闭示例，开始填报", "Leave the example";
    welcome => "从上到下填写即可，每一分都会说明怎么来的。也可以打开以前导出的文件。", "Fill in from top to bottom; every point is explained. Or open a file exported before.";

    unit_section => "单位与联系人", "Unit and contact";
    unit => "单位", "Unit";
    unit_choose => "请选择单位", "Choose the unit";
    district => "本区名称（不含“区”字）", "Name of the district";
    district_hint => "替换通知里的 **，可不填", "in place of ** in the notice";
    scheme => "考评方案", "Scheme";
    filled_by => "填报人", "Filled in by";
    reviewed_by => "审核人", "Reviewed by";
    phone => "联系电话", "Telephone";
    filled_on => "填报日期", "Date";
    filled_on_hint => "例如 2022-01-10", "such as 2022-01-10";

    points_of(points, maximum) => "{points} / {maximum}", "{points} / {maximum}";
    points_unknown => "分值未公布", "points unknown";
    not_counted => "不计分", "not counted";
    content => "内容", "Content";
    explain => "怎么算的", "Explain";
    explain_of(title) => "{title}的得分怎么算", "How the points of {title} come about";
    steps => "计算步骤", "Steps";
    clauses_used => "依据的条款", "Clauses applied";
    lost(lost, maximum, points) => "失分 {lost} = {maximum} − {points}", "Lost {lost} = {maximum} − {points}";
    note => "得分说明", "Explanation";
    note_hint => "说明依据、做法、时间", "what was done, when, on what ground";
    evidence => "佐证材料编号", "Evidence numbers";
    evidence_hint => "例如 3-1、3-2", "such as 3-1, 3-2";
    state_complete => "已填完", "complete";
    state_incomplete => "未填完", "incomplete";
    state_error => "有错误", "has an error";
    state_not_counted => "不计分", "not counted";

    tasks_caption => "任务列表", "Tasks";
    column_number => "序号", "No.";
    column_title => "任务", "Task";
    column_role => "牵头/配合", "Role";
    column_completion => "完成率 %", "Completion %";
    column_debugging => "调试", "Debugging";
    column_claim => "申报份额 %", "Share claimed %";
    column_note => "得分说明（理由）", "Reason";
    column_evidence => "佐证", "Evidence";
    column_actions => "操作", "Actions";
    role_choose => "请选择", "choose";
    role_lead => "牵头", "Lead";
    role_supporting => "配合", "Supporting";
    debugging_help => "系统开发已进入调试阶段，视同完成", "The system has entered its debugging stage and counts as complete";
    of_task(column, number) => "任务 {number} 的{column}", "{column} of task {number}";
    task_full => "得满分", "full marks";
    task_share(share) => "份额 {share}%", "share {share} %";
    task_zero => "不得分", "no marks";
    task_lost(points) => "失分 {points}", "loses {points}";
    add_task => "添加任务", "Add a task";
    paste_tasks => "从 Excel 粘贴", "Paste from Excel";
    register_tasks => "导入任务分工", "Open the task register";
    no_tasks_yet => "还没有任务。可以逐项添加、从 Excel 或 WPS 粘贴，或导入任务分工表。", "No tasks yet. Add them one by one, paste them from Excel or WPS, or open the task register.";
    keys_hint => "Tab 到下一格，Enter 到下一行同一列（末行自动添加），Shift+Enter 到上一行。", "Tab to the next cell, Enter to the next row (adds one at the end), Shift+Enter to the row above.";
    move_up(number) => "上移任务 {number}", "Move task {number} up";
    move_down(number) => "下移任务 {number}", "Move task {number} down";
    remove_task(number) => "删除任务 {number}", "Remove task {number}";
    row_removed(number) => "已删除任务 {number}。", "Task {number} is removed.";
    rows_added(count) => "已添加 {count} 项任务。", "{count} tasks are added.";

    paste_title => "粘贴任务", "Paste tasks";
    paste_help => "在 Excel 或 WPS 里选中任务所在的单元格，复制，再粘贴到下面的框里。有没有表头都可以。", "Copy the cells in Excel or WPS and paste them into the box below, with or without a heading row.";
    paste_box => "粘贴到这里", "Paste here";
    paste_preview(rows) => "共 {rows} 行。请确认每一列放到哪里：", "{rows} rows. Check where each column goes:";
    paste_heading => "第一行是表头", "The first row is a heading";
    paste_column(index) => "第 {index} 列", "Column {index}";
    paste_ignore => "不导入", "leave out";
    paste_more(count) => "…另有 {count} 行", "… {count} more rows";
    paste_fraction(column) => "「{column}」这一列都是不大于 1 的小数。原样导入是百分之零点几；如果 0.85 的意思是 85%，请先在表格里改成百分数再复制。", "The column “{column}” has only fractions up to 1. They are taken as they stand, as fractions of a per cent; if 0.85 means 85 %, change the cells to percentages and copy again.";
    paste_apply(rows) => "添加这 {rows} 项任务", "Add these {rows} tasks";
    cancel => "取消", "Cancel";
    paste_nothing => "这里面没有可以导入的内容。", "There is nothing to take from this.";

    register_needs_unit => "请先选择单位，再导入任务分工。", "Choose the unit first, then open the register.";
    register_none(file, unit) => "「{file}」里没有{unit}的任务。请核对单位名称。", "“{file}” has no tasks for {unit}. Check the unit's name.";
    register_all_there(file) => "「{file}」里本单位的任务都已在表中。", "All of the unit's tasks in “{file}” are in the form already.";

    done_none => "以上都没有", "none of these";
    flags_none => "以上缺项都没有", "none of these defects";
    yes => "是", "yes";
    no => "否", "no";
    times => "次（项）", "times";
    only_lead => "只适用于有牵头任务的单位", "lead units only";
    not_lead_unit => "本单位没有牵头任务，不适用", "the unit leads no task: does not apply";

    summary => "得分情况", "Score";
    self_score => "自评分", "Self-assessed score";
    out_of(maximum) => "/ {maximum}（已知分值）", "/ {maximum} (known points)";
    range(low, high) => "还可能：{low}–{high}", "Still possible: {low}–{high}";
    range_done => "各项已填完", "All answered";
    to_gain => "还能得到", "Still to be gained";
    to_gain_none => "没有可得的分了。", "Nothing left to gain.";
    to_fill(count) => "还缺 {count} 处", "{count} still missing";
    to_fill_none => "没有缺项", "Nothing missing";
    more(count) => "另有 {count} 处", "{count} more";
    by_indicator => "各项得分", "Points by indicator";
    sections => "各项", "Sections";
    unknown_part(count) => "另有 {count} 项分值原文缺失，不计入。", "Points missing from the original and not counted: {count} indicator(s).";

    export_section => "预览与导出", "Check and export";
    ready => "已填完，可以上报。", "Complete: ready to hand in.";
    not_ready(count) => "还没有填完（缺 {count} 处）。可以先导出，文件会注明“未填完”。", "Not complete yet ({count} missing). You can export all the same; the file is marked incomplete.";
    export_json => "导出 JSON（上报用）", "Export JSON (to hand in)";
    export_csv => "导出 CSV（Excel 可打开）", "Export CSV (for Excel)";
    import => "打开文件（JSON、Excel、CSV、压缩包）", "Open a file (JSON, Excel, CSV, package)";
    exported(name) => "已导出「{name}」，请在浏览器的下载里查看。", "Exported “{name}”; see the browser's downloads.";
    not_exported => "浏览器没有允许下载。请换一个浏览器，或在“帮助”里看其他办法。", "The browser did not allow the download. Try another browser, or see the help.";
    file_name(unit, year) => "自评表_{unit}_{year}", "self-assessment_{unit}_{year}";
    file_incomplete => "_未填完", "_incomplete";
    no_unit => "未选单位", "no-unit";
    drop_here => "松开鼠标，打开文件", "Drop to open";
    not_imported(file, why) => "没有打开「{file}」：{why} 现有内容没有改动。", "“{file}” was not opened: {why} Nothing has changed.";
    file_refused(file) => "没有打开「{file}」：浏览器读不到它。文件可能已被移动、改动，或正被其他程序占用；请关闭占用它的程序，重新选择。现有内容没有改动。", "“{file}” was not opened: the browser cannot read it. It may have been moved or changed, or another program holds it; close that program and choose the file again. Nothing has changed.";
    file_too_large(file, bytes, most) => "没有打开「{file}」：文件有 {bytes} 字节，最多 {most} 字节。现有内容没有改动。", "“{file}” was not opened: it has {bytes} bytes, {most} at most. Nothing has changed.";

    report_title(file) => "已把「{file}」读入一份新草稿", "“{file}” is opened as a new draft";
    check_matches => "校验码相符：文件自导出后没有改动。", "The check code matches: the file has not changed since its export.";
    check_differs => "校验码不符：文件在导出之后被改动过（可能是手工修改，也可能是保存时变了）。请与填报单位核对。", "The check code differs: the file changed after its export, by hand or on saving. Ask the unit.";
    check_absent => "文件没有校验码，无法判断导出后是否改动过。", "The file has no check code, so nobody can tell whether it changed.";
    report_same => "文件里的得分与重新计算的完全一致。", "The file's figures are those recomputed.";
    report_differs(count) => "有 {count} 个数与重新计算的不一致，以重新计算的为准：", "{count} figures differ from those recomputed; the recomputed ones count:";
    report_no_score => "文件没有写明得分。", "The file states no figures.";
    report_unknown(list) => "文件里有本程序不认识的内容，已原样保留，再导出时一并写出：{list}", "The file has members that this program does not know; they are kept and exported again: {list}";
    report_table(encoding, delimiter, line_end) => "表格编码 {encoding}，{delimiter}分隔，{line_end} 换行。", "A table in {encoding}, cells apart by {delimiter}, rows ending in {line_end}.";
    report_encoding(encoding) => "文件编码 {encoding}。", "The file is in {encoding}.";
    delimiter_comma => "逗号", "commas";
    delimiter_semicolon => "分号", "semicolons";
    delimiter_tab => "制表符", "tabs";
    report_question_marks(encoding, places) => "文件在导出后改存成了 {encoding}，该编码没有的字会变成“?”。下列格子里有“?”，请核对：{places}", "The file was saved as {encoding} after its export, and signs that this encoding lacks become “?”. These cells have a “?”; please compare: {places}";
    report_missing(count) => "文件注明未填完，缺 {count} 处。", "The file is marked incomplete, {count} missing.";
    column_item => "评分内容", "Criterion";
    column_stated => "文件所写", "Stated";
    column_recomputed => "重新计算", "Recomputed";
    column_verdict => "结论", "Verdict";
    same => "一致", "same";
    differs => "不一致", "differs";
    not_stated => "未写", "not stated";
    total => "合计", "Total";

    drafts_title => "这台电脑上的草稿", "Drafts in this browser";
    drafts_none => "还没有草稿。", "No drafts yet.";
    draft_new => "新建草稿", "New draft";
    draft_open => "打开", "Open";
    draft_is_open => "正在填", "open";
    draft_rename => "改名", "Rename";
    draft_name => "草稿名称", "Name of the draft";
    draft_duplicate => "复制", "Copy";
    draft_delete => "删除", "Delete";
    draft_restore => "恢复", "Restore";
    drafts_deleted => "最近删除的", "Deleted lately";
    drafts_empty => "彻底清除", "Remove for good";
    drafts_empty_ask(count) => "{count} 份已删除的草稿将无法恢复。", "{count} deleted drafts cannot be brought back afterwards.";
    drafts_empty_yes => "确认清除", "Yes, remove them";
    drafts_damaged => "无法读取的（原样保留）", "Unreadable (kept as they are)";
    drafts_damaged_one(id) => "草稿 {id} 已损坏，无法读取。", "Draft {id} is damaged and cannot be read.";
    drafts_newer_one(id) => "草稿 {id} 由较新版本的程序保存，请用新版打开。", "Draft {id} was saved by a newer program; open it with that.";
    download_raw => "下载原始内容", "Download as it is";

    scheme_title => "考评方案（官方表格）", "The scheme, as the official table";
    scheme_open_questions => "待定的问题", "Open questions";
    scheme_open_hint => "通知原文有缺失，有的条款可以有不止一种理解。下面逐条列出，使用前请与考评办公室确认。", "The notice has gaps, and some clauses can be read in more than one way. Each is listed here; ask the office before you rely on it.";
    scheme_units(count) => "考评对象（{count} 个单位）", "Units assessed ({count})";
    scheme_due(date) => "报送截止：{date}", "To be handed in by {date}";
    scheme_general => "总的规定", "General clauses";
    scheme_digest(digest) => "方案校验码（SHA-256）：{digest}", "Digest of the scheme (SHA-256): {digest}";
    column_indicator => "指标", "Indicator";
    column_points => "分值", "Points";
    column_clause => "评分标准", "Clauses";

    print_total(points, maximum) => "自评分合计：{points}（已知分值 {maximum}）", "Self-assessed total: {points} (known points {maximum})";

    help_title => "帮助", "Help";
}
