"""Everything the board reads. Each selector starts from the units a person may see."""
