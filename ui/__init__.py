"""The counter on the screen. PySide6 is imported here and nowhere else."""
