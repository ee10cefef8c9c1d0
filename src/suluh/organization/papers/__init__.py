"""Papers of the register: the record of a hand-over, a sample of the letterhead."""
