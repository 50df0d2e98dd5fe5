//! What cells look like.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};
use selfscore_core::book::{Look, Shown};

/// A cell to be filled in: pale yellow, as the remark above the tables says.
const INPUT: Color = Color::RGB(0x00FF_F8DC);
const HEADING: Color = Color::RGB(0x00E7_EDF5);
const REMARK: Color = Color::RGB(0x0055_5555);

/// The format of a look and a way of showing numbers.
pub(crate) fn format(look: Look, shown: Shown) -> Format {
    let base = Format::new()
        .set_font_name("宋体")
        .set_font_size(11)
        .set_align(FormatAlign::VerticalCenter);
    let table = |format: Format| format.set_border(FormatBorder::Thin).set_text_wrap();
    let format = match look {
        Look::Title => base.set_font_name("黑体").set_font_size(18).set_align(FormatAlign::Center),
        Look::Remark => base.set_font_size(10).set_font_color(REMARK).set_align(FormatAlign::Left),
        Look::Heading => {
            table(base).set_bold().set_background_color(HEADING).set_align(FormatAlign::Center)
        }
        Look::Label => table(base),
        Look::Clause => table(base).set_font_size(9),
        Look::Strong => table(base).set_bold(),
        Look::Figure => table(base).set_align(FormatAlign::Right),
        Look::Total => table(base).set_bold().set_align(FormatAlign::Right),
        Look::Input => table(base).set_background_color(INPUT).set_unlocked(),
        Look::Space => table(base).set_align(FormatAlign::Top).set_align(FormatAlign::Left),
        Look::Plain => Format::new().set_font_size(9),
    };
    match shown {
        Shown::General => format,
        Shown::Text => format.set_num_format("@"),
        Shown::Places(0) => format.set_num_format("0"),
        Shown::Places(places) => {
            format.set_num_format(format!("0.{}", "0".repeat(usize::from(places))))
        }
        Shown::Date => {
            format.set_num_format("yyyy\"年\"m\"月\"d\"日\"").set_align(FormatAlign::Left)
        }
    }
}
