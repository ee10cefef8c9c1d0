"""What can go wrong with the private database, said so that an operator knows what to do next."""


class DatabaseError(Exception):
    """The private database cannot be used; the message is an Indonesian sentence for the operator."""


class DatabaseBusy(DatabaseError):
    """Another process owns the database of this data folder and this one must own it."""


class DatabaseMajorDiffers(DatabaseError):
    """The data folder was written by another major version of PostgreSQL."""


class DatabaseDidNotStart(DatabaseError):
    """PostgreSQL ended or never answered."""
