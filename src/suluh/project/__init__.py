"""What wires the rooms together: settings, addresses, the `suluh` command, the database, the processes."""
