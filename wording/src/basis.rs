//! What a clause rests on.

texts! {
    notice => "原文", "Original";
    reading => "我们的理解", "Our reading";
    assumed => "推定", "Assumed";
    ours => "我们的理解：", "Our reading:";
    rival => "另一种理解：", "The rival reading:";
    why => "为什么这样推定：", "Why assumed:";
    gap => "原文缺失", "Missing from the original";
}
