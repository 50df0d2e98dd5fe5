//! The words of an explanation.

texts! {
    full_marks => "本项满分", "full marks";
    weight(number) => "任务{number}的权重", "weight of task {number}";
    role_weight(role) => "{role}的权重", "weight of {role}";
    role_count(role) => "{role}的项数", "number of {role}";
    completion(number) => "任务{number}的完成率", "completion of task {number}";
    debugging(number) => "任务{number}进入调试阶段，视同完成", "task {number} is in debugging and counts as complete";
    unlisted(number) => "任务{number}未在表中列出，视为未完成", "task {number} is not listed and counts as not completed";
    claim(number) => "任务{number}申报的份额", "share claimed for task {number}";
    missing(what) => "{what}（未填，按最不利计）", "{what} (missing, taken at its worst)";
    occurrences(label) => "{label}的次数", "how often: {label}";
    done(label) => "{label}（有为1，无为0）", "{label} (1 if done)";
    requirement(label) => "{label}（是为1，否为0）", "{label} (1 if so)";
    concerns(label) => "适用于本单位：{label}（是为1，否为0）", "concerns this unit: {label} (1 if so)";
    cap => "累计上限", "cap";
    floor => "最低分", "floor";
    nothing => "还没有填", "no answer yet";
    share(number) => "任务{number}的份额", "share of task {number}";
    weighted(number) => "任务{number}：权重×份额", "task {number}: weight × share";
    weighted_sum => "权重×份额之和", "sum of weight × share";
    weight_sum => "权重之和", "sum of weights";
    role_shares(role) => "{role}份额之和", "sum of shares of {role}";
    role_part(role) => "{role}部分（通分后）", "part of {role}, on the common denominator";
    denominator => "公分母", "common denominator";
    scaled => "满分×权重×份额之和", "full marks × sum of weight × share";
    mean => "加权平均", "weighted mean";
    item_sum => "合计", "sum";
    remaining => "扣分后", "after deductions";
    floored => "不低于最低分", "not below the floor";
    capped => "不超过上限", "not above the cap";
    gated => "满足前提才得分", "only where the requirement is met";
    rounded(decimals) => "四舍五入到{decimals}位小数", "rounded half up to {decimals} decimals";
    lead_tasks => "牵头任务", "lead tasks";
    supporting_tasks => "配合任务", "supporting tasks";
    share_full(completion, full) => "完成率 {completion}% 达到 {full}% → 得满分", "completion of {completion} % reaches {full} % → full marks";
    share_zero(completion, below) => "完成率 {completion}% 在 {below}% 以下 → 不得分", "completion of {completion} % is below {below} % → no marks";
    share_judged(completion, claim) => "完成率 {completion}%，酌情给分 → 申报份额 {claim}%", "completion of {completion} %, at discretion → share claimed {claim} %";
    least(list) => "取小（{list}）", "min({list})";
    greatest(list) => "取大（{list}）", "max({list})";
    and_more(count) => "…共{count}项", "… {count} in all";
    rounds_to => "四舍五入", "rounded";
    basis_clause(mark, text) => "依据 {mark}「{text}」", "Clause {mark} “{text}”";
    our_reading(ours, rival) => "〔我们的理解：{ours} 另一种理解：{rival}〕", "[Our reading: {ours} The rival reading: {rival}]";
    assumed(why) => "〔推定：{why}〕", "[Assumed: {why}]";
    gap(gap) => "〔{gap}〕", "[{gap}]";
}
