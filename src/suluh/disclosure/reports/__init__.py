"""What the service accounts for: the registers as sheets and papers, the yearly report."""
