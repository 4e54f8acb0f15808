"""The typefaces of papers and screen; README.md says where they come from and how to renew them."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where the font files and index.json lie."""
