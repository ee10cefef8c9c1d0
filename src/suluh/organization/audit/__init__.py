"""The audit trail: write an event with every deed, seal the order afterwards, verify the chain at any time."""
