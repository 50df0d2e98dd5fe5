//! The page of one unit: its figures side by side, and how they are settled.

texts! {
    back => "← 返回各单位", "← All units";
    previous => "上一个单位", "Previous unit";
    next => "下一个单位", "Next unit";
    ways => "前后单位", "Other units";
    gone => "核对桌上没有这份文件。可能已经移除，可以撤销上一步。", "This file is not on the desk. It may have been taken off; undo brings it back.";
    computing => "正在重新计算，请稍候。", "Computing; please wait.";
    no_unit => "（没有填写单位）", "(no unit)";
    file => "文件", "File";
    received => "收件日期", "Date of receipt";
    received_hint(date) => "不填则按 {date}", "as the desk says if empty: {date}";
    received_nobody => "不填则不看是否逾期", "lateness is not looked at if empty";
    state => "状态", "State";
    place => "名次", "Place";
    place_of(rank) => "第 {rank} 名", "No. {rank}";
    no_place => "不排名", "not placed";
    totals => "总分", "Totals";
    take_off => "移除这份文件", "Take the file off the desk";
    counts_instead => "同一单位的另一份表有效，核定请到那一份：", "Another form of the unit counts; settle that one:";
    not_scored => "这份表没有重新计算，原因见下。", "The form was not scored; see below.";

    figures => "各项得分对照", "Figures side by side";
    figures_hint => "点开一项，看复算的过程、单位的填报内容，并在那里核定。", "Open a criterion to see how the figure came about and what the unit says, and to settle it.";
    item => "项目", "Criterion";
    full => "分值", "Full marks";
    claimed => "自评", "Claimed";
    recomputed => "复算", "Recomputed";
    verified => "核定", "Verified";
    total => "合计", "Total";
    none => "—", "—";
    not_stated => "未写明", "not stated";
    same => "与自评一致", "as claimed";
    more(points) => "比自评多 {points}", "{points} more than claimed";
    less(points) => "比自评少 {points}", "{points} less than claimed";
    same_recomputed => "与复算一致", "as recomputed";
    more_recomputed(points) => "比复算多 {points}", "{points} more than recomputed";
    less_recomputed(points) => "比复算少 {points}", "{points} less than recomputed";
    not_verified => "未核定", "not verified";
    clash => "两人核定不同", "decided differently";
    not_applicable => "不适用", "does not apply";

    told => "单位填报的内容", "What the unit says";
    told_nothing => "单位在这一项没有填写。", "The unit says nothing here.";

    settle => "核定", "Settle";
    points => "核定分", "Points";
    range(least, most, decimals) => "可以是 {least} 到 {most} 分，最多 {decimals} 位小数。", "From {least} to {most} points, at most {decimals} decimals.";
    read_as(points) => "读作 {points} 分。", "Read as {points} points.";
    no_points => "请填写核定分，或按“采用复算分”。", "Type the points, or press “Take the recomputed points”.";
    reason => "核定理由", "Reason";
    reviewer => "核定人", "Reviewer";
    reviewer_hint => "只需填写一次。", "Asked for once.";
    take_recomputed => "采用复算分", "Take the recomputed points";
    decide => "核定", "Settle";
    withdraw => "撤回核定", "Withdraw";
    nothing_to_withdraw => "这一项没有可以撤回的核定。", "Nothing stands here that could be withdrawn.";
    undo => "撤销上一步", "Undo the last step";
    decided(item, points) => "“{item}”已核定为 {points} 分。", "“{item}” is settled at {points}.";
    withdrawn(item) => "“{item}”的核定已撤回，按复算分计。", "The decision on “{item}” is withdrawn; the recomputed points count.";

    decisions => "核定记录", "Decisions";
    no_decisions => "还没有核定记录。", "No decisions yet.";
    decision_points(points) => "核定 {points} 分", "{points} points";
    decision_back => "撤回，按复算分", "withdrawn: the recomputed points count";
    replaced => "已替换", "replaced";
    stands => "有效", "stands";
    clash_hint => "以下核定互不相同，都没有替换对方，现在按复算分计。请定一个：", "These decisions differ and neither replaces the other; the recomputed points count meanwhile. Choose one:";
    choose => "以此为准", "Choose this";

    alike => "同类情况一起核定", "Settle equal cases together";
    alike_none => "没有其他单位有同类情况。", "No other unit has an equal case.";
    alike_figures(claimed, recomputed) => "自评 {claimed}、复算 {recomputed}", "claimed {claimed}, recomputed {recomputed}";
    alike_count(what, count) => "{what}：{count} 个单位", "{what}: {count} units";
    alike_what => "哪一类情况", "Which cases";
    alike_units => "应用到这些单位", "Apply to these units";
    alike_case(unit, claimed, recomputed) => "{unit}（自评 {claimed}，复算 {recomputed}）", "{unit} (claimed {claimed}, recomputed {recomputed})";
    alike_has => "已有核定，勾选后将被替换", "settled already; ticking replaces that";
    alike_given => "核定为", "Settle at";
    alike_recomputed => "各单位的复算分", "each unit's recomputed points";
    alike_points => "同一个分数", "the same points";
    alike_apply(count) => "核定所选 {count} 个单位", "Settle the {count} chosen units";
    alike_nobody => "没有勾选单位。", "No unit is ticked.";
    alike_done(item, count) => "“{item}”：{count} 个单位已一起核定。", "“{item}”: {count} units settled together.";
    alike_refused(unit, why) => "{unit}：{why}", "{unit}: {why}";

    findings => "这份表发现的问题", "Findings of this form";
    no_findings => "没有发现问题。", "Nothing was found.";
    remedy => "处理办法：", "What to do: ";
    figures_of(claimed, recomputed) => "自评 {claimed}，复算 {recomputed}", "claimed {claimed}, recomputed {recomputed}";

    earlier(file) => "与前一次报送的差别：{file}", "What differs from the earlier form: {file}";
    later(file) => "与有效的那一份的差别：{file}", "What differs from the form that counts: {file}";
    again(file) => "{file} 的内容与有效的那一份相同，是同一份表重复报送。", "{file} says the same as the form that counts: the same form again.";
    no_difference => "两份表的填报内容相同。", "Both say the same.";
    open_other => "打开那一份", "Open that form";
}
