//! The help.

/// A text in the language asked for.
type Text = fn(crate::Lang) -> &'static str;

/// Questions with their answers, in order.
pub const ENTRIES: [(Text, Text); 16] = [
    (how, how_answer),
    (where_kept, where_kept_answer),
    (steps, steps_answer),
    (two_tabs, two_tabs_answer),
    (shared, shared_answer),
    (hand_in, hand_in_answer),
    (evidence, evidence_answer),
    (office, office_answer),
    (explained, explained_answer),
    (possible, possible_answer),
    (gaps, gaps_answer),
    (scheme, scheme_answer),
    (last_year, last_year_answer),
    (paper, paper_answer),
    (code, code_answer),
    (no_download, no_download_answer),
];

texts! {
    how => "怎么填？", "How do I fill it in?";
    how_answer => "选好单位，按官方表格的顺序从上往下填。每一格旁边就是对应的评分标准。没有的事项要填 0 或选“以上都没有”，空着表示“没有填”，不会当成零。全角数字和 85% 这样的写法都可以。", "Choose the unit and go down the official table. The clause stands beside each field. Say so where there is nothing, with a 0 or «none of these»: an empty field means not answered, never zero. Full-width digits and 85% are understood.";
    where_kept => "填的内容保存在哪里？", "Where is what I type kept?";
    where_kept_answer => "只在这台电脑的这个浏览器里，边填边保存；页面上方写着“已保存到本浏览器”，就是已经写进去并且读回来核对过了。本页不连接网络，也没有服务器。清除浏览数据、换电脑或换浏览器就看不到了，所以请在“草稿”页把全部草稿备份到文件；一个星期没有存过文件，页面会提醒。", "In this browser on this computer only, saved as you type; «Saved in this browser» means that it was written and read back. The page connects to nothing and has no server. Clearing browsing data removes it, and other browsers do not have it: save all drafts to a file on the page of drafts; after a week without a file the page reminds you.";
    two_tabs => "在两个标签页里同时填同一份草稿会怎样？", "What if one draft is open in two tabs?";
    two_tabs_answer => "一处保存，另一处马上就能看到。两处改的是不同的格子，会合在一起；改的是同一格而且不一样，两份都会留下，并列出不一样的地方。", "What one saves the other shows at once. Changes in different fields are put together; where the same field says two things, both copies are kept and their differences listed.";
    steps => "填错了能退回吗？", "Can I take something back?";
    steps_answer => "能。按 Ctrl+Z 或点“撤销”，可以一步一步退回，包括删除、粘贴和打开文件，至少 200 步，重新打开页面后也可以；Ctrl+Shift+Z 或“重做”再做一遍。删除的草稿在“草稿”页可以恢复。", "Yes: Ctrl+Z or the button «Undo», step by step, deletions, pastes and opened files included, at least 200 steps, also after the page was opened anew; Ctrl+Shift+Z or «Redo» does them again. Deleted drafts can be brought back on the page of drafts.";
    shared => "用的是公用电脑，怎么不留痕迹？", "How do I leave nothing on a shared computer?";
    shared_answer => "在“草稿”页最下面点“清除本浏览器里的全部内容”。页面会先列出要删除的内容，并让您先存一个备份文件。", "At the end of the page of drafts, remove everything from this browser. It says first what goes, and saves a file of it.";
    hand_in => "怎么上报？", "How do I hand it in?";
    hand_in_answer => "填完后导出 JSON 交给考评办公室，并打印、签字、盖章。没有填完也能导出，文件名和文件里都会注明“未填完”。", "Export the JSON file for the office, and print, sign and stamp the form. An incomplete form can be exported too; its name and the file say so.";
    evidence => "佐证材料怎么登记、怎么核对？", "How is evidence listed and compared?";
    evidence_answer => "在“佐证材料”里加入文件或文件夹，页面按指标编号、起名，登记大小和校验值，并提醒哪一项没有材料、哪份材料没有用上、哪个文件用了两次。文件内容不进入自评表，也不保存在浏览器里；重新打开页面后，再加入同一文件就能核对。上报时可以把自评表、目录和材料打成一个 ZIP 压缩包。办公室把收到的文件夹或压缩包放进“核对文件”，页面逐个核对校验值，列出一致、有变化、缺少和目录以外的文件。", "Add files or a folder under Evidence. They are numbered and named by indicator and listed with size and digest; claims without evidence, evidence without claims and a file used twice are pointed out. Contents enter neither the form nor the browser's storage; after a reload, adding the same file compares it. Form, list and evidence can be handed in as one ZIP. The office puts the folder or the ZIP into «Compare files», and every digest is compared: as listed, changed, missing, or not in the list.";
    office => "办公室怎么核对？", "How does the office check it?";
    office_answer => "用同一个页面打开收到的文件（按钮或直接拖进来）。页面会重新计算，逐项列出文件所写和重新计算的得分，并说明文件导出后有没有改动过。", "Open the file in this same page, by the button or by dropping it. It is recomputed; stated and recomputed figures stand side by side, with whether the file changed after its export.";
    explained => "得分是怎么算的？", "How do the points come about?";
    explained_answer => "点“怎么算的”，就能看到公式、每一步的数、所依据的条款和失分在哪里。每项得分只在最后四舍五入一次，保留两位小数；合计是各项之和。", "Open the explanation beside a figure: formula, every step, the clauses applied and where points were lost. Points are rounded once, at the line, to two decimals; the total is the sum of the lines.";
    possible => "“还可能”是什么意思？", "What does «still possible» mean?";
    possible_answer => "还没有填完时，已填的部分至少能得多少分，全部按最好的情况填完最多能得多少分。填得越多，范围越小；补填不会使已得的分减少。", "While the form is incomplete: the least that it will have, and the most that it can still have. The more is filled in, the closer they come; filling in more never lowers the points shown.";
    gaps => "为什么“开展宣传活动”不计分？", "Why is publicity not counted?";
    gaps_answer => "我们见到的通知在这里缺失，评分标准和分值都看不到。本页只登记，不猜。办公室补全后可以选用补全的方案（方案列表里有一份补全示例）。", "The copy of the notice is cut there; neither the rule nor the points are known. The page takes it down and does not guess. The list of schemes has an example of how an office may fill the gap.";
    scheme => "明年的指标表怎么编？", "How is next year's table written?";
    scheme_answer => "在“方案”页把现有方案“复制并编辑”，或打开一份 Excel 另存的 CSV 表格（每行一项评分内容）。改动时右边随时列出检查结果：分值对不对得上、分数段有没有空档、满分能不能拿到。“试填”可以马上填一遍看结果。没有错误后点“启用到本页”，再“保存方案文件”发给各单位：各单位在“方案”页打开这个文件，就能按它填报。", "On the page of schemes, edit a copy of one, or open a table saved from a spreadsheet as CSV, one row a criterion. What is wrong is listed as you write: points that do not add up, gaps between bands, full marks out of reach. Try it out at once on a form. Once nothing is wrong, use it on this page and save its file for the units; they open the file on the page of schemes and fill in by it.";
    last_year => "上一年填的内容能带过来吗？", "Can last year's answers be carried over?";
    last_year_answer => "能。打开上一年的自评表，再在“考评方案”里选新方案：新方案写明了两年之间的对应关系的，会另建一份草稿，把能带的都带过来，并逐条列出带不过来的内容和还要填写的内容。原来的草稿不变。", "Yes. Open last year's form and choose the new scheme: where that says how the two years correspond, a new draft takes over whatever can be carried, and lists what cannot and what remains to be answered. The earlier draft stays as it is.";
    paper => "怎么打印评分表、申报表？", "How are the forms printed?";
    paper_answer => "在“预览与导出”点“打印”，选好要打印的表，预览无误后再点“打印”，或存成 PDF。每张表都是 A4：评分表横排，申报表和佐证材料目录竖排。每一页都有校验码、二维码和页码。没有填完也能打印，每一页都会注明。签字盖章以后内容要是再改，须重新打印。", "At the end of the form, go to Print, choose the paper and print it or save it as PDF. All is A4: the scoring form landscape, the application form and the index of evidence portrait. Every page has check code, QR code and page number. An incomplete form is marked so on every page. Whoever changes the content after it was stamped prints it anew.";
    code => "校验码能说明什么？", "What does the check code show?";
    code_answer => "校验码是按内容算出来的（SHA-256）。内容改动过，不论是无意的还是手工改的，校验码就对不上。文件里有完整的校验码；纸上印的是 16 位短码，在“核对”页输入它或打开文件，就能看出纸和文件是不是同一份：输错一两位会提示输错，内容不同的两份碰巧同码的可能性约为七万亿亿分之一。它不是签名：不能证明是谁填的、什么时候填的，改了内容的人也可以重新算出校验码。以盖章的纸为准。", "It is computed from the content (SHA-256). If that changes, by accident or by hand, it no longer fits. A file has the whole code; paper has a short one of 16 signs. On the page Check, type it or open a file to see whether paper and file say the same; a slip in one or two signs is told, and two contents share a code by chance once in 7 × 10²⁰. It is no signature: it proves neither who filled in the form nor when, and whoever changes the content can compute it anew. The stamped paper is what counts.";
    no_download => "点导出没有反应怎么办？", "Nothing happens when I export?";
    no_download_answer => "请检查浏览器是否拦截了下载。也可以用浏览器的打印功能把表格打印或存成 PDF，草稿仍在浏览器里，不会丢。", "See whether the browser blocks downloads. The form can also be printed or saved as PDF; the draft stays in the browser.";
}
