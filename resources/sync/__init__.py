"""The zstd dictionary for segments, and how it is made."""
