"""Where governments publish, one folder a platform or CMS: how to post there once, and how to find what was posted.

A platform knows a protocol and no business: it gets a frozen `Post`, an `Access` and a key, and says what became of
it. To add one, copy `telegram/` (the smallest) and change what differs; nothing else needs an edit.
"""
