//! Headings and labels of tables. The Chinese ones of the form's CSV are part of its format.

texts! {
    number => "序号", "No.";
    indicator => "指标", "Indicator";
    content => "内容", "Content";
    points => "分值", "Points";
    value => "填报值", "Value";
    role => "牵头/配合", "Lead/supporting";
    debugging => "调试阶段", "In debugging";
    claim => "申报份额", "Share claimed";
    score => "自评分", "Self-assessed";
    note => "得分说明", "Explanation";
    evidence => "佐证材料", "Evidence";
    key => "键", "Key";

    yes => "是", "yes";
    no => "否", "no";
    lead => "牵头", "lead";
    supporting => "配合", "supporting";

    applies => "是否适用", "Whether it applies";
    asked_in(label, unit) => "{label}（{unit}）", "{label} ({unit})";
    points_claimed => "申报得分", "Points claimed";
    points_claimed_off(label) => "{label}：申报扣分", "{label}: points claimed off";
    id_of(label, id) => "{label} {id}", "{label} {id}";
    level(ids) => "级别（{ids}）", "Level ({ids})";
    placement(ids) => "版面位置（{ids}）", "Placement ({ids})";
    authors => "署名人数", "Number of authors";

    unit => "单位", "Unit";
    district => "区名", "District";
    filled_by => "填报人", "Filled in by";
    reviewed_by => "审核人", "Reviewed by";
    phone => "联系电话", "Telephone";
    filled_on => "填报日期", "Date";
    evidence_list => "佐证材料目录", "List of evidence";
    total => "合计", "Total";
    exported_at => "导出时间", "Exported at";
    scheme_id => "考评方案", "Scheme";
    scheme_revision => "方案修订号", "Revision of the scheme";
    scheme_sha256 => "方案校验码", "Check code of the scheme";
    format => "文件格式", "Format";
    version => "格式版本", "Version of the format";
    other_member => "其他数据（请勿修改）", "Other data (do not change)";
    sha256 => "校验码", "Check code";

    register_number => "序号", "number";
    register_title => "任务名称", "title";
    register_lead => "牵头单位", "lead";
    register_supporting => "配合单位", "supporting";
}
