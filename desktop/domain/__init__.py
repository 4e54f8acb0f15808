"""What the law and the catalogue say. Standard library, msgspec and stdnum only: no clock, no I/O, no random."""
