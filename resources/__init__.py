"""Data files of the client: fonts, icons, style, catalogue, calendar, translations."""
