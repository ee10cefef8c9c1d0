"""When did the site last publish something real, and how steadily does it?"""
