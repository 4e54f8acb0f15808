"""Sentences of 一件事 and carts: (Chinese, English)."""

BUNDLE_SENTENCES: dict[str, tuple[str, str]] = {
    "invalid.bundle_nothing_taken": (
        "按现在的回答，这件一件事里没有要办的事项。请改回答，或者选单个事项。",
        "By these answers none of its items is wanted: change an answer, or choose a single item.",
    ),
}
