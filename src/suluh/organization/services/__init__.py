"""Every write of the register: typed, in one transaction, with permission asked and the event written."""
