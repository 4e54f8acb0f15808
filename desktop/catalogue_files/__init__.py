"""Catalogue files: the official Excel workbook and JSON, read and written. Of ours it knows desktop.domain only."""
