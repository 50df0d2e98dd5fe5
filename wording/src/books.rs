//! Workbooks: what stands in them, and why one cannot be read. The Chinese names of sheets and
//! headings are what people see; the format rests on keys and on `columns`.

texts! {
    scoring_sheet => "评分表", "Scoring form";
    application_sheet => "申报表", "Application form";
    evidence_sheet => "佐证材料目录", "List of evidence";
    data_sheet => "数据", "Data";

    reference => "参考格式，非原附件", "Reference layout, not the original annex";
    how_to_fill => "浅黄色的格子可以填写；其余格子由公式计算或用于辨认，请不要修改。填好后在本程序中“导入”。", "Pale yellow cells are for you to fill in; the others are computed or tell rows apart, please leave them. Then open the file in this program.";
    standard => "评分标准", "Rule";
    verified => "核定分", "Verified";
    evidence_number => "编号", "Number";
    evidence_name => "材料名称（文件名）", "Name of the file";
    evidence_bytes => "字节数", "Bytes";
    evidence_sha256 => "SHA-256", "SHA-256";
    item => "项目", "Item";
    seal => "单位（盖章）：", "Unit (seal):";
    leader => "主要负责人（签字）：", "Person in charge (signature):";
    summary => "申报得分汇总", "Points claimed";
    units_listed => "可选单位", "Units to choose from";
    sheets_count => "工作表数", "Number of sheets";
    exact_text => "原文（请勿修改）", "Exact text (do not change)";

    one_of => "请从下拉列表中选择。", "Choose from the list.";
    percent => "请填写 0 到 100 的数，例如 85，不要填 85%。", "Type a number from 0 to 100, such as 85; not 85%.";
    whole(most) => "请填写 0 到 {most} 的整数。", "Type a whole number from 0 to {most}.";
    between(least, most) => "请填写 {least} 到 {most} 的数。", "Type a number from {least} to {most}.";
    a_date => "请填写日期，例如 2022/1/10。", "Type a date such as 2022/1/10.";
    length(most) => "最多 {most} 个字。", "At most {most} characters.";

    export => "导出 Excel（XLSX）", "Export Excel (XLSX)";
    blank => "空白表（离线填写）", "Blank form (to fill in offline)";
    blank_name => "空白表", "blank";
    blank_needs_unit => "请先选择单位，再导出空白表。", "Choose the unit first, then export the blank form.";
    no_module => "处理 Excel 文件的部分没有加载成功。请重新打开本页再试；也可以改用 JSON 或 CSV 文件。", "The part that handles Excel files did not load. Open the page again and retry, or use JSON or CSV files.";

    too_large(bytes, most) => "文件有 {bytes} 字节，最多读取 {most} 字节。请确认选对了文件。", "The file has {bytes} bytes, at most {most} are read. Is it the right file?";
    not_a_workbook => "这不是 Excel 工作簿（.xlsx）。请选择本页导出的文件；其他格式请先在 Excel 或 WPS 中另存为 .xlsx。", "This is no Excel workbook (.xlsx). Choose a file exported by this page; save other formats as .xlsx first.";
    old_or_locked => "这是旧格式（.xls）的文件，或者设了打开密码。请在 Excel 或 WPS 中去掉密码，另存为 .xlsx 再导入。", "This is a file of the old format (.xls), or locked with a password. In Excel or WPS, remove the password, save it as .xlsx and open that.";
    unpacked(most) => "文件解压后超过 {most} MB，没有读取。请确认选对了文件；文件里如有图片或大段无关内容，请删去后再导入。", "Unpacked, the file is larger than {most} MB; it has not been read. Is it the right file? Remove pictures or other large content from it and open it again.";
    too_many(most) => "文件里的工作表、格子或文字太多，超过 {most}，没有读取。请确认选对了文件。", "The file has more sheets, cells or texts than {most}; it has not been read. Is it the right file?";
    broken(detail) => "文件不完整或已损坏，没有读取。请重新导出或重新获取。", "The file is cut off or damaged ({detail}); it has not been read. Export it or fetch it again.";
}
