//! Why a file cannot be read.

texts! {
    at_line(line, column) => "第 {line} 行第 {column} 列：", "Line {line}, column {column}: ";
    at_row(row, column) => "第 {row} 行「{column}」：", "Row {row}, “{column}”: ";
    at_cell(sheet, cell, column) => "工作表「{sheet}」{cell}（{column}）：", "Sheet “{sheet}”, {cell} ({column}): ";
    at_member(pointer) => "位置 {pointer}：", "At {pointer}: ";
    too_large(bytes, most) => "文件有 {bytes} 字节，最多读取 {most} 字节。请确认选对了文件。", "The file has {bytes} bytes, at most {most} are read. Is it the right file?";
    encoding => "文件中有 UTF-8、GB18030 都读不出的字节，可能已损坏，或者不是文字文件。请重新导出，或在 Excel、WPS 中另存为“CSV UTF-8”再导入。", "The file has bytes that are neither UTF-8 nor GB18030; it may be damaged, or no text at all. Export it again, or save it in Excel or WPS as “CSV UTF-8”, and open that.";
    cut_off => "文件到这里就中断了，没有存完整。请重新导出或重新获取。", "The file is cut off here. Export it or fetch it again.";
    nul => "文本里有空字符（U+0000），表格软件保存不了它。请在写出这个文件的程序里删除它，再导入。", "A text has the sign U+0000, which no spreadsheet keeps. Remove it in the program that wrote the file, and open that.";
    twice(name) => "{name} 出现了两次，不知道该用哪一个。请重新导出或重新获取。", "{name} stands twice, and it is not clear which counts. Export the file or fetch it again.";
    syntax(detail) => "格式有误。文件可能没有存完整，或被手工改过；请重新导出或重新获取。", "Malformed ({detail}). The file may be cut off or edited by hand; export it or fetch it again.";
    other_format(found) => "这不是自评表文件（{found}）。请选择本页导出的 JSON 或 CSV 文件。", "This is no form of ours ({found}). Choose a JSON or CSV file exported by this page.";
    newer_version(found, ours) => "文件是较新版本（{found}），本程序只认识到版本 {ours}，因此没有读取。请使用新版程序打开。", "The file is of a newer version ({found}); this program knows up to version {ours} and has not read it. Open it with the newer program.";
    expected(found, kind) => "「{found}」不是{kind}。请改正后再导入。", "“{found}” is not {kind}. Correct it and open the file again.";
    object => "一组成员", "an object";
    list => "列表", "a list";
    text => "文字", "a text";
    flag => "是或否", "yes or no";
    count => "非负整数", "a whole number that is not negative";
    decimal => "数", "a number";
    known => "本程序认识的写法", "a word that this program knows";
    role => "“牵头”或“配合”", "“lead” or “supporting”";
    too_many(found, most) => "共有 {found} 条，最多 {most} 条。", "There are {found} entries, at most {most}.";
    text_too_long(chars, most) => "文字有 {chars} 个字，最多 {most} 个。", "The text has {chars} characters, at most {most}.";
    too_deep(most) => "这里的内容层层嵌套，超过 {most} 层。请删除本程序不认识的这一项，或重新获取文件。", "What stands here is nested more than {most} levels deep. Remove this member, which the program does not know, or fetch the file again.";
    became_date(found) => "「{found}」很可能是表格软件把编号或数字改成的日期，原来的内容已经看不出来。请把这一格设为“文本”格式，重新填写原来的内容（例如 1-1），保存后再导入。", "“{found}” is most likely what a spreadsheet made of a number: a date, and what stood there is gone. Format the cell as text, type it again (such as 1-1), save, and open the file again.";
    became_scientific(found) => "「{found}」是表格软件改成的科学计数法，后面的数字已经丢失。请把这一格设为“文本”格式，重新填写原来的内容，保存后再导入。", "“{found}” is what a spreadsheet made of a long number: digits are gone. Format the cell as text, type it again, save, and open the file again.";
    no_key_column => "表头中没有“键”这一列，无法辨认各行。请不要删除或改名“键”列。", "The heading row has no column “键” (key), so rows cannot be told apart. Do not remove or rename it.";
    unknown_key(key) => "「{key}」不是本程序认识的键。请不要修改“键”列。", "“{key}” is no key that this program knows. Do not change the column “键”.";
    repeated_key(key) => "「{key}」出现了两次，不知道该用哪一行。请删除多余的一行。", "“{key}” stands twice, and it is not clear which row counts. Remove one.";
    no_key => "这一行有内容，但“键”列是空的，无法辨认。要添加任务，请在本页添加；否则请清空这一行。", "This row has content but no key, so nobody can tell what it is. Add tasks on the page, or clear the row.";
    orphan_key(key) => "「{key}」所属的那一行已经不在表中。如果是有意删除的，请把这一行也删除。", "The row that “{key}” belongs to is gone from the table. If that is meant, remove this row too.";
    no_column(columns) => "表头中没有「{columns}」。请补上这一列，或改成这样的列名。", "The heading row has no “{columns}”. Add the column, or rename it like this.";
    stray(found) => "「{found}」填在了这一行用不到的格子里，读入后会丢失，因此没有读取。请移到它所属的行或“得分说明”，或者清空。", "“{found}” stands in a cell that this row does not use and would be lost; nothing has been read. Move it to the row it belongs to or to the explanation, or clear it.";
    several_chosen(found) => "这里只能选一项，「{found}」是选中的第二项。请只留一个“是”。", "One option can be chosen here, and “{found}” is the second. Leave one 是 (yes).";
    sheet_missing(found, expected) => "工作簿里应有 {expected} 张带“键”列的工作表，只找到 {found} 张。请不要删除工作表，重新导出或重新获取文件。", "The workbook should have {expected} sheets with a column “键” (key), and {found} are there. Do not remove sheets; export or fetch the file again.";
    long_number(found) => "这里的数字太长（{found}），电子表格只保留前 15 位。请把格子设为“文本”格式，重新填写。", "This number is too long ({found}): a spreadsheet keeps its first 15 digits only. Format the cell as text and type it again.";
    not_computed => "这里是一个公式，但文件里没有它的结果。请在 Excel 或 WPS 中打开并保存后再导入，或者直接填写结果。", "Here is a formula without its result. Open the file in Excel or WPS, save it, and open it here again; or type the result.";
    no_form_inside => "压缩包里没有自评表（JSON、CSV 或 XLSX，放在佐证材料文件夹之外）。请单位重新打包。", "The package has no form (JSON, CSV or XLSX, above the folder of evidence). The unit packs it again.";
    inaccessible => "浏览器读不到这个文件：它可能被移动、改过，或正被别的程序占用。关掉别的程序，再选一次。", "The browser cannot read the file: it was moved, changed, or another program holds it. Close that program and choose the file again.";
    several_inside(units) => "压缩包里有 {units} 个单位的自评表，一个压缩包只读一份。请先解压，再放入文件夹。", "The package has the forms of {units} units, and one is read of each package. Unpack it first and put in the folder.";
    empty_cell => "这里不能空着。", "This must not be empty.";
    other_scheme(id) => "文件属于本程序没有的方案「{id}」。", "The file belongs to the scheme “{id}”, which this program does not have.";
}
