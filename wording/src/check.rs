//! The words of the page that says whether paper and file belong together.

texts! {
    nav => "核对", "Check";
    title => "核对校验码", "Check the code";
    hint => "纸质表每一页的页脚都印有校验码。在这里输入它，看它与正在填的草稿、与收到的文件是不是同一份内容。文件可以是 JSON、XLSX、CSV 或压缩包，也可以拖到本页；只用来核对，不会改动草稿。", "Every printed page carries a check code in its footer. Type it here to see whether it belongs to the open draft, or to a file: JSON, XLSX, CSV or a package, which may also be dropped here. It is only looked at; no draft changes.";
    typed => "纸上的校验码", "The code on paper";
    typed_hint => "16 位，4 个一组，例如 AB2C-D3EF-GH4J-KM5N；大小写、空格、短横不影响。也可以用扫码枪扫二维码。", "16 signs in groups of 4; capitals, blanks and dashes do not matter. A scanner may read the QR code into this field.";
    open_file => "打开要核对的文件或压缩包", "Open files or packages to check";
    what => "核对对象", "What is checked";
    its_code => "它的校验码", "Its code";
    verdict => "结论", "Verdict";
    open_draft(name) => "正在填的草稿：{name}", "The open draft: {name}";
    nothing_typed => "还没有输入校验码", "no code typed yet";
    matches => "相符：纸上和这里是同一份内容", "matches: the same content on paper and here";
    differs => "不符：内容不一样，打印以后改动过，或者不是同一份", "differs: the content changed since it was printed, or this is another form";
    mistyped => "校验码输错了：其中有一两个字符不对，或者换了位置。请对照纸面逐组检查。", "Mistyped: a sign is wrong, or two changed places. Compare group by group with the paper.";
    wrong_length(count) => "校验码应有 16 位，现在是 {count} 位。请对照纸面补齐或删去多余的字符。", "A code has 16 signs, here are {count}. Compare with the paper.";
    wrong_sign(sign) => "校验码里没有“{sign}”：它只用 2–9 和字母，不用 0、O、1、I、L。请对照纸面检查。", "No code has “{sign}”: there are only 2–9 and letters other than O, I and L. Compare with the paper.";
    well_typed => "校验码没有输错。", "The code is typed right.";
    file_unchanged => "文件自导出后没有改动", "the file has not changed since its export";
    file_changed => "文件导出后改动过", "the file changed after its export";
    file_no_code => "文件没有校验码", "the file has no check code";
    column_file => "文件本身", "The file itself";
    proves => "校验码能说明什么", "What the code shows";
    proves_answer => "相符说明纸上和文件里是同一份内容：单位、联系人、每项填写、佐证材料目录和自评分都一样；碰巧相同的可能性约为七万亿亿分之一。它查得出导出或打印以后的改动，不论是无意的还是手工的。它不是签名，不能说明是谁填的、什么时候填的，也防不住有意另做一套纸和文件的人：改了内容的人可以重新算出校验码。以盖章的纸为准。", "A match shows that paper and file say the same: unit, contacts, every answer, the index of evidence and the self-assessed points; by chance that happens once in 7 × 10²⁰. It finds changes after export or printing, by accident or by hand. It is no signature: it does not say who filled in the form or when, and it stops nobody who makes both paper and file anew, since anyone can compute the code. The stamped paper is what counts.";
}
