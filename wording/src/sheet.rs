//! A scheme as a spreadsheet: its headings, which are part of the format, and what can be wrong.

texts! {
    standing => "性质", "Standing";
    group => "一级指标", "First-level indicator";
    number => "序号", "No.";
    indicator => "二级指标", "Second-level indicator";
    content => "内容", "Content";
    criterion => "评分内容", "Criterion";
    points => "分值", "Points";
    standard => "条款", "Clauses";
    basis => "依据", "Basis";
    note => "说明", "Note";
    kind => "评分方式", "Kind of rule";
    rule => "评分规则", "Rule";
    id => "标识", "Ids";
    rest => "其他(JSON)", "Other (JSON)";

    title => "方案名称", "Title";
    scheme_id => "方案标识", "Id of the scheme";
    revision => "修订号", "Revision";
    due => "截止日期", "Due";
    decimals => "小数位数", "Decimals";
    units => "考评单位", "Units";

    classes => "单位分类", "Classes of units";
    grades => "等次", "Grades";
    total => "总分", "Full marks";
    scheme_clause => "方案条款", "Clause of the scheme";

    untitled => "未命名方案", "Untitled scheme";
    this_unit => "本单位", "本单位";
    default_group => "考评指标", "Indicators";
    left_out => "表中没有写，由程序补写；请在表头上方补上。", "The table does not say it and the program filled it in; say it above the heading row.";
    no_due => "表中没有截止日期，按不设截止日期处理。", "The table gives no last day for handing in; there is none.";
    no_units => "表中没有考评单位，暂以“本单位”代替。", "The table names no units; 本单位 (this unit) stands in for them.";
    no_grades => "等次按表头上方“等次”一行划分。", "Grades are those of the row 等次.";
    clause_left_out => "表中没有条款原文，由程序按“评分规则”一栏补写。", "The table gives no words of a source; the program took those of the column 评分规则.";
    stands_there(found) => "此处为「{found}」。", "Here stands “{found}”. ";

    no_heading => "没有找到表头行：表头须有「评分规则」和至少一个其他列名，并在前 300 行之内。请补上表头后再导入。", "No heading row: it has the column 评分规则 (Rule) and at least one other, and stands within the first 300 rows. Add it and open the file again.";
    no_rows => "表头下面没有一行有评分规则。请至少写一行。", "No row below the heading has a rule. Write at least one.";
    unknown_column(name) => "「{name}」不是本程序认识的列。请删去这一列，或把列名改为：性质、一级指标、序号、二级指标（指标）、内容、评分内容、分值、评分方式、评分规则、条款、依据、说明、标识、其他(JSON)。", "“{name}” is no column that this program knows. Remove it, or rename it to one of 性质, 一级指标, 序号, 二级指标 (指标), 内容, 评分内容, 分值, 评分方式, 评分规则, 条款, 依据, 说明, 标识, 其他(JSON).";
    no_kind => "看不出这条规则是哪一种评分方式。请在「评分方式」一列写明，或写在规则开头，例如“逐项得分：制定方案 3；召开会议 2”。可用的有：择一、扣分、逐项得分、计数得分、数值分档、数值线性、酌情、清单、专家平均、按最好单位比例、按名次、一票否决、只记录、任务加权平均。", "The rule could be of several kinds. Name its kind in the column 评分方式, or before the rule, as in 逐项得分：制定方案 3；召开会议 2. There are 择一 (choice), 扣分 (deduction), 逐项得分 (checklist), 计数得分 (count), 数值分档 (bands), 数值线性 (linear), 酌情 (judged), 清单 (entries), 专家平均 (assessed), 按最好单位比例 (best), 按名次 (rank), 一票否决 (veto), 只记录 (record), 任务加权平均 (tasks).";
    no_rule => "这一行没有评分规则。请写上规则；不计分的写“只记录：原因”。", "This row has no rule. Write one; what is not counted is written 只记录： and why.";
    not_a_number(found) => "「{found}」不是可用的数。请写不超过 100000、小数不超过 4 位的数，例如 2.5。", "“{found}” is no number that can be used. Write one of at most 100000 and 4 decimals, like 2.5.";
    not_whole(found) => "「{found}」不是可用的整数。修订号写 1 以上的整数，小数位数写 0 到 4。", "“{found}” is no whole number that can be used. A revision is 1 or more, decimals are 0 to 4.";
    not_a_grade(found) => "「{found}」不是等次。请按“优秀 90以上；良好 80以上不满90；不合格 不满60”填写。", "“{found}” is no grade. Write it like 优秀 90以上; 良好 80以上不满90; 不合格 不满60.";
    not_a_class(found) => "「{found}」不是单位分类。请每行写一类，例如“区县：甲县、乙县”。", "“{found}” is no class of units. Write a line a class, like 区县：甲县、乙县.";
    unknown_head(found) => "表头上方的「{found}」不是本程序认识的项目。可用的有：方案名称、方案标识、修订号、截止日期、小数位数、考评单位、单位分类、等次、总分、方案条款、其他(JSON)。请改名或删去这一行。", "“{found}” above the heading row is nothing that this program knows. It knows 方案名称, 方案标识, 修订号, 截止日期, 小数位数, 考评单位, 单位分类, 等次, 总分, 方案条款, 其他(JSON). Rename the row or remove it.";
    unknown_kind(found) => "「{found}」不是本程序认识的评分方式。可用的有：择一、扣分、逐项得分、计数得分、数值分档、数值线性、酌情、清单、专家平均、按最好单位比例、按名次、一票否决、只记录、任务加权平均。", "“{found}” is no kind of rule that this program knows. It knows 择一 (choice), 扣分 (deduction), 逐项得分 (checklist), 计数得分 (count), 数值分档 (bands), 数值线性 (linear), 酌情 (judged), 清单 (entries), 专家平均 (assessed), 按最好单位比例 (best), 按名次 (rank), 一票否决 (veto), 只记录 (record), 任务加权平均 (tasks).";
    unknown_standing(found) => "「{found}」不是性质。请写“基础”“加分”或“倒扣”；加分、倒扣只能写在一级指标的首行。", "“{found}” is no standing. Write 基础 (base), 加分 (bonus) or 倒扣 (penalty), in the first row of a first-level indicator.";
    too_deep(found, most) => "指标有 {found} 级，最多 {most} 级。“ / ”隔开上下级，请检查是否误用。", "There are {found} levels of groups, at most {most}. “ / ” stands between levels; is it used for something else?";
    unknown_basis(found) => "「{found}」不是依据。请写“原文”“理解”或“推定”：一个词适用于全部条款，或每条一个，用顿号隔开。", "“{found}” is no basis. Write 原文 (notice), 理解 (reading) or 推定 (assumed): one for all clauses, or one for each, apart by 、.";
    bases_differ(bases, clauses) => "依据有 {bases} 个，条款有 {clauses} 条。请只写一个，或每条写一个。", "There are {bases} bases and {clauses} clauses. Write one, or one for each.";
    reading_unproved => "依据为“理解”的条款，须在说明中写两行：“取：……”和“不取：……”。", "A clause with the basis 理解 needs two lines in the column 说明: “取：…” (ours) and “不取：…” (the rival).";
    assumed_unproved => "依据为“推定”的条款，须在说明中写明“理由：……”。", "A clause with the basis 推定 needs “理由：…” (the reason) in the column 说明.";
    notes_left(found) => "说明中的「{found}」没有对应的条款：依据须有同样多的“理解”或“推定”。", "“{found}” in the column 说明 belongs to no clause: there must be as many 理解 or 推定 in the column 依据.";
    notation(found, shape) => "「{found}」不是这种评分方式的写法。请按这样写：{shape}", "“{found}” is not how this kind of rule is written. Write: {shape}";
    lacking(shape) => "评分规则没有写全。请按这样写：{shape}", "The rule is not complete. Write: {shape}";
    no_clause(found) => "「【{found}】」没有对应的条款。请写条款一栏中某一条的标号，如【②】。", "“【{found}】” names no clause. Write the mark of one in the column 条款, as in 【②】.";
    no_standard => "有评分规则，而没有条款。请写上原文。", "There is a rule and no clause. Write the words of the source.";
    ids_differ(ids, things) => "标识有 {ids} 个，而表中有 {things} 项。请补齐或删去多余的，或者把这一行标识清空，由程序编号。", "There are {ids} ids for {things} things. Add or remove some, or clear the line, and the program numbers them.";
    not_json(detail) => "这一格的 JSON 不合用（{detail}）。它由导出时写成；请恢复原样，或清空这一格（其中的英文等内容会丢失）。", "The JSON of this cell does not fit ({detail}). It was written on export: restore it, or clear the cell, which loses what it holds, English words for instance.";
    no_points => "这一项要计分，而没有分值。请写上分值。", "This is counted and has no points. Write its points.";
    not_date(found) => "「{found}」不是日期。请按 2027-01-14 或 2027年1月14日 填写。", "“{found}” is no date. Write it like 2027-01-14.";

    shape_tasks => "每行一条：牵头权重 1；配合权重 0.5；100以上 满分；不满60 不得分；其间 酌情；未列出 不得分；按任务平均（或“按角色平均”）", "牵头权重 1; 配合权重 0.5; 100以上 满分; 不满60 不得分; 其间 酌情; 未列出 不得分; 按任务平均 or 按角色平均";
    shape_choice => "每行一个选项，末尾写分数：未开展 0；已开展 5；效果良好 6至10", "a line an option, its points last: 未开展 0; 已开展 5; 效果良好 6至10";
    shape_deduction => "每行一种情形，末尾写扣几分：未按时报送 −2；未制定方案 −3 一次；造成影响 −5至10；不低于 0", "a line an event, what it costs last: 未按时报送 −2; 未制定方案 −3 一次; 造成影响 −5至10; 不低于 0";
    shape_checklist => "每行一项，末尾写得几分：制定方案 3；召开会议 2", "a line an item, its points last: 制定方案 3; 召开会议 2";
    shape_count => "每行一种，末尾写每次得几分：参加培训 1；上门走访 2；最高 6", "a line an event, its points last: 参加培训 1; 上门走访 2; 最高 6";
    shape_bands => "每行一档：90以上 10；80以上不满90 8；不满80 0；首行写“填报：办结率（%），0至100，小数2位”", "a line a band: 90以上 10; 80以上不满90 8; 不满80 0; first 填报：办结率（%），0至100，小数2位";
    shape_linear => "每行一点：0 得 0；100 得 10；首行写“填报：完成率（%），0至100，小数2位”", "a line an anchor: 0 得 0; 100 得 10; first 填报：完成率（%），0至100，小数2位";
    shape_judged => "一行：工作成效 0至5", "one line: 工作成效 0至5";
    shape_entries => "每行一个级别：市级 1；省级 3；国家级 5；头版头条 ×2；署名平均；同一项取最高；最高 6", "a line a level: 市级 1; 省级 3; 国家级 5; 头版头条 ×2; 署名平均; 同一项取最高; 最高 6";
    shape_assessed => "一行：专家评分 0至10 3人以上", "one line: 专家评分 0至10 3人以上";
    shape_best => "一行：填报：信息采用数（条），0至1000，小数0位", "one line: 填报：信息采用数（条），0至1000，小数0位";
    shape_rank => "填报：信息采用数（条），0至1000，小数0位；每降1名 −0.5；最低 0；小者在前、并列不占名次（需要时才写）", "填报：信息采用数（条），0至1000，小数0位; 每降1名 −0.5; 最低 0; where needed 小者在前, 并列不占名次";
    shape_veto => "每行一种情形，另写一行总分上限：发生重大事故；总分不超过 59", "a line an event, and one with the bound: 发生重大事故; 总分不超过 59";
    shape_record => "写明为什么不计分", "say why nothing is counted";
    shape_other => "评分方式为“见其他”时，规则写在“其他(JSON)”一列", "with the kind 见其他 the rule stands in the column 其他(JSON)";
}
