//! Verified points: why a decision is not taken, and why a check's file is not read.

texts! {
    no_criterion(id) => "方案里没有计分的项“{id}”。", "The scheme has no criterion “{id}” that is counted.";
    no_reason => "请写明核定的理由。", "Say why.";
    no_reviewer => "请写明核定人。", "Say who decides.";
    out_of_bounds(points, least, most) => "核定分 {points} 超出范围：本项可以是 {least} 到 {most} 分。", "{points} is out of range: the criterion has {least} to {most} points.";
    too_fine(points, decimals) => "核定分 {points} 的小数太多：方案保留 {decimals} 位。", "{points} is too fine: the scheme has {decimals} decimals.";
    too_long(chars, most) => "文字有 {chars} 个字，最多 {most} 个。请缩短。", "The text has {chars} characters, {most} at most. Shorten it.";
    known(id) => "已经有编号为“{id}”的核定记录，没有再加一次。请重新核定。", "There is a decision “{id}” already, and none was added. Decide again.";

    not_json(detail) => "核对文件不完整或已损坏（{detail}）。请向同事重新索取。", "The check's file is incomplete or damaged ({detail}). Ask for it again.";
    other_format(found) => "这不是核对文件（{found}）。", "This is no check's file ({found}).";
    newer_version(found, ours) => "核对文件由更新版本的程序保存（第 {found} 版，本程序读到第 {ours} 版）。请换用新版程序打开。", "A newer program saved the check (version {found}; this one reads up to {ours}). Open it with that.";
    form_unread(file, why) => "核对文件里的“{file}”无法读取：{why}", "“{file}” in the check's file cannot be read: {why}";
    too_large(bytes, most) => "核对文件有 {bytes} 字节，最多 {most} 字节。", "The check's file has {bytes} bytes, {most} at most.";
}
