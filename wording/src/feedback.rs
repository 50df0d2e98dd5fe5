//! The feedback file (复核反馈): what the office gives back to a unit, over the unit's own draft.

texts! {
    title => "复核反馈", "Feedback";
    stem(unit) => "复核反馈_{unit}", "feedback_{unit}";
    no_unit => "未知单位", "unknown unit";

    criterion => "指标", "Criterion";
    mine => "草稿现在", "Draft now";
    claimed => "自评分", "Claimed";
    recomputed => "复算分", "Recomputed";
    verified => "核定分", "Verified";
    difference => "核定（复算）减自评", "Verified (recomputed) less claimed";
    reason => "理由", "Reason";
    reviewer => "核定人", "Reviewer";
    basis => "依据", "Clauses";
    total => "合计", "Total";
    with_basis(clause, basis) => "{clause}〔{basis}〕", "{clause} [{basis}]";
    ours(reading) => "我们的理解：{reading}", "our reading: {reading}";

    same_form => "草稿就是这份反馈所说的报送表，没有改动过。", "The draft is the form that this feedback is about, unchanged.";
    other_form(code) => "草稿与这份反馈所说的报送表（校验码 {code}）内容不同：报送以后改动过，或者不是同一份。“草稿现在”一列按草稿计算，其余各列按报送表。", "The draft is not the form that this feedback is about (check code {code}): it changed since, or is another. “Draft now” is the draft's; all other columns are that form's.";
    other_unit(theirs, mine) => "反馈是给“{theirs}”的，草稿的单位是“{mine}”。请确认打开的是哪一份。", "The feedback is for “{theirs}”, the draft is of “{mine}”. Look which one to open.";
    other_scheme(id) => "反馈依据另一份方案（{id}），“草稿现在”一列没有数。请先打开那份方案。", "The feedback is by another scheme ({id}), so there are no figures of the draft. Open that scheme first.";
    other_revision(theirs, mine) => "反馈依据方案的第 {theirs} 版，草稿按第 {mine} 版计算，数字可能因此不同。", "The feedback is by revision {theirs} of the scheme, the draft is computed by revision {mine}; figures may differ for that.";
    changed_scheme => "反馈所依据的方案版本号相同，内容不同，数字可能因此不同。", "The feedback's scheme has the same revision and says something else; figures may differ for that.";
    changed => "校验码不符：反馈文件写出后改动过。请向办公室重新索取。", "The check code does not match: the feedback changed after it was written. Ask the office for it again.";
    unknown(members) => "反馈里有本程序不认识的内容：{members}。其余内容照常显示。", "The feedback has members that this program does not know: {members}. The rest is shown as ever.";

    other_format(found) => "这不是复核反馈文件（{found}）。", "This is no feedback file ({found}).";
    newer_version(found, ours) => "反馈文件由更新版本的程序写出（第 {found} 版，本程序读到第 {ours} 版）。请换用新版程序打开。", "A newer program wrote the feedback (version {found}; this one reads up to {ours}). Open it with that.";
    unreadable(why) => "反馈文件无法读取：{why}请向办公室重新索取。", "The feedback cannot be read: {why} Ask the office for it again.";
    expected(place, found, kind) => "{place}「{found}」不是{kind}。", "{place}“{found}” is not {kind}.";
    comma => "、", ", ";
    between => "；", "; ";
}
