"""Where the government speaks: connected accounts and sites, and deliveries, each shown exactly once or asked about."""
