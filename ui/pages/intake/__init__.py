"""The intake page (收件) in parts: `*_presenter` modules decide without Qt, `*_step` modules lay out one step each."""
