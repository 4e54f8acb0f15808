"""The pages of the window: x_page.py lays out and emits, x_presenter.py decides, without Qt."""
