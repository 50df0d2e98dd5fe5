//! Where points went.

texts! {
    unanswered => "未填", "not answered";
    deduction => "扣分", "deducted";
    cap => "扣完为止，多扣的不计", "given back: deductions stop at the floor";
    judged => "酌情给分", "at discretion";
    below_threshold => "完成率未达下限", "below the threshold";
    unlisted => "未列入表中", "not listed";
    not_earned => "未取得", "not earned";
    not_met => "前提不满足", "requirement not met";
    multiplied => "按倍数计", "multiplied";
    gated => "不符合计入条件", "condition not met";
    part => "本部分失分", "lost in this part";
    bonus => "加分", "bonus";
    penalty => "倒扣", "penalty";
    veto => "一票否决", "veto";
    late => "逾期", "late";
    verified => "核定", "verified";
    rounding => "四舍五入", "rounding";
    of(about, cause) => "{about}：{cause}", "{about}: {cause}";
    of_task(number, cause) => "任务 {number}：{cause}", "Task {number}: {cause}";
}
