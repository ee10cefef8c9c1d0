"""Does a page sent safely pull in parts sent unsafely?"""
