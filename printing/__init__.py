"""Papers of the counter: content in, PDF bytes out. reportlab is imported here and nowhere else."""
