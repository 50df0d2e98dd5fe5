//! The results of a check: the table of units, what is drawn of it, shares that are judged side by side, and
//! what differs between two forms of a unit.

texts! {
    title => "考核结果", "Results";
    lines => "各项得分", "Points by criterion";
    findings => "发现", "Findings";
    absent => "未报送", "Not handed in";

    unit => "单位", "Unit";
    file => "文件", "File";
    received => "收到日期", "Received";
    claimed => "自评分", "Claimed";
    recomputed => "复算分", "Recomputed";
    verified => "核定分", "Verified";
    state => "状态", "State";
    rank => "名次", "Rank";
    grade => "等次", "Grade";
    found => "发现", "Findings";
    criterion => "指标", "Criterion";
    full => "分值", "Full marks";
    reason => "核定理由", "Reason";
    reviewer => "核定人", "Reviewer";
    kind => "种类", "Kind";
    code => "代码", "Code";
    message => "内容", "What was found";
    remedy => "处理办法", "What to do";
    due => "截止日期", "Due";

    sent_back => "退回", "sent back";
    superseded => "已由另一份代替", "another form counts";
    forfeited => "视为放弃考核", "forfeited";
    open => "待核定", "to be verified";
    begun => "核定中", "being verified";
    done => "已核定", "verified";
    not_submitted => "未报送", "not handed in";

    found_times(kind, count) => "{kind} {count}", "{kind} {count}";
    between => "；", "; ";
    first_rows(shown, all) => "共 {all} 行，这里是前 {shown} 行；全部内容请导出 CSV。", "The first {shown} of {all} rows; the CSV has them all.";

    totals => "各单位得分", "Totals by unit";
    total => "得分", "Total";
    lost => "各项失分", "Points lost by criterion";
    lost_sum => "失分合计", "Lost in all";
    lost_mean => "平均失分", "Lost on average";
    forms => "单位数", "Units";
    against(unit) => "{unit}与中位数比较", "{unit} against the median";
    own => "本单位", "This unit";
    median => "中位数", "Median";
    above => "高于（低于）中位数", "Above (below) the median";

    shares => "酌情给分对照", "Judged shares side by side";
    group => "对照组", "Group";
    task => "任务", "Task";
    role => "牵头/配合", "Lead/supporting";
    share => "申报份额", "Share claimed";
    points_claimed => "申报分", "Points claimed";
    why => "理由", "Reason given";
    lowest => "最低", "Lowest";
    highest => "最高", "Highest";
    off => "与中位数相差", "From the median";
    mark => "提示", "Mark";
    outlier => "▲ 偏离", "▲ stands apart";
    at_completion(percent) => "完成率 {percent}%", "completion {percent} %";
    of_item(item, times) => "{item}（{times} 次）", "{item} ({times} times)";
    outlier_rule(least, tenth, times) => "“偏离”是本程序的提示，通知没有规定：同组申报不少于 {least} 个，与中位数相差超过可申报范围的 {tenth}%，并且超过各申报与中位数之差的中位数的 {times} 倍。它只提醒同样情况要同样对待，不改动任何分数。", "“Stands apart” is an aid of this program and not of the notice: of at least {least} claims of a group, one that lies farther from the median than {tenth} % of the range that may be claimed, and farther than {times} times the median of all distances from it. It only reminds people to treat like alike, and changes no points.";

    differences => "与前一次报送的差别", "What differs from the earlier form";
    field => "填报内容", "Field";
    earlier => "前一次", "Earlier";
    later => "后一次", "Later";
    points => "得分", "Points";
    all_points => "合计", "Total";
}
