"""What public pages read: nothing that is not meant for everybody."""
