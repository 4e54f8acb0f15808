"""The citizen's turn: data to confirm in large print, then a rating. See citizen_turn."""
