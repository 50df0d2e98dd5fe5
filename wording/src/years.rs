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
}
