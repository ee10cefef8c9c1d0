"""One page of a site: its encoding, title, date, author, text and kind. Pure."""
