//! The results as the page shows them, and feedback as the unit opens it.

texts! {
    nothing => "还没有收到报送表。请先到“各单位”一栏选择或拖入文件。", "No form has come in. Choose or drop files under “Units” first.";
    being_made => "正在重新计算，请稍候再导出。", "Being computed anew; export in a moment.";
    summary(assessed, came, absent, forfeited, sent_back, verified) => "应报送 {assessed} 个单位：已报送 {came}，未报送 {absent}，视为放弃考核 {forfeited}，退回 {sent_back}，已核定 {verified}。", "Of {assessed} units {came} handed in, {absent} did not; {forfeited} forfeited, {sent_back} sent back, {verified} verified.";
    superseded(count) => "另有 {count} 份较早的报送表，已由同一单位的另一份代替，不在表中。", "{count} earlier forms are not in the table: another form of the same unit counts.";
    by_scheme(title) => "依据：{title}", "By: {title}";
    late(date) => "{date} 收到，已过截止日期，视为放弃考核", "received on {date}, after the last day: forfeited";
    absent(due) => "截止 {due} 未报送，视为放弃考核", "not handed in by {due}: forfeited";
    absent_only(due) => "截止 {due} 未报送", "not handed in by {due}";

    exports => "导出与打印", "Export and print";
    csv_units => "导出结果 CSV", "Results as CSV";
    csv_lines => "导出各项得分 CSV", "Points by criterion as CSV";
    csv_findings => "导出发现 CSV", "Findings as CSV";
    xlsx => "导出 Excel（XLSX）", "Everything as XLSX";
    print => "打印结果", "Print the results";
    feedback => "复核反馈", "Feedback";
    feedback_for(unit) => "导出{unit}的复核反馈", "Save the feedback for {unit}";
    feedback_all => "导出全部复核反馈（ZIP）", "All feedback as a ZIP";
    feedback_hint => "复核反馈是给单位的文件：每项的自评分、复算分、核定分、理由和条款。单位在自己的填报页面打开，对照草稿看，草稿不会改动。", "Feedback is a file for the unit: claimed, recomputed and verified points of each item, reasons and clauses. The unit opens it over its own draft, which does not change.";
    feedback_none => "没有可以导出的复核反馈：收到的文件都无法读取。", "There is no feedback to save: none of the files could be read.";

    charts => "图表", "Charts";
    behind(title) => "查看数据：{title}", "The figures: {title}";
    full_marks(points) => "满分 {points}", "full marks {points}";
    item_full => "分值（100%）", "full marks (100 %)";
    solid_verified => "实心：核定分（全部或部分核定）", "Solid: verified points (in whole or in part)";
    dashed_recomputed => "虚线框：尚未核定，为复算分", "Dashed: not verified yet, as recomputed";
    totals_said(count, best, points) => "横条图，共 {count} 个单位，按名次从高到低排列。第一名 {best}，{points} 分。", "Bars of {count} units by place. The first is {best} with {points} points.";
    totals_none => "横条图，还没有参加排名的单位。", "Bars; no unit has a place yet.";
    lost_said(count, most, points) => "横条图，共 {count} 项，按方案顺序排列。平均失分最多的是“{most}”，{points} 分。", "Bars of {count} criteria in the scheme's order. Most is lost on average at “{most}”: {points} points.";
    lost_none => "横条图，没有失分。", "Bars; nothing is lost.";
    lost_scale => "每条是参加排名的单位在该项的平均失分，最长的一条为平均失分最多的一项。", "Each bar is what the ranked units lose on average; the longest is where most is lost.";
    against_said(unit, count) => "横条图，共 {count} 项，每项两条：{unit}的得分与各单位的中位数，长度为占该项分值的比例。", "Bars of {count} criteria, two each: the points of {unit} and the median of all units, as parts of full marks.";
    solid_own => "实心：本单位", "Solid: this unit";
    dashed_median => "虚线框：中位数", "Dashed: median";
    no_figure => "无", "none";
    choose_unit => "选择单位", "Unit";

    opened(file) => "复核反馈「{file}」", "Feedback “{file}”";
    for_unit(unit) => "单位：{unit}", "Unit: {unit}";
    state(words) => "状态：{words}", "State: {words}";
    place(rank) => "名次：第 {rank} 名", "Place: {rank}";
    reviewers(names) => "核定人：{names}", "Reviewers: {names}";
    made_at(time) => "反馈时间：{time}", "Made: {time}";
    came_late(due, days) => "报送晚于截止日期 {due} 共 {days} 天。", "Handed in {days} days after {due}.";
    came_late_forfeited(due, days) => "报送晚于截止日期 {due} 共 {days} 天，视为放弃考核。", "Handed in {days} days after {due}: forfeited.";
    untouched => "反馈只供对照，草稿没有改动。", "Feedback is to be read beside the draft, which has not changed.";
    differ(count) => "{count} 项的核定（复算）分与自评分不同。", "{count} items stand at other points than were claimed.";
    all_same => "每一项的核定（复算）分都与自评分相同。", "Every item stands as it was claimed.";
    findings => "发现的问题和处理办法", "What was found and what to do";
    no_findings => "没有发现问题。", "Nothing was found.";
    remedy(words) => "处理办法：{words}", "What to do: {words}";
    print_feedback => "打印这份反馈", "Print this feedback";
}
