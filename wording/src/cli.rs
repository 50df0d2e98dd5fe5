//! The words of the command line.

texts! {
    about => "政府部门绩效自评：检查和查看考评方案，给申报表计分，核对和转换申报表。", "Self-assessment of public bodies: check and show schemes; score, check and convert forms.";
    about_scheme => "考评方案：检查、列出、查看", "Schemes: check, list and show them";
    about_score => "给申报表计分，并与表中所写得分核对", "Score forms, and compare with the figures that they state";
    about_lint => "检查方案：错误、警告、提示，以及理解和推定之处", "Check schemes: errors, warnings, notes, and what rests on readings and assumptions";
    about_list => "列出自带的和文件夹里的方案", "List the schemes that come along and those in folders";
    about_show => "按官方表格的顺序显示方案", "Show a scheme as its official table";
    about_replay => "用新方案给上年的申报表计分：哪些单位升降、升降多少、依据哪一条款，哪些内容不再拉开差距", "Score last year's forms by a new scheme: who moves, by how much, by which clause; what no longer tells units apart";
    about_carry => "把上年的申报表转到新方案，列出带不过来的内容", "Carry a form over to a new scheme, and list what cannot be carried";
    help_from => "上年的方案：文件，或自带方案的标识", "Last year's scheme: a file, or the id of one that comes along";
    help_to => "新方案：文件，或自带方案的标识；从上年如何对应写在它的 succeeds 里", "The new scheme: a file, or the id of one that comes along; its succeeds has the map from last year's";
    help_forms_or_folders => "上年的申报表文件（JSON 或 CSV），或存放它们的文件夹（不含下级）", "Last year's form files, JSON or CSV, or folders of them (not those below)";
    help_last_form => "上年的申报表文件，JSON 或 CSV", "Last year's form file, JSON or CSV";
    help_table => "只输出一张表：units 单位，why 来由，criteria 评分内容，left 带不过来的，fresh 新增的，taken 去向；CSV 默认 units", "One table only; CSV has units by default";
    help_carry_format => "输出格式：text 清单，json 清单和申报表，form 只有转好的申报表", "Format of the output: text a list, json the list and the form, form the form alone";
    other_forms_scheme(path, named, from) => "「{path}」写的方案是「{named}」，不是「{from}」。请核对 --from。", "“{path}” names the scheme “{named}”, not “{from}”. Check --from.";
    not_carried(count) => "有 {count} 处带不过来，用 --format text 查看。", "Not carried: {count}; --format text lists them.";
    no_forms => "没有可用的申报表。", "There is no form to be used.";
    usage => "用法：", "Usage: ";
    commands => "命令", "Commands";
    options => "参数", "Arguments and options";
    statuses => "退出码：0 没有发现问题；1 有发现；2 有文件无法使用，或参数有误。", "Exit status: 0 nothing found; 1 something found; 2 a file cannot be used, or the arguments are wrong.";
    help_lang => "语言：zh 中文，en 英文；默认按系统设置，系统不是英文的用中文", "Language, zh or en; by default the machine's, Chinese unless that is English";
    help_help => "显示帮助", "Show this help";
    help_version => "显示版本", "Show the version";
    help_schemes => "方案文件，或自带方案的代号", "Scheme file, or the id of one that comes along";
    help_format => "输出格式", "Format of the output";
    help_folders => "存放方案文件的文件夹（不含下级）", "Folders of scheme files (not those below them)";
    help_forms => "申报表文件：JSON、CSV、XLSX，或带佐证材料的 ZIP", "Form files: JSON, CSV, XLSX, or ZIP with evidence";
    help_scheme => "计分所用的方案，可多次使用；只给一个时，申报表写的是别的方案也按它计分，并加以说明", "Scheme to score by, may be repeated. A single one is used even where a form names another scheme, which is then said";
    help_scheme_folders => "在这个文件夹里找申报表所写的方案，可多次使用", "Folder in which to look for the scheme that a form names; may be repeated";
    help_explain => "写出每一步和依据的条款", "Write every step, and the clauses";

    nothing_asked(help) => "请写明要做什么。\n{help}", "Say what is to be done.\n{help}";
    not_understood(detail) => "参数有误，请用 --help 查看用法。{detail}", "The arguments cannot be understood; see --help. {detail}";
    not_written(detail) => "结果没有写完：{detail}。请检查磁盘空间和输出位置。", "The output could not be written: {detail}. Check the disk and where it goes.";
    no_file(path) => "没有「{path}」。请核对名称。", "There is no “{path}”. Check the name.";
    no_such_scheme(named) => "没有「{named}」这个文件，也没有这个代号的自带方案。请核对名称，或用 selfscore scheme list 查看自带的方案。", "There is no file “{named}”, nor does a scheme of that id come along. Check the name; selfscore scheme list shows those that do.";
    no_folder(path) => "「{path}」不是文件夹。请核对名称。", "“{path}” is no folder. Check the name.";
    no_permission(path) => "没有权限读取「{path}」。请修改权限或换一个位置。", "“{path}” may not be read. Change its permissions, or copy it elsewhere.";
    is_a_folder(path) => "「{path}」是文件夹。请写其中的文件。", "“{path}” is a folder. Name the files in it.";
    not_read(path, detail) => "读不出「{path}」：{detail}。请检查文件。", "“{path}” cannot be read: {detail}. Check the file.";
    left_out(path) => "「{path}」不是方案文件，已略过。", "“{path}” is no scheme file and is left out.";
    lint_says_more => "方案有错误，不能用来计分；详见 selfscore scheme lint。", "The scheme has errors and cannot score; selfscore scheme lint says which.";

    comma => "，", ", ";
    of_source(source, text) => "{source}：{text}", "{source}: {text}";
    labelled(label, text) => "{label}{text}", "{label} {text}";
    labelled_by(label, text) => "{label}：{text}", "{label}: {text}";
    findings(errors, warnings, notes) => "错误 {errors} 处，警告 {warnings} 处，提示 {notes} 处", "Errors: {errors}, warnings: {warnings}, notes: {notes}";
    finding(weight, path, code, proof) => "[{weight}] {path}（{code}，{proof}）", "[{weight}] {path} ({code}, {proof})";
    whole_file => "整个文件", "the whole file";
    nothing_open => "全部依据原文，没有理解和推定之处。", "Everything rests on the source's plain words.";
    open_points(count) => "需要向考评部门确认的 {count} 处：", "To be confirmed by the assessing office: {count}";
    open_point(path, basis) => "{path}（{basis}）", "{path} ({basis})";
    clause(mark, text) => "{mark} {text}", "{mark} {text}";
    based(text, basis) => "{text}〔{basis}〕", "{text} [{basis}]";
    gap(label, text) => "{label}：{text}", "{label}: {text}";

    scheme_line(id, revision, title) => "{title}（{id}，修订 {revision}）", "{title} ({id}, revision {revision})";
    is_builtin => "程序自带", "comes along with the program";
    digest(digest) => "校验码 {digest}", "SHA-256 {digest}";
    extent(maximum, criteria) => "满分 {maximum} 分，评分内容 {criteria} 项", "Full marks {maximum}, criteria: {criteria}";
    criteria(criteria) => "评分内容 {criteria} 项", "Criteria: {criteria}";
    contradicts => "方案有错误，不能用来计分", "The scheme has errors and cannot score";
    same_revision(id, revision) => "另有代号「{id}」、修订号 {revision} 的方案，而内容不同。改动过的方案请增大修订号（revision）。", "Another scheme has the id “{id}” and revision {revision} and says something else. Raise the revision of what was changed.";
    due(date) => "报送截止：{date}", "Due: {date}";
    decimals(decimals) => "得分保留 {decimals} 位小数", "Decimals of points: {decimals}";
    units(count) => "考评对象：{count} 个单位", "Units assessed: {count}";
    rule => "怎么算：", "The rule:";
    clauses => "条款：", "Clauses:";
    worth(points) => "{points} 分", "points: {points}";
    indicator(number, title, points) => "{number} {title}（{points}）", "{number} {title} ({points})";
    content(number, title, text) => "{number} {title}：{text}", "{number} {title}: {text}";
    criterion(title, id, points) => "{title}（{id}，{points}）", "{title} ({id}, {points})";

    no_scheme_named(file) => "{file}：没有写明考评方案，无法计分。请用 --scheme 指定方案。", "{file}: it names no scheme and cannot be scored. Name one by --scheme.";
    unknown_scheme(file, id) => "{file}：没有它所写的方案「{id}」，无法计分。请用 --scheme 或 --schemes 给出方案文件。", "{file}: its scheme “{id}” is not at hand, and it cannot be scored. Give the scheme's file by --scheme or --schemes.";
    scored_unnamed(by) => "申报表没有写明方案，按指定的「{by}」计分。请与填报单位核对。", "The form names no scheme; it is scored by “{by}” as asked. Check with the unit.";
    scored_by_other(named, by) => "申报表写的是方案「{named}」，这里按指定的「{by}」计分。请与填报单位核对。", "The form names the scheme “{named}”; it is scored by “{by}” as asked. Check with the unit.";
    other_revision(named, by) => "申报表按方案的修订 {named} 填写，这里按修订 {by} 计分。请用 --scheme 给出修订 {named} 的方案，或与填报单位核对。", "The form names revision {named} of the scheme; it is scored by revision {by}. Give revision {named} by --scheme, or check with the unit.";
    other_digest(named, by) => "申报表所用方案的内容（校验码 {named}…）与这里的（{by}…）不同，得分按这里的计算。请用 --scheme 给出原来的方案，或与填报单位核对。", "The form's scheme has other contents (SHA-256 {named}…) than the one here ({by}…), which it is scored by. Give the original by --scheme, or check with the unit.";
    attention(text) => "注意：{text}", "Attention: {text}";
    line(title, id, points, maximum, state) => "{title}（{id}）：{points} / {maximum}，{state}", "{title} ({id}): {points} / {maximum}, {state}";
    line_uncounted(title, id, state) => "{title}（{id}）：{state}", "{title} ({id}): {state}";
    incomplete(highest) => "未填完，最高可得 {highest}", "incomplete, {highest} at most";
    pending(highest) => "核对时结算，最高可得 {highest}", "settled at the check, {highest} at most";
    not_applicable => "不适用", "does not apply";
    section(title, points, maximum) => "小计 {title}：{points} / {maximum}", "Subtotal {title}: {points} / {maximum}";
    total(points, maximum) => "合计：{points} / {maximum}", "Total: {points} / {maximum}";
    total_incomplete(points, highest, maximum) => "合计：{points} / {maximum}，未填完，最高可得 {highest}", "Total: {points} / {maximum}, incomplete, {highest} at most";
    total_pending(points, highest, maximum) => "合计：{points} / {maximum}，核对时结算，最高可得 {highest}", "Total: {points} / {maximum}, settled at the check, {highest} at most";
    grade(label) => "等次：{label}", "Grade: {label}";
    differs(what, stated, recomputed) => "{what}：文件所写 {stated}，重新计算 {recomputed}", "{what}: stated {stated}, recomputed {recomputed}";
    no_issues => "填报没有发现问题。", "Nothing is wrong or missing in the form.";
    issues(errors, missing, warnings) => "填报问题：错误 {errors} 处，未填 {missing} 处，提醒 {warnings} 处", "In the form: errors: {errors}, missing: {missing}, warnings: {warnings}";
    issue(weight, field, text) => "[{weight}] {field}：{text}", "[{weight}] {field}: {text}";
    issue_error => "错误", "Error";
    issue_missing => "未填", "Missing";
    issue_warning => "提醒", "Warning";
    unknown_members(list) => "文件里有本程序不认识的内容：{list}", "Members that this program does not know: {list}";

    about_generate => "生成供试用的自评表和任务分工，可带已知的问题", "Make forms and registers to try a check with, with faults that are known";
    help_seed => "随机数种子，同一种子生成同样的文件（默认 1）", "Seed: the same one makes the same files (default: 1)";
    help_many_forms => "自评表的份数（默认 35）", "How many forms (default: 35)";
    help_tasks => "每个单位平均有几项任务（默认 8）", "How many tasks a unit has on average (default: 8)";
    help_faults => "有问题的自评表占百分之几（默认 0）", "How many per cent of the forms have a fault (default: 0)";
    help_generate_out => "写到这个文件夹：每个区一个子文件夹，有 register.csv、received.csv（收到日期）、forms、truth.csv（有哪些问题）；不写则每行一份表输出",
        "Write to this folder, one below it for each district, with register.csv, received.csv (days of receipt), forms and truth.csv (what is wrong); otherwise one form a line is printed";
    help_cities => "改为每个市一个文件，每行一份表：city-001.ndjson……，旁边是 city-001.truth.csv；问题只有单看一份表就能发现的",
        "Instead, a file for each of so many cities with a form a line, city-001.ndjson and so on, and city-001.truth.csv beside it; faults are those that a form shows by itself";
    folder_not_written(folder, why) => "没有写完 {folder}：{why}", "{folder} was not written to its end: {why}";
    scheme_unsound(file) => "方案 {file} 有错误，请先用 scheme lint 检查。", "The scheme {file} has errors; see them by scheme lint.";

    csv_file => "文件", "File";
    csv_unit => "单位", "Unit";
    csv_scheme => "方案", "Scheme";
    csv_key => "键", "Key";
    csv_criterion => "评分内容", "Criterion";
    csv_points => "得分", "Points";
    csv_highest => "最高可得", "Highest";
    csv_maximum => "满分", "Full marks";
    csv_state => "状态", "State";
    csv_formula => "计算", "Formula";
    csv_stated => "文件所写", "Stated";
    csv_verdict => "核对", "Verdict";
    csv_issues => "问题", "Issues";
}

/// The headings of a table of scores, from left to right.
pub const CSV_HEADINGS: [fn(crate::Lang) -> &'static str; 13] = [
    csv_file,
    csv_unit,
    csv_scheme,
    csv_key,
    csv_criterion,
    csv_points,
    csv_highest,
    csv_maximum,
    csv_state,
    csv_formula,
    csv_stated,
    csv_verdict,
    csv_issues,
];
