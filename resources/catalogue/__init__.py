"""The sample catalogue 示例目录 as JSON: one file for the head, one for each item. README.md says where it is from."""
