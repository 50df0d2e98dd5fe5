//! Several schemes side by side: what is said of opening, holding and mixing them up.

texts! {
    errors(count) => "方案有 {count} 处错误，改正后才能使用。", "The scheme has {count} error(s); it can be used once they are put right.";
    named_as_builtin(id) => "方案代号「{id}」是程序自带方案的代号，而内容不同。自带的方案不能改换：请给这个方案另起代号（id）。", "The scheme's id “{id}” is that of a scheme of the program, and it says something else. Schemes of the program do not change: give this one another id.";
    same_revision(id, revision) => "本页已有代号「{id}」、修订号 {revision} 的方案，而内容不同。改动过的方案请增大修订号（revision）。", "The page already has a scheme of id “{id}” and revision {revision}, which says something else. Raise the revision of what was changed.";

    builtin => "程序自带", "of the program";
    opened => "打开的文件", "opened";
    in_use => "当前草稿使用", "used by this draft";
    name(title, revision) => "{title}（修订 {revision}）", "{title} (revision {revision})";
    open_scheme => "打开方案文件…", "Open a scheme file…";
    scheme_opened(title) => "已打开方案「{title}」，可在「填报」页选用。", "The scheme “{title}” is open; choose it on the page for filling in.";
    scheme_refused(file, why) => "没有打开方案文件「{file}」：{why}", "The scheme file “{file}” was not opened: {why}";
    scheme_not_kept(why) => "方案只在内存中，关闭页面后要重新打开：{why}", "The scheme is in memory only and must be opened again: {why}";
    use_scheme => "用这个方案填报", "Fill in by this scheme";
    remove_scheme => "从本页移去", "Remove from the page";
    scheme_removed(title) => "已移去方案「{title}」。按它填写的草稿都还在。", "The scheme “{title}” is removed. Drafts by it are kept.";
    schemes_here => "本页的方案", "Schemes of this page";
    save_scheme => "保存方案文件", "Save the scheme file";

    form_absent(file, id, revision) => "没有打开「{file}」：它属于本页没有的方案「{id}」（修订 {revision}）。请先打开这个方案的文件。现有内容没有改动。", "“{file}” was not opened: it belongs to the scheme “{id}” (revision {revision}), which this page does not have. Open the file of that scheme first. Nothing has changed.";
    form_other_revision(stated, held) => "文件按方案的修订 {stated} 填写，本页是修订 {held}：下面按修订 {held} 重新计算，结果可能不同。请核对两次修订的差别，或打开修订 {stated} 的方案文件。", "The form was filled in under revision {stated} of the scheme, the page has revision {held}: what follows is computed under {held} and may differ. See what changed between them, or open the file of revision {stated}.";
    form_changed(revision) => "文件所用方案与本页的代号、修订号（{revision}）相同，而校验码不同：方案的内容改动过。下面按本页的方案重新计算。请向发文单位索取正确的方案文件。", "The form's scheme has the same id and revision ({revision}) as the page's and another digest: its contents were changed. What follows is computed under the page's. Ask the issuing office for the right file.";
    form_by_name => "文件没有写明方案的校验码，只能按代号和修订号认定方案。", "The form does not state the digest of its scheme: it is matched by id and revision only.";
    draft_other(title) => "这份草稿是按方案「{title}」的另一个版本填写的，现在按本页的版本计算。", "This draft was filled in under another version of the scheme “{title}”; it is now computed under the page's.";
    draft_absent(id) => "这份草稿所用的方案「{id}」不在本页。请打开该方案的文件，打开后即可继续填写；已填的内容都还在。", "The scheme “{id}” of this draft is not on the page. Open its file to go on; all that was typed is kept.";
    go_on => "按本页的版本继续", "Go on under the page's version";
}
