"""One module for each paper of the counter: its words and their order. Required content: handbook 1.6."""
