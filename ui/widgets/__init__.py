"""The parts that pages are made of; each looks as resources/style/window.qss says."""
