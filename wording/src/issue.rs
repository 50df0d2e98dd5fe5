//! What is wrong or missing in a form.

texts! {
    chinese_full_stop(text, fixed) => "「{text}」里的“。”是句号，不是小数点。请改为「{fixed}」。", "“{text}” has a Chinese full stop where a decimal point belongs. Type “{fixed}”.";
    comma(text) => "「{text}」里有逗号，看不出是分节还是小数点。请去掉逗号，小数用“.”。", "“{text}” has a comma, which may group digits or be a decimal point. Leave it out, and use “.” for decimals.";
    not_whole(text) => "「{text}」不是整数。次数、项数只能填整数，例如 2。", "“{text}” is not a whole number. Counts are whole numbers, such as 2.";
    too_large(text) => "「{text}」太大，不可能是这里的数值。请核对。", "“{text}” is larger than can be meant here. Please check it.";
    not_a_number(text) => "「{text}」不是数。请只填数字，例如 85 或 85.5。", "“{text}” is not a number. Type digits only, such as 85 or 85.5.";
    above_hundred(text) => "「{text}」超过 100%。完成率和申报份额最多为 100。", "“{text}” is above 100 %. Completion and the share claimed are at most 100.";
    below_zero(text) => "「{text}」小于 0。请填 0 到 100 之间的数。", "“{text}” is below 0. Type a number from 0 to 100.";
    too_many_decimals(text) => "「{text}」的小数超过两位。请保留两位小数以内。", "“{text}” has more than two decimals. Give two at most.";
    more_than_four_decimals(text) => "「{text}」的小数超过四位。请保留四位小数以内。", "“{text}” has more than four decimals. Give four at most.";
    count_too_large(text, most) => "「{text}」次数过大，最多 {most}。请核对。", "“{text}” is too many; at most {most}. Please check it.";
    not_a_date(text) => "「{text}」不是日期。请按 2022-01-10 的样子填写。", "“{text}” is not a date. Type it like 2022-01-10.";
    text_too_long(chars, most) => "这段文字有 {chars} 个字，最多 {most} 个。请缩短。", "This text has {chars} characters, {most} at most. Please shorten it.";
    claim_at_full(claim) => "任务已全部完成，得满分，不需要申报份额「{claim}」。请清空申报份额，或改正完成率。", "The task is complete and has full marks; no share “{claim}” is claimed. Clear the share, or correct the completion.";
    claim_below(claim) => "完成 60% 以下不得分（条款②），申报份额「{claim}」不起作用。请清空申报份额，或改正完成率。", "Below the threshold a task has no marks (clause ②); the share “{claim}” has no effect. Clear it, or correct the completion.";
    claim_debugging(claim) => "进入调试阶段视同完成，得满分，不需要申报份额「{claim}」。请清空申报份额，或取消“调试”。", "A system in debugging counts as complete; no share “{claim}” is claimed. Clear it, or untick debugging.";
    claim_missing(completion) => "完成率 {completion}% 在酌情给分的范围内。请填申报份额（0 到 100），并说明理由。", "Completion of {completion} % is in the judged band. Type the share you claim (0 to 100), with a reason.";
    reason_missing(claim) => "申报了份额 {claim}%，还没有说明理由。酌情给分要有理由，请在“得分说明”里填写。", "A share of {claim} % is claimed without a reason. Discretionary marks need one: type it in the column of reasons.";
    completion_missing => "还没有填完成率。请填 0 到 100 之间的数；系统开发已进入调试阶段的，请勾选“调试”。", "No completion yet. Type a number from 0 to 100, or tick debugging where a system has entered its debugging stage.";
    role_missing => "还没有选牵头或配合。权重由它决定，请选择。", "Neither lead nor supporting is chosen yet. The weight depends on it.";
    title_missing => "还没有填任务名称。办公室要靠名称核对。", "The task has no title yet. The office checks by it.";
    duplicate_number(number) => "任务序号「{number}」与前面的任务重复。请改成各不相同的序号，或删除重复的任务。", "An earlier task has the number “{number}” too. Give each its own, or remove the repeated task.";
    no_tasks => "还没有列出任务。任务未在评分表中列出，视为未完成（条款④）。请添加任务。", "No task is listed yet. A task that is not listed counts as not completed (clause ④). Add the tasks.";
    not_answered(label) => "「{label}」还没有填。没有的请填 0 或选“无”，空着不等于零。", "“{label}” is not answered yet. If there is none, say so: an empty field is not a zero.";
    unit_missing => "还没有选择单位。", "No unit is chosen yet.";
    unknown_unit(unit) => "「{unit}」不在本方案的考评对象中。请从列表中选择单位。", "“{unit}” is not among the units that this scheme assesses. Choose one from the list.";
    lead_units_only(label, count) => "「{label}」填了 {count}，但本单位没有牵头任务，这一条只适用于牵头单位，未计算。请清空，或核对任务的牵头/配合。", "“{label}” is {count}, but the unit leads no task and this clause concerns lead units only; it is not counted. Clear it, or check the tasks' roles.";
    without_requirement(label) => "没有「{label}」，本项不得分，下面的缺项不再扣分。", "Without “{label}” there are no points here; the deductions below change nothing.";
    unknown_option(id) => "「{id}」不是本方案的选项。请重新选择。", "“{id}” is not an option of this scheme. Choose again.";
    more_than_once(label, count) => "「{label}」最多计一次，文件中是 {count} 次。请改为 1。", "“{label}” counts at most once, the file says {count}. Make it 1.";
    unknown_criterion(id) => "「{id}」不是本方案的评分内容，已原样保留，不计分。", "“{id}” is no criterion of this scheme; it is kept as it is and not counted.";
    out_of_range(text, least, most) => "「{text}」不在 {least} 到 {most} 之间。请核对后重填。", "“{text}” is not between {least} and {most}. Please check it.";
    decimals_at_most(text, most) => "「{text}」的小数多于 {most} 位。请按 {most} 位小数填写。", "“{text}” has more than {most} decimals. Give {most} at most.";
    points_reason_missing(claim) => "酌情申报了 {claim} 分，还没有说明理由。请在“得分说明”里填写。", "{claim} points are claimed at discretion without a reason. Type it in the column of reasons.";
    level_missing => "还没有选级别。分值由级别决定，请选择。", "No level is chosen yet. The points depend on it.";
    entry_title_missing => "这一项还没有填名称。办公室要靠名称核对，同一事项也按名称辨认。", "The entry has no title yet. The office checks by it, and tells repeated entries by it.";
    authors_invalid(text, most) => "署名人数「{text}」不对，应为 1 到 {most} 的整数。", "The number of authors “{text}” should be a whole number from 1 to {most}.";
    too_few_scores(given, needed) => "只有 {given} 位评分人的评分，至少要 {needed} 位。请补齐。", "There are scores of {given} assessors, {needed} are needed. Add the others.";
    not_optional(label) => "「{label}」不能填“不适用”：方案没有这样的规定。请作答。", "“{label}” cannot be declared not applicable: no clause says so. Please answer it.";
    answered_not_applicable(label) => "「{label}」不适用于本单位，所填内容不计分，已保留。", "“{label}” does not apply to this unit; what is filled in is kept and not counted.";
    severity_error => "错误", "Error";
    severity_missing => "未填", "Missing";
    severity_warning => "提醒", "Note";
}
