//! A list of more forms than lie on the desk.

texts! {
    title => "核对清单", "List of forms";
    hint(most) => "一次收到的表超过 {most} 份，所以只逐份核对并列成清单，不放进核对台：清单不保存，也不做单位之间的对照、核定和名次。筛选出 {most} 份以内的，可以放进核对台继续核对。", "There are more than {most} forms, so each is checked by itself and listed, and none lies on the desk: the list is not saved, and units are neither compared, nor settled, nor ranked. Up to {most} of them, found by the filters, can be put on the desk.";
    sums(forms, clean, refused) => "共 {forms} 份表，其中 {clean} 份没有发现问题；另有 {refused} 份读不出来。", "{forms} forms, {clean} of them without findings; {refused} more cannot be read.";
    several(units) => "有 {units} 个单位报了多份。", "{units} units have several forms.";
    took(seconds) => "用时 {seconds} 秒。", "It took {seconds} s.";
    not_all => "读取被取消，清单只有已经读到的部分。", "Reading was cancelled: the list has what was read until then.";
    kind => "问题", "Kind";
    all_kinds => "全部表", "all forms";
    seek => "查找单位、区县或文件", "Find a unit, district or file";
    by_came => "收到的顺序", "as they came";
    by_total => "复算分高的在前", "highest recomputed total first";
    district => "区县", "District";
    difference => "相差", "Difference";
    reason => "读不出来的原因", "Why it cannot be read";
    of_unit(count) => "本单位共 {count} 份", "{count} forms of this unit";
    chosen(chosen, from, to) => "筛选出 {chosen} 份，下面是第 {from}–{to} 份", "{chosen} forms chosen; {from} to {to} are shown";
    none_chosen => "没有符合条件的表。", "No form is like this.";
    earlier => "上一页", "Earlier";
    later => "下一页", "Later";
    pages => "翻页", "Pages";
    put(count) => "把这 {count} 份放进核对台", "Put these {count} on the desk";
    put_one => "放进核对台", "Put on the desk";
    put_too_many(most) => "筛选到 {most} 份以内，才能放进核对台", "At most {most} can be put on the desk: use the filters";
    again => "按现在的方案、分工和日期重新核对", "Check again by the scheme, register and date as they are now";
    export_forms => "导出清单 CSV", "Export the list as CSV";
    export_findings => "导出全部问题 CSV", "Export all findings as CSV";
    close => "关闭清单", "Close the list";
    gone => "文件已经不在原来的位置或有改动，没有全部读到。请重新选择文件。", "Files have been moved or changed since, so not all could be read. Choose them anew.";
}
