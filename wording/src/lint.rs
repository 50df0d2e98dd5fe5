//! What is wrong with a scheme, and what to do about it: for its author.

texts! {
    // Names and lists.
    bad_id(id) => "「{id}」不能用作标识。", "“{id}” cannot be an id.";
    bad_id_remedy => "请用 1 到 64 个小写字母、数字、“-”或“_”。", "Use 1 to 64 lower-case letters, digits, “-” or “_”.";
    duplicate_id(id) => "「{id}」出现了两次。", "“{id}” stands twice.";
    duplicate_id_remedy => "请改成各不相同，或删除重复的一个。", "Give each its own, or remove one.";
    empty => "这里不能空着。", "This must not be empty.";
    empty_remedy => "请至少添加一项。", "Add at least one.";
    too_many(found, most) => "共有 {found} 项，最多 {most} 项。", "There are {found}, at most {most}.";
    too_many_remedy(most) => "请减少到 {most} 项以内，或拆成几项评分内容。", "Bring them down to {most}, or split them over several criteria.";
    no_words => "没有文字。", "There are no words.";
    no_words_remedy => "请写明中文文字，填报人要靠它填写。", "Type the Chinese words; who fills in the form goes by them.";
    bad_date(date) => "「{date}」不是日期。", "“{date}” is no date.";
    bad_date_remedy => "请按 2022-01-14 的样子填写。", "Type it like 2022-01-14.";

    // Numbers.
    out_of_range(value, least, most) => "{value} 不在 {least} 到 {most} 之间。", "{value} is not between {least} and {most}.";
    out_of_range_remedy(least, most) => "请填 {least} 到 {most} 之间的数。", "Type a number from {least} to {most}.";
    not_positive(value) => "{value} 不大于 0。", "{value} is not above 0.";
    not_positive_remedy => "请填大于 0 的数。", "Type a number above 0.";
    reversed(least, most) => "最低 {least} 高于最高 {most}。", "The least, {least}, is above the most, {most}.";
    reversed_remedy => "请对调或改正两个数。", "Swap or correct the two numbers.";
    overflow => "这些数相乘可能超出精确计算的范围。", "These numbers can multiply beyond what is computed exactly.";
    overflow_remedy => "请减小分值、系数，或减少连续的倍数与折算。", "Make the points or factors smaller, or multiply and convert fewer times.";
    finer(value, decimals) => "{value} 的小数超过所保留的 {decimals} 位，四舍五入后就不是这个数了。", "{value} has more than the {decimals} decimals that points are rounded to; rounded it is another number.";
    finer_remedy(decimals) => "请改为 {decimals} 位小数以内，或增加方案保留的小数位数。", "Give it at most {decimals} decimals, or let the scheme keep more.";
    worthless => "这里的分值为 0，填不填都一样。", "This is worth nothing: it makes no difference.";
    worthless_remedy => "请填写分值，或删除这一项。", "Give it points, or remove it.";

    // Points that add up.
    no_points => "这项要计分，却没有满分。", "This is counted and has no full marks.";
    no_points_remedy => "请填写满分；只作记录的，请改用“记录”。", "Give it full marks; if it is only taken down, make it a record.";
    points_not_counted(value) => "这项不计分，却写有满分 {value}。", "This is not counted, yet it has full marks {value}.";
    points_not_counted_remedy => "请删除满分，或改用计分的规则。", "Remove the full marks, or use a rule that counts.";
    penalty_with_points(value) => "倒扣的内容不在满分之内，满分应为 0，这里是 {value}。", "What is taken off outside the base has full marks 0; here they are {value}.";
    penalty_with_points_remedy => "请把满分改为 0。", "Make the full marks 0.";
    points_differ(stated, sum) => "写的是 {stated} 分，各项相加是 {sum} 分。", "It says {stated} points; its criteria add up to {sum}.";
    total_differs(stated, sum) => "总分满分写的是 {stated}，各部分合起来是 {sum}。", "The total says {stated} points; its parts come to {sum}.";
    points_differ_remedy(sum) => "请改为 {sum}，或改正各项的分值。", "Make it {sum}, or correct the parts.";
    full_marks(stated, reachable) => "满分写的是 {stated}，按规则最多得 {reachable}。", "Full marks are {stated}; by the rule at most {reachable} can be had.";
    full_marks_remedy(reachable) => "请把满分改为 {reachable}，或改正规则中的分值、上限或折算。", "Make the full marks {reachable}, or correct the points, the cap or the conversion of the rule.";
    above_full_marks(full, reachable) => "满分是 {full}，却最多可以得 {reachable}。", "Full marks are {full}, yet up to {reachable} can be had.";
    above_full_marks_remedy(full) => "请加上“最高不超过 {full} 分”的上限，或改为加分项。", "Add a cap at {full}, or make it a bonus.";
    full_marks_not_found(full, found) => "满分是 {full}，试过的最好填报只得 {found}。", "Full marks are {full}; the best answers that were tried have {found}.";
    full_marks_not_found_remedy => "请检查权重、条件和折算：最好的填报应得满分。", "Check weights, conditions and conversions: the best answers should have full marks.";

    // Clauses.
    no_such_clause(id) => "引用的条款「{id}」不存在。", "The clause “{id}” that is referred to does not exist.";
    no_such_clause_remedy => "请选择已有的条款，或先添加这一条。评分内容引用自己的条款，分组和总分引用方案的条款。", "Choose a clause that exists, or add it. Criteria refer to their own clauses, groups and the total to the scheme's.";
    clause_needed => "这里不是简单相加，却没有写明依据的条款。", "Parts are not simply added here, and no clause says so.";
    clause_needed_remedy => "请选择依据的条款；原文没有的，添加一条“推定”的条款并说明理由。", "Choose the clause; if the source has none, add one that is assumed, with the reason.";
    notice_unproved => "标为“原文”的条款不应有另一种理解或推定理由。", "A clause in the notice's plain words has no rival reading and no reason.";
    notice_unproved_remedy => "请删除它们，或改标为“我们的理解”“推定”。", "Remove them, or call it a reading or assumed.";
    reading_unproved => "标为“我们的理解”的条款要写明我们的理解和另一种理解，且没有推定理由。", "A reading names ours and the rival, and has no reason for an assumption.";
    reading_unproved_remedy => "请写明两种理解，或改标依据。", "Type both readings, or correct the basis.";
    assumed_unproved => "标为“推定”的条款要说明为什么，且没有另一种理解。", "A clause that is assumed says why, and has no rival reading.";
    assumed_unproved_remedy => "请说明理由，或改标依据。", "Type the reason, or correct the basis.";
    unused_clause(id) => "没有规则用到条款「{id}」。", "No rule applies the clause “{id}”.";
    unused_clause_remedy => "请让规则引用它；确实不影响计分的，可以不管。", "Let a rule apply it; if it does not bear on points, leave it.";

    // Bounds.
    unsound_bounds(bounds) => "范围 {bounds} 不成立：同一端写了两次，或其中没有数。", "The range {bounds} is none: an end is named twice, or no number lies in it.";
    unsound_bounds_remedy => "每一端只写“以上”“超过”或“以下”“不满”之一，下限不高于上限。", "Name each end once, inclusive or exclusive, the lower one not above the upper.";
    bounds_gap(first) => "{first} 不在任何一档之内。", "{first} is in no band.";
    bounds_gap_remedy(next) => "请把下面一档的上限改为“不满{next}”。", "End the band below with “below {next}”.";
    bounds_gap_end_remedy(first) => "请添加包含 {first} 的一档，或放开最后一档的这一端。", "Add a band that has {first}, or leave that end of the last band open.";
    bounds_overlap(first) => "{first} 同时在两档之内。", "{first} is in two bands.";
    bounds_overlap_remedy(first) => "“以上、以下”包含本数，“超过、不满”不包含：请让 {first} 只属于一档。", "“At least” and “at most” include the number, “above” and “below” do not: leave {first} in one band.";
    out_of_reach(bounds) => "不可能有数落在 {bounds}。", "No possible number lies in {bounds}.";
    out_of_reach_remedy => "请改正范围，或删除这一档。", "Correct the range, or remove it.";
    anchors_not_rising(at) => "{at} 不大于前一点，连不成线。", "{at} is not above the point before it; no line joins them.";
    anchors_not_rising_remedy => "请按数值从小到大排列，每个数只写一次。", "List the points by rising numbers, each once.";

    // Better is never worse.
    option_order(points, before) => "这一项 {points} 分，少于前一项的 {before} 分。选项应从差到好排列。", "This option has {points} points, fewer than the {before} before it. Options go from the worst to the best.";
    option_order_remedy => "请调整顺序，或改正分值。", "Change the order, or correct the points.";
    scale_falls(points, before) => "分值先升后降：从 {before} 降到 {points}。", "Points rise and then fall, from {before} to {points}.";
    scale_rises(points, before) => "分值先降后升：从 {before} 升到 {points}。", "Points fall and then rise, from {before} to {points}.";
    scale_turns_remedy => "请核对：数值要么越大越好，要么越小越好。", "Check it: either more is better or less is.";
    further_falls(points, before) => "次数更多，另扣反而从 {before} 分减到 {points} 分，合计扣得更少。", "More times cost less: what is taken off besides falls from {before} to {points}.";
    further_falls_remedy(before) => "请把另扣的分改为不少于 {before}。", "Take off {before} or more besides.";
    requirement_loses(floor) => "达不到要求得 0 分，达到要求却可能倒扣到 {floor} 分：不达到反而好。", "Without the requirement there are 0 points; with it they can fall to {floor}: not to meet it is better.";
    requirement_loses_remedy => "请去掉要求，或把最低分改为 0。", "Remove the requirement, or make the floor 0.";
    requirement_in_penalty => "这是只扣分的内容，却设有要求：达不到要求计 0 分，等于一分不扣。", "This only takes points off, yet it has a requirement: without it there are 0 points, so nothing is taken off.";
    requirement_in_penalty_remedy => "请去掉要求；达不到也要扣分的，把它写成一项扣分。", "Remove the requirement; if not to meet it costs points, make it an event that does.";
    gate_gives_more(otherwise, least) => "条件不满足时计 {otherwise} 分，满足时却可能只有 {least} 分。", "Where the condition fails {otherwise} points count; where it holds there may be only {least}.";
    gate_gives_more_remedy(least) => "请把条件不满足时的分改为不高于 {least}。", "Let at most {least} count where the condition fails.";
    factor_loses(by) => "那一部分的分越高，乘以 {by} 后反而越低。", "More points there lead to fewer here, by the factor {by}.";
    factor_loses_remedy => "请核对系数和条件。", "Check the factor and the condition.";
    grade_order => "这一等次不低于前一等次。等次应从高到低排列。", "This grade is not below the one before it. Grades go from the best down.";
    grade_order_remedy => "请调整顺序，或改正范围。", "Change the order, or correct the ranges.";
    better_scores_less(before, after) => "试算发现：这一项填得更好，总分反而从 {before} 降到 {after}。", "Tried: a better answer here takes the total from {before} to {after}.";
    better_scores_less_by(before, after, clause) => "试算发现：这一项填得更好，总分反而从 {before} 降到 {after}（条款「{clause}」）。", "Tried: a better answer here takes the total from {before} to {after} (clause “{clause}”).";
    better_scores_less_remedy => "请核对倍数、条件和汇总方式。", "Check factors, conditions and how parts come together.";

    // What never matters.
    cap_idle(at, most) => "上限 {at} 不起作用：最多只有 {most}。", "The cap {at} never bites: there are at most {most}.";
    cap_idle_remedy => "请改正上限，或删除它。", "Correct the cap, or remove it.";
    floor_idle(at, least) => "下限 {at} 不起作用：最少也有 {least}。", "The floor {at} never bites: there are at least {least}.";
    floor_idle_remedy => "请改正下限，或删除它。", "Correct the floor, or remove it.";
    below_floor(floor, least) => "规则写明扣到 {floor} 分为止，之后的倍数却可以扣到 {least} 分。", "The rule stops at {floor}, yet what follows can take points down to {least}.";
    below_floor_remedy(floor) => "请在后面加上“不低于 {floor} 分”。", "Add a floor at {floor} after it.";
    veto_idle(at_most, most) => "否决后最高 {at_most} 分不起作用：总分最多只有 {most}。", "The veto at {at_most} changes nothing: the total is at most {most}.";
    veto_idle_remedy(most) => "请改为低于 {most} 的分数。", "Make it less than {most}.";
    same_points(points) => "与相邻一档同为 {points} 分。", "The same {points} points as the one beside it.";
    same_points_remedy => "如非有意，请改正分值或合并。", "If that is not meant, correct the points or merge them.";
    absent_idle => "写明了不适用部分如何处理，但没有哪一项可以不适用。", "It says what becomes of parts that do not apply, and none can be absent.";
    absent_idle_remedy => "请注明哪一项可以不适用，或改回简单相加。", "Say which criterion may not apply, or simply add.";
    full_marks_shrink(points) => "这项不适用时，满分减少 {points} 分，得分不折算。", "Where this does not apply, full marks shrink by {points}; points are not rescaled.";
    full_marks_shrink_remedy => "如需折算或平均计入其他项，请在分组或总分中写明。", "To rescale or spread, say so in the group or the total.";

    // Parts and who is concerned.
    weight_missing => "同级各部分加权平均，这里没有权重。", "Parts come together as a weighted mean, and this has no weight.";
    weight_missing_remedy => "请填写权重。", "Give it a weight.";
    weighed_parts_differ(full, first) => "加权平均的各部分满分不同：这里是 {full}，第一部分是 {first}。除权重外，满分高的还会多占比重。", "Parts of the weighted mean differ in full marks: {full} here, {first} in the first. Besides its weight the larger counts for more.";
    weighed_parts_differ_remedy => "请把各部分都折算成同样的满分，例如 100 分，或改为相加。", "Convert all parts to the same full marks, such as 100, or add them.";
    weight_unused => "这里写有权重，但同级各部分是相加的。", "This has a weight, but parts are added.";
    weight_unused_remedy => "请删除权重，或改为加权平均。", "Remove the weight, or make it a weighted mean.";
    standing_below_top => "加分和倒扣只能设在最上一级。", "Bonus and penalty stand at the top level only.";
    standing_below_top_remedy => "请把这一组移到最上一级，或取消加分、倒扣。", "Move the group to the top, or let it count towards full marks.";
    no_such_class(id) => "单位分类「{id}」不存在。", "There is no class of units “{id}”.";
    no_such_class_remedy => "请选择已有的分类，或先添加这一类。", "Choose a class that exists, or add it.";
    no_such_unit(name) => "「{name}」不在考评对象之中。", "“{name}” is not among the units assessed.";
    no_such_unit_remedy => "请改成考评对象中的名称，或把它加入考评对象。", "Use a name of the list of units, or add it there.";
    no_such_part(id) => "「{id}」不是本方案的内容。", "“{id}” is no part of this scheme.";
    no_such_part_remedy => "请选择已有的评分内容、分组或选项。", "Choose a criterion, group or option that exists.";
    condition_misplaced => "这种条件不能用在这里。由单位填报的条件只能用在评分内容上，按得分的条件只能用在分组和总分上。", "This condition cannot be used here. What the unit is asked belongs to a criterion, points of other parts to a group or the total.";
    condition_misplaced_remedy => "请换一种条件，或把它移到合适的地方。", "Use another condition, or move it.";
    condition_bounded(bounds) => "条件 {bounds} 有上限：得分更高反而不满足。", "The condition {bounds} has an upper end: more points would fail it.";
    condition_bounded_remedy => "请去掉上限。", "Remove the upper end.";
    circular(id) => "「{id}」的得分在这里还没有算出。", "The points of “{id}” are not settled yet here.";
    circular_remedy => "请引用评分内容、前面的分组，或把这一步移到总分。", "Refer to a criterion or an earlier group, or move the step to the total.";
    no_tasks => "条件是“牵头单位”，但方案中没有任务，无法知道谁牵头。", "The condition is to lead a task, and the scheme has no tasks.";
    no_tasks_remedy => "请改用单位分类，或增加任务一项。", "Use classes of units, or add tasks.";

    // Findings as such.
    severity_error => "错误", "Error";
    severity_warning => "警告", "Warning";
    severity_note => "提示", "Note";
    proof_exact => "推理得出", "by exact reasoning";
    proof_search => "试算得出", "by trying answers";

    // A scheme that cannot be read.
    scheme_too_large(most) => "方案文件太大，最多读取 {most} 字节。请确认选对了文件。", "The scheme file is too large; at most {most} bytes are read. Is it the right file?";
    scheme_unreadable(detail) => "读不出方案：{detail}。请核对文件。", "No scheme can be read: {detail}. Check the file.";
    scheme_other_format(found) => "这不是本程序认识的方案文件（{found}）。请选择方案文件；版本较新的，请使用新版程序。", "This is no scheme file that this program knows ({found}). Choose a scheme file; for a newer version use a newer program.";
    scheme_refused(count) => "方案有 {count} 处错误，不能使用。", "The scheme has {count} errors and cannot be used.";
}
