"""The register: units, sites, accounts, people and their rights, the sockets, the audit trail."""
