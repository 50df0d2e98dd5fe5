//! The words of fields, one kind of rule after the other, and of what becomes of their points.

texts! {
    state_pending => "待结算", "to be settled";
    state_not_applicable => "不适用", "not applicable";

    range(least, most, unit) => "可填 {least} 至 {most}{unit}", "from {least} to {most}{unit}";
    whole_numbers => "整数", "whole numbers";
    decimals(most) => "至多 {most} 位小数", "{most} decimals at most";
    points_unit => "分", "points";
    span(least, most) => "{least} 至 {most}", "{least} to {most}";
    number => "数值", "Number";
    points_column => "分值", "Points";
    between_anchors => "两行之间按比例计分，首末两行之外与首末两行相同。", "In proportion between two rows; beyond the first and the last as there.";
    scale_of(label) => "{label}对应的分值", "Points by {label}";
    here => "所填数值在这一档", "the number lies in this band";

    claim => "申报得分", "Points claimed";
    claim_of(label) => "{label}：申报得分", "{label}: points claimed";
    claim_off(label) => "{label}：自报扣分合计", "{label}: points off in all, as reported";
    reason => "得分说明（酌情给分、视情扣分须写明理由）", "Explanation (needed for points at discretion)";
    further(from, points) => "{from} 次起另扣 {points} 分", "from {from} times on {points} points besides";

    settled_at_check => "核对时结算：要与全部单位的数值放在一起才能算出。结算之前暂按最低分计。", "Settled at the check, beside the figures of all units. Until then it counts the least.";
    best_rule(full) => "数值最大的单位得 {full} 分，其余按比例计分。", "The unit with the largest number has {full} points, the others in proportion.";
    rank_rule(full, step, last) => "第 1 名得 {full} 分，每降 1 名少 {step} 分，最低 {last} 分。", "The first has {full} points, each place after it {step} less, {last} at least.";
    rank_smallest => "数值最小的排第 1。", "The smallest number comes first.";
    rank_largest => "数值最大的排第 1。", "The largest number comes first.";

    assessors_least(least) => "至少 {least} 位，取平均分", "{least} at least; their mean counts";
    score_of(label, number) => "{label} {number}", "{label} {number}";
    add_score => "添加一位评分", "Add a score";
    remove_score => "删去最后一位", "Remove the last";
    score_removed => "已删去一位评分。", "A score is removed.";

    veto_rule(most) => "一票否决：有下列任何一种情形，合计最高为 {most} 分。", "Veto: if any of these happened, the total is at most {most}.";
    veto_none => "无，以上情形都没有发生", "none of these happened";
    veto => "一票否决", "Veto";

    not_applicable => "本项不适用于本单位", "does not apply to this unit";
    by_clause(mark) => "依据条款 {mark}", "by clause {mark}";
    other_class(classes) => "只考评{classes}，本单位不在其中，本项不适用、不计分。", "Concerns {classes} only, which this unit is not of: not applicable, not counted.";
    multiplies_loss(by) => "选「是」，失分乘以 {by}", "if yes, points lost count {by} times";
    multiplies_points(by) => "选「是」，得分乘以 {by}", "if yes, points count {by} times";
    gated(otherwise) => "选「否」，本项计 {otherwise} 分", "if no, this counts {otherwise} points";

    entries_caption => "事项列表", "Entries";
    entry_title => "名称", "Title";
    entry_level => "级别", "Level";
    entry_times => "次数", "Times";
    entry_placement => "位置、形式", "Placement";
    entry_authors => "署名人数", "Authors";
    entry_note => "说明", "Explanation";
    entry_evidence => "佐证", "Evidence";
    level_choose => "请选择", "choose";
    placement_none => "一般", "no special placement";
    of_entry(column, number) => "第 {number} 项的{column}", "{column} of entry {number}";
    add_entry => "添加一项", "Add an entry";
    entries_none => "没有，本单位无此类事项", "none: the unit has nothing of the kind";
    no_entries_yet => "还没有列出事项。没有的请勾选「没有」。", "Nothing is listed yet. If there is none, say so.";
    entries_cap(cap) => "合计最高 {cap} 分", "{cap} points at most";
    highest_only => "同一名称只计最高的一项", "of one title only the highest counts";
    shared => "多人署名按人数平均", "divided by the number of authors";
    move_entry_up(number) => "上移第 {number} 项", "Move entry {number} up";
    move_entry_down(number) => "下移第 {number} 项", "Move entry {number} down";
    remove_entry(number) => "删除第 {number} 项", "Remove entry {number}";
    entry_removed(number) => "已删除第 {number} 项。", "Entry {number} is removed.";
    entry_points(points) => "得 {points} 分", "{points} points";
    entry_not_counted(points) => "{points} 分，同一名称已计较高的一项，不再计", "{points} points; another of this title counts instead";

    bonus => "加分项，不计入满分", "bonus, outside full marks";
    penalty => "倒扣项，不计入满分", "penalty, outside full marks";
    weight(weight) => "权重 {weight}", "weight {weight}";
    out_of(maximum) => "/ {maximum}", "/ {maximum}";
    between(low, high, maximum) => "{low}–{high} / {maximum}", "{low}–{high} / {maximum}";
    between_only(low, high) => "{low}–{high}", "{low}–{high}";
    range_pending(low, high) => "各项已填完，核对时结算：{low}–{high}", "All answered; settled at the check: {low}–{high}";
    recorded(count) => "另有 {count} 项只登记，不计分。", "{count} more are taken down and not counted.";
    grade(label) => "等次：{label}", "Grade: {label}";
    grade_open => "等次：待定", "Grade: open";
    grade_none => "等次：没有对应的等次", "Grade: none fits this total";
    total_section => "合计", "Total";
    gained(points) => "比满分多 {points}", "{points} above full marks";
    print_total(points, maximum) => "自评分合计：{points}（满分 {maximum}）", "Self-assessed total: {points} (of {maximum})";
}
