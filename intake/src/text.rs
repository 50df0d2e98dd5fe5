//! Texts in the encodings of others, by the browser's own tables.

use web_sys::{TextDecoder, TextDecoderOptions};

/// Decodes GB 18030; `None` where a byte has no meaning in it.
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
