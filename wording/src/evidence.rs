//! Evidence: its list, what would be asked about it, packages and their check.

texts! {
    section => "佐证材料", "Evidence";
    intro => "只登记文件的编号、名称、大小和校验值（SHA-256）。文件内容不进入自评表，也不保存在浏览器里。", "Only number, name, size and digest (SHA-256) of a file are listed. Its contents enter neither the form nor the browser's storage.";
    choose_files => "选择文件", "Choose files";
    choose_folder => "选择文件夹", "Choose a folder";
    drop_files => "也可以把文件或文件夹拖到这里", "or drop files or a folder here";
    under => "归入", "Under";
    under_told => "按文件名判断", "told by their names";
    under_one(number, title) => "{number} {title}", "{number} {title}";

    caption => "佐证材料目录", "List of evidence";
    none_yet => "还没有佐证材料。加入文件后，会按指标编号、起名，例如 03-2_任务细化措施.pdf。", "No evidence yet. Files that are added are numbered and named by indicator, as in 03-2_plan.pdf.";
    column_number => "编号", "No.";
    column_name => "文件名", "Name";
    column_original => "原文件名", "Original name";
    column_bytes => "大小（字节）", "Size (bytes)";
    column_size => "大小", "Size";
    column_digest => "校验值", "Digest";
    column_claims => "证明哪一项", "Evidence of";
    column_actions => "操作", "Actions";
    number_of(name) => "「{name}」的编号", "Number of “{name}”";
    name_of(number) => "材料 {number} 的文件名", "Name of item {number}";
    digest_of(number, digest) => "材料 {number} 的校验值 {digest}，点击显示全部或开头", "Digest of item {number}: {digest}; press to see all or its beginning";
    here => "内容在本页", "contents at hand";
    not_here => "内容不在本页：重新加入同一文件即可核对", "contents not at hand: add the same file again to compare it";
    link => "关联", "Link";
    link_of(number) => "把材料 {number} 关联到某一项", "Link item {number} to a claim";
    link_choose => "请选择要关联的内容", "Choose what it is evidence of";
    unlink_of(number, claim) => "取消材料 {number} 与「{claim}」的关联", "Unlink item {number} from “{claim}”";
    remove => "移除", "Remove";
    remove_of(number) => "移除材料 {number}", "Remove item {number}";
    removed(number) => "已从目录中移除 {number}。文件本身没有动。", "{number} is removed from the list. The file itself is untouched.";

    reading(name) => "正在计算校验值：{name}", "Computing the digest: {name}";
    reading_of(done, total, at, files) => "已读 {done} / {total}，第 {at} 个，共 {files} 个文件", "{done} of {total} read, file {at} of {files}";
    cancel => "取消", "Cancel";
    cancelled => "已取消，目录没有改动。", "Cancelled; the list has not changed.";
    cancelled_check => "已取消核对。", "The comparison is cancelled.";
    busy => "正在读取文件，请等它完成或先取消。", "Files are being read: wait until that is done, or cancel it.";
    nothing_there => "没有找到文件。", "No files were found.";
    too_many(count, most) => "文件有 {count} 个，最多 {most} 个。没有加入任何文件。", "There are {count} files, {most} at most. None was added.";
    added(count) => "已加入 {count} 个文件。", "{count} files are added.";
    recognised(count) => "{count} 个文件与目录中的校验值一致。", "{count} files are those listed, by their digests.";
    there_already(count) => "{count} 个文件已在目录中，没有重复加入。", "{count} files are in the list already and were not added again.";
    other_contents(names) => "请注意：{names} 与目录中的文件同名，内容不同，已作为新的材料加入。如果是替换，请移除旧的一条。", "Note: {names} have the name of a listed file and other contents; they were added as new ones. If they replace it, remove the old one.";
    not_read(name) => "没有读完「{name}」：文件可能已被移动、改动，或正被其他程序占用。请关闭占用它的程序，重新加入。", "“{name}” was not read to its end: it was moved or changed, or another program holds it. Close that program and add it again.";

    questions(count) => "需要留意（{count}）", "To be looked at ({count})";
    questions_none => "没有需要留意的问题。", "Nothing to be looked at.";
    questions_hint => "这些是提醒，不影响上报。", "These are hints; the form can be handed in all the same.";
    question => "有提醒", "has hints";
    more(count) => "另有 {count} 条", "{count} more";
    and_others(first, count) => "{first} 等 {count} 处", "{first} and others, {count} in all";
    unsupported(claims) => "{claims}：有得分，没有佐证材料。", "{claims}: points without evidence.";
    unlisted(number, claims) => "{claims} 引用了 {number}，目录里没有这个编号。请加入文件，或改正编号。", "{claims} cites {number}, which the list does not have. Add the file, or correct the number.";
    uncited(number) => "材料 {number} 没有用于任何一项。请关联到相应内容，或移除。", "Item {number} is evidence of nothing. Link it to a claim, or remove it.";
    same_number(number, count) => "编号 {number} 有 {count} 份材料在用。请改成不同的编号。", "{count} items have the number {number}. Give them different ones.";
    same_file(numbers) => "材料 {numbers} 是同一个文件（校验值相同）。请确认没有重复申报。", "Items {numbers} are the same file, by their digests. Make sure that nothing is claimed twice.";
    used_twice(number, claims) => "材料 {number} 同时用于：{claims}。请确认没有重复申报。", "Item {number} is evidence of several claims: {claims}. Make sure that nothing is claimed twice.";
    unnumbered(name) => "「{name}」没有编号，无法引用。请填写编号。", "“{name}” has no number and cannot be cited. Give it one.";
    not_citable(number) => "编号「{number}」里有分隔符号，无法引用。请改成 3-1 这样的编号。", "The number “{number}” has signs that keep numbers apart and cannot be cited. Write one like 3-1.";
    unsafe_name(name, made) => "文件名「{name}」含有不能用于文件名的符号，打包时改为「{made}」。", "The name “{name}” has signs that a file name cannot have; in a package it becomes “{made}”.";
    empty_file(number) => "材料 {number} 是空文件（0 字节）。请检查文件。", "Item {number} is an empty file (0 bytes). Look at it.";

    package_title => "打包上报", "Package";
    package_hint => "一个 ZIP 压缩包，内有自评表、佐证材料目录。", "One ZIP with the form and the list of evidence.";
    package_with => "连同佐证材料文件", "with the evidence itself";
    package_make => "下载压缩包（ZIP）", "Download the package (ZIP)";
    package_absent(count, numbers) => "有 {count} 份材料的内容不在本页：{numbers}。请重新加入这些文件，或不勾选“连同佐证材料文件”。", "The contents of {count} items are not at hand: {numbers}. Add these files again, or leave the evidence out.";
    package_made(name, bytes) => "已打包「{name}」，约 {bytes}，请在浏览器的下载里查看。", "“{name}” is made, about {bytes}; see the browser's downloads.";
    folder => "佐证材料", "evidence";
    index_name => "佐证材料目录", "list-of-evidence";
    package_name(form) => "{form}_上报包", "{form}_package";

    check_title => "核对文件", "Compare files";
    check_hint => "把收到的文件夹或压缩包（ZIP）放进来，逐个核对校验值，看是否与目录一致。", "Put in a folder or a package (ZIP) that was received: every digest is compared with the list.";
    check_files => "选择文件或压缩包", "Choose files or a package";
    check_drop => "也可以把文件、文件夹或压缩包拖到这里", "or drop files, a folder or a package here";
    check_by => "核对依据", "Compare with";
    check_by_open => "正在填的表", "the form that is open";
    check_by_package(name) => "压缩包里的「{name}」", "“{name}” in the package";
    check_no_list => "没有可以核对的目录：表里没有登记佐证材料。", "There is nothing to compare with: the form lists no evidence.";
    check_all(count) => "全部一致：{count} 份材料都在，内容没有变化。", "All as listed: {count} items are there, unchanged.";
    check_some(intact, listed) => "一致 {intact} 份，共 {listed} 份。不一致的见下表。", "{intact} of {listed} items are as listed; see the table for the others.";
    check_extra(count) => "另有 {count} 个文件不在目录里。", "{count} files are not in the list.";
    check_open => "打开压缩包里的自评表", "Open the form in the package";
    verdict => "结果", "Result";
    found_as => "收到的文件", "File received";
    intact => "一致", "as listed";
    renamed => "一致，文件名不同", "as listed, under another name";
    changed => "内容有变化", "changed";
    unstated => "目录没有校验值，无法核对", "no digest in the list to compare";
    missing => "缺少", "missing";
    extra => "不在目录里", "not in the list";

    zip_failed(name, why) => "没有打开「{name}」：{why}", "“{name}” was not opened: {why}";
    no_form(name) => "压缩包「{name}」里没有能读取的自评表（JSON、XLSX 或 CSV）。如果里面是佐证材料，请拖到“佐证材料”一节。", "The package “{name}” has no form that can be read (JSON, XLSX or CSV). If it holds evidence, drop it on the section of evidence.";
    zip_none => "它不是 ZIP 压缩包，或者文件不完整。请重新复制一份。", "It is no ZIP, or not complete. Copy it again.";
    zip_damaged => "压缩包已损坏。请重新复制一份。", "The ZIP is damaged. Copy it again.";
    zip_too_many(most) => "压缩包里的文件太多，最多 {most} 个。", "The ZIP has too many files, {most} at most.";
    zip_too_large => "压缩包解开后太大，或与它自己所写的大小不符，已停止读取。请让对方重新打包。", "Unpacked the ZIP is too large, or not of the size that it states; reading has stopped. Ask for a new one.";
    zip_encrypted => "压缩包有密码，无法核对。请先解压，再放入文件夹。", "The ZIP is encrypted. Unpack it first and put in the folder.";
    zip_method(method) => "压缩包用了本程序不认识的压缩方法（{method}）。请先解压，再放入文件夹。", "The ZIP is packed by a method that this program does not know ({method}). Unpack it first and put in the folder.";
    zip_split => "这是分卷压缩包。请先解压，再放入文件夹。", "The ZIP is one of several parts. Unpack it first and put in the folder.";
    zip_refused => "浏览器读不到它。文件可能已被移动、改动，或正被其他程序占用。", "The browser cannot read it: it was moved or changed, or another program holds it.";
}
