//! The office's desk: what comes in, what is found, how it is settled.

texts! {
    title => "核对汇总", "Check the forms";
    hint => "把各单位报来的文件拖到这里：JSON、CSV、XLSX、压缩包或整个文件夹都可以。所有内容只在本机读取和计算，不会上传。", "Drop what the units handed in: JSON, CSV, XLSX, packages or a whole folder. Everything is read and computed on this machine; nothing is sent anywhere.";
    pick_files => "选择文件", "Choose files";
    pick_folder => "选择文件夹", "Choose a folder";
    nothing_there => "没有找到文件。请选择文件，或拖入文件夹。", "There is no file. Choose files, or drop a folder.";
    busy => "正在读取上一批文件，请等它读完或先取消。", "Files are being read already; wait, or cancel that first.";
    no_worker => "浏览器不允许在后台读取文件，文件没有读入。请换用新版 Chrome、Edge 或 Firefox 打开本页。", "The browser does not let files be read in the background; nothing was read. Open the page in a current Chrome, Edge or Firefox.";
    too_many(beyond, most) => "一次最多核对 {most} 份，另有 {beyond} 份没有读入。更多的请用命令行 selfscore check。", "At most {most} forms are checked at once; {beyond} more were not taken. Use the command line, selfscore check, for more.";
    already_here(count) => "{count} 份文件已经在这里，没有重复读入。", "{count} files are here already and were not added again.";
    check_file => "核对", "check";
    check_opened(file, forms, decisions) => "已打开“{file}”：{forms} 份表，新增 {decisions} 条核定。", "“{file}” was opened: {forms} forms, {decisions} new decisions.";
    check_clashes(file, forms, decisions, clashes, refused) => "已打开“{file}”：{forms} 份表，新增 {decisions} 条核定；{clashes} 处两人核定不同，请在单位页面上定一个；{refused} 条不合规则，没有采用。", "“{file}” was opened: {forms} forms, {decisions} new decisions. {clashes} places were decided differently by two people: decide on the unit's page. {refused} decisions do not fit the rules and were left out.";
    parts_label => "核对的各部分", "Parts of the check";
    part_units => "各单位", "Units";
    part_findings => "发现的问题", "Findings";
    part_shares => "酌情给分对照", "Judged shares";
    part_results => "结果与反馈", "Results";
    pick_register => "载入任务分工", "Open the task register";
    undo => "撤销上一步", "Undo the last step";
    save_check => "保存核对文件", "Save the check";
    cancel => "取消", "Cancel";
    reading_label => "读取文件", "Reading files";
    reading(files, of_files, forms) => "正在读取：{files} / {of_files} 个文件，{forms} 份表", "Reading: {files} of {of_files} files, {forms} forms";
    left(seconds) => "，约还需 {seconds} 秒", ", about {seconds} s left";
    working => "正在重新计算", "Computing anew";
    by_scheme => "按哪份方案核对", "Checked by the scheme";
    received => "收件日期", "Date of receipt";
    register => "任务分工：", "Task register:";
    register_opened(file, tasks) => "{file}，{tasks} 项任务", "{file}, {tasks} tasks";
    no_register => "未载入，无法查出漏报的任务", "none: tasks left out cannot be found";
    remove_register => "移除", "Remove";
    came(came, assessed, absent) => "{assessed} 个单位，已报送 {came}，未报送 {absent}", "{came} of {assessed} units handed in, {absent} did not";
    kept_nothing => "还没有内容", "nothing here yet";
    kept_saving => "正在保存到本浏览器", "being saved in this browser";
    kept_saved => "已保存到本浏览器", "saved in this browser";
    kept_failed(why) => "没有保存到本浏览器：{why} 请用“保存核对文件”另存一份。", "Not saved in this browser: {why} Use “Save the check”.";
    passed_over(count) => "{count} 个文件不是表，已略过", "{count} files are no forms and were passed over";
    clear => "清空", "Clear the desk";
    clear_really => "所有收到的表、任务分工和核定都会从本浏览器删除，不能撤销。先保存核对文件？", "All forms, the register and all decisions are deleted from this browser and cannot be brought back. Saved the check first?";
    clear_yes => "确定清空", "Clear all";
    clear_no => "不清空", "Keep all";
}
