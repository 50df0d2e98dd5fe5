//! Between years: what is carried over, what a draft scheme would change.

texts! {
    yes => "是", "yes";
    no => "否", "no";
    none => "无", "none";
    comma => "、", ", ";
    dropped => "新方案取消了这一项", "the new scheme drops this criterion";
    no_successor => "新方案没有同名的项，对应表也没有写它去了哪里；请在 succeeds 中补上",
        "the new scheme has no criterion of this id and its map does not name it; add it to succeeds";
    not_of_scheme => "上年方案里没有这一项", "last year's scheme has no such criterion";
    other_kind(was, is) => "计分规则的种类变了（原为 {was}，现为 {is}）", "the rule is of another kind (was {was}, is {is})";
    not_asked => "新方案这一项不再填报此内容", "the criterion no longer asks for this";
    item_gone(id) => "新方案没有这个选项或情形（{id}）", "there is no such option or item any more ({id})";
    other_unit(was, is) => "计量单位变了（原为“{was}”，现为“{is}”）", "it is counted in something else (was “{was}”, is “{is}”)";
    out_of_range(least, most) => "超出新方案允许的范围 {least} 至 {most}", "out of the new range, {least} to {most}";
    decimals(most) => "新方案最多允许 {most} 位小数", "the new scheme allows {most} decimals at most";
    cannot_tell(among) => "这一项已拆分，{among} 都可以填，无法判断属于哪一个；请分别填写",
        "this criterion is split and {among} would all take it; nobody can tell which, so answer each";
    contradicts(at) => "几项合并为 {at}，上年所填互不一致；请重新填写", "criteria are merged into {at} and last year's answers disagree; answer it anew";
    too_many(most) => "合并后超过最多 {most} 的限额", "joined they would be more than {most}";
    not_a_number => "原来填的不是数字或日期，需重新填写", "what was typed was no number or date; answer it anew";

    map_missing(old) => "新方案没有写明从“{old}”如何对应（succeeds），只按相同的编号带过来", "the new scheme has no map from “{old}” (succeeds); only criteria of the same id were carried";
    map_unknown(ids) => "对应表里的 {ids} 在上年方案中没有；请核对编号", "the map names {ids}, which last year's scheme does not have; check the ids";
    other_scheme(id) => "表格属于另一方案（{id}），成绩仅供参考", "the form answers another scheme ({id}); take its figures with care";
    other_revision(revision) => "表格属于上年方案的第 {revision} 版", "the form answers revision {revision} of the old scheme";
    not_in_old => "上年方案的单位名单里没有这个单位", "the old scheme does not list this unit";
    not_in_new => "新方案的单位名单里没有这个单位", "the new scheme does not list this unit";
    several_forms => "这个单位有不止一份表格", "there are several forms of this unit";
    to_be_answered(most) => "还有未填，最高可到 {most}", "not all is answered; {most} at most";

    units => "各单位得分与名次的变化", "Units: points and places";
    why => "得分变化的来由", "Where the differences come from";
    criteria => "各项是否拉开差距", "Whether criteria tell units apart";
    left => "带不过来的内容", "What could not be carried";
    fresh => "带过来之后还要填写的内容", "What remains to be answered";
    taken => "各项的去向", "Where criteria went";

    unit => "单位", "Unit";
    total_before => "原得分", "Before";
    total_after => "新得分", "After";
    full_before => "原满分", "Full before";
    full_after => "新满分", "Full after";
    place_before => "原名次", "Place before";
    place_after => "新名次", "Place after";
    difference => "变化", "Difference";
    rises => "名次升降", "Places gained";
    grade_before => "原等次", "Grade before";
    grade_after => "新等次", "Grade after";
    remarks => "备注", "Remarks";
    criterion => "项目", "Criterion";
    clauses => "失分与条款", "Losses and clauses";
    full => "满分", "Full";
    forms => "单位数", "Units";
    open => "未填", "Open";
    least => "最低", "Least";
    median => "中位", "Median";
    most => "最高", "Most";
    apart => "拉开差距", "Tells apart";
    item => "内容", "Item";
    value => "上年所填", "Last year's answer";
    reason => "原因", "Why";
    from => "上年", "Last year";
    how => "变动", "Change";
    to => "新方案", "New scheme";
    field => "字段", "Field";

    shared(place) => "{place}（并列）", "{place} (shared)";
    on_the_way => "汇总（分组、权重、加减分、否决）", "On the way to the total (groups, weights, bonuses, vetoes)";
    lost_before(what) => "原 {what}", "before: {what}";
    lost_after(what) => "新 {what}", "after: {what}";
    lost(at, what, points, clauses) => "{at}·{what} {points} 分 {clauses}", "{at}, {what} {points} {clauses}";
    full_changes(before, after) => "满分 {before} → {after}", "full marks {before} → {after}";
    between => "；", "; ";
    same_points(units, points) => "否：{units} 个单位都是 {points} 分", "no: all {units} units have {points}";
    no_longer(words) => "{words}（上年有差距）", "{words}; it did last year";
    too_few => "单位不足两个", "fewer than two units";
    whole_criterion => "整项", "all of it";
    kept => "不变", "kept";
    renamed => "更名", "renamed";
    split => "拆分", "split";
    merged => "合并", "merged with others";
    dropped_short => "取消", "dropped";
    gone => "没有对应", "no successor";
    note_to_first(to) => "说明与佐证归入第一项（{to}），请核对", "notes and evidence went to the first ({to}); check them";
    heading(old, new) => "{old} → {new}", "{old} → {new}";
    nothing => "无", "none";
}
