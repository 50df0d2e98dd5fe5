//! The words on keeping drafts: what is saved, what is not, and what to do.

texts! {
    state_nothing => "还没有内容", "Nothing typed yet";
    state_unsaved => "未保存", "Not saved yet";
    state_saving => "正在保存", "Saving";
    state_saved(time) => "已保存到本浏览器 {time}", "Saved in this browser {time}";
    state_memory => "只在内存中", "In memory only";
    state_failed => "保存失败", "Saving failed";
    state_example => "示例，不会保存", "Example, not saved";

    failed_why(why) => "保存失败：{why} 请马上备份到文件；页面会继续尝试保存。", "Saving failed: {why} Save a file now; the page goes on trying.";
    memory_banner => "这个浏览器不允许保存数据（可能是无痕窗口，或单位的设置）。填写的内容只在内存中，关闭页面就会丢失。请在关闭之前备份到文件，下次打开这个文件继续填。", "This browser allows no storage (a private window, or your office's settings). What you type is in memory only and is lost when the page closes. Save a file before you close it, and open that file to go on.";
    newer_banner => "较新版本的程序已经在这个浏览器里保存过草稿。为了不弄坏新版的内容，本页只能看，不能改。请关闭本页，用新版打开。", "A newer version of this program has saved in this browser. So as not to damage that, this page is read-only. Close it and open the newer version.";
    newer_unsaved => "本页还有没存进去的内容，请先备份到文件。", "Something typed here is not saved; save a file first.";
    unavailable => "浏览器不允许保存数据。", "The browser allows no storage.";
    full => "浏览器的存储空间已满，原来的草稿没有改动。", "The browser's storage is full; the draft as saved before is untouched.";
    not_read_back => "写入后读不回来，原来的草稿没有改动。", "What was written could not be read back; the draft as saved before is untouched.";
    no_answer => "浏览器的存储没有响应，原来的草稿没有改动。", "The browser's storage does not answer; the draft as saved before is untouched.";
    damaged => "原来的草稿已损坏，为了不覆盖它，没有写入。", "The draft as stored is damaged and is not overwritten.";
    newer => "较新版本的程序已接管这些草稿，本页只能看，不能改。", "A newer version of this program keeps these drafts now; this page is read-only.";
    back_up_now => "备份到文件", "Save a file";

    conflict_copy(name) => "{name}（冲突副本）", "{name} (conflicting copy)";
    parted_title => "同一份草稿在两处改得不一样，两份都留下了", "One draft was changed in two places; both are kept";
    parted_words(here, other) => "现在打开的是「{here}」，另一份是「{other}」。下面是不一样的地方：", "Open is “{here}”; the other one is “{other}”. They differ here:";
    parted_place => "位置", "Where";
    parted_here => "这一份", "Here";
    parted_other => "另一份", "The other";
    parted_open => "打开另一份", "Open the other";
    parted_more(count) => "另有 {count} 处不同", "{count} more differences";
    deleted_elsewhere => "这份草稿在另一个标签页里被删除了，可以在“草稿”页恢复。", "Another tab deleted this draft; it can be brought back on the page of drafts.";
    kept_though_deleted => "另一个标签页删除了这份草稿，但这里有新的改动，所以保留了下来。", "Another tab deleted this draft; as it was changed here, it is kept.";
    generation(time) => "最后一次保存的内容已损坏，已退回到之前的一次（{time}）。损坏的原文保留在“草稿”页，可以下载。", "The last thing saved is damaged; this is the one before ({time}). The damaged text is kept on the page of drafts.";

    undo => "撤销", "Undo";
    redo => "重做", "Redo";
    undo_keys => "撤销（Ctrl+Z）", "Undo (Ctrl+Z)";
    redo_keys => "重做（Ctrl+Shift+Z）", "Redo (Ctrl+Shift+Z)";
    undone(place) => "已撤销：{place}。", "Undone: {place}.";
    redone(place) => "已重做：{place}。", "Done again: {place}.";
    and_more(words, others) => "{words}（连同另外 {others} 处）", "{words} (and {others} more)";

    reminder => "已经填了一个星期，还没有存过文件。浏览器里的内容会随清除浏览数据而消失，建议备份一次。", "A week of work, and no file yet. Clearing browsing data removes what is in this browser: save a file.";
    reminder_later => "以后再说", "Later";
    newer_version => "本页有新版本，已经下载好。更新时会重新打开本页，已保存的内容不受影响。", "A newer version of this page is here. Using it opens the page anew; what is saved stays.";
    newer_version_use => "现在更新", "Update now";

    backup_title => "备份", "Backup";
    backup_hint => "把本浏览器里的全部草稿（连同打开过的方案）存成一个文件，可以在别的电脑或浏览器里读回来。", "All drafts of this browser, with the schemes opened in it, in one file; another computer or browser can read it.";
    back_up_all => "备份全部草稿到文件", "Save all drafts to a file";
    restore_backup => "从备份文件恢复", "Bring back from a backup";
    backup_name(day) => "自评草稿备份_{day}.json", "self-assessment-backup_{day}.json";
    backed_up(count, name) => "已把 {count} 份草稿备份到「{name}」，请在浏览器的下载里查看。", "{count} drafts are saved in “{name}”; see the browser's downloads.";
    no_download => "浏览器没有允许下载。请换一个浏览器，或在“帮助”里看其他办法。", "The browser did not allow the download. Try another browser, or see the help.";
    backup_newer(file, version) => "没有读入「{file}」：它是较新版本的程序备份的（第 {version} 版），请用新版打开。", "“{file}” was not read: a newer version of the program saved it (version {version}).";
    backup_damaged(file) => "没有读入「{file}」：文件不完整或被改动过，校验不符。请换一份备份。现有内容没有改动。", "“{file}” was not read: it is cut or changed, its checksum differs. Use another backup. Nothing has changed.";
    backup_stopped(count, why) => "只恢复了 {count} 份草稿就停下了：{why}", "Stopped after {count} drafts: {why}";
    backup_restored(count, same) => "从备份恢复了 {count} 份草稿；另有 {same} 份与现有的相同，没有重复添加。", "{count} drafts are brought back; {same} were here already as they are.";
    from_backup(name) => "{name}（来自备份）", "{name} (from the backup)";

    persisted => "浏览器已答应不会自行清理这些内容。", "The browser promised not to clear this by itself.";
    not_persisted => "浏览器没有答应长期保留：磁盘紧张时它可能自行清理，请定期备份到文件。", "The browser did not promise to keep this: short of disk it may clear it. Save a file now and then.";
    where_kept => "草稿保存在这台电脑的这个浏览器里（IndexedDB，另有一份副本在 localStorage），不会上传。换电脑、换浏览器或清除浏览数据后就看不到了，请备份到文件。", "Drafts are kept in this browser on this computer (IndexedDB, with a copy in localStorage) and go nowhere. Another computer or browser does not have them, and clearing browsing data removes them: save a file.";
    replaced_one(name) => "草稿「{name}」的一份保存内容损坏，已用较早的一份代替。", "One saved text of draft “{name}” is damaged; an earlier one took its place.";

    erase_title => "公用电脑：清除全部内容", "Shared computer: remove everything";
    erase_hint => "用完公用电脑后，可以把本程序在这个浏览器里的全部内容删掉，不留痕迹。", "After work on a shared computer, everything that this program keeps in this browser can be removed.";
    erase => "清除本浏览器里的全部内容…", "Remove everything from this browser…";
    erase_ask => "将要删除下列内容，删除后无法恢复：", "This will be removed and cannot be brought back:";
    erase_drafts(count, names) => "{count} 份草稿：{names}", "{count} drafts: {names}";
    erase_deleted(count, names) => "{count} 份最近删除的草稿：{names}", "{count} deleted drafts: {names}";
    erase_unreadable(count) => "{count} 份无法读取的内容（先在上面下载原始内容，备份文件里没有）", "{count} unreadable texts (download them above first; a backup does not have them)";
    erase_schemes(count, names) => "{count} 个打开过的方案：{names}", "{count} schemes: {names}";
    erase_workbench => "正在编写的方案", "the scheme that is being written";
    erase_settings => "设置（语言、本区名称）", "settings (language, the district's name)";
    erase_first => "先备份到文件，再清除", "Save a file first, then remove";
    erase_only => "不备份，直接清除", "Remove without a backup";
    erase_check => "文件已存好？请先在浏览器的下载里确认，再清除。", "Is the file there? Look at the browser's downloads first, then remove.";
    erase_now => "确认清除", "Yes, remove everything";
    erased => "已清除本程序在这个浏览器里的全部内容。", "Everything of this program is removed from this browser.";
    list_sign => "、", ", ";
}
