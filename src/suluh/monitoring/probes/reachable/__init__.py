"""Does the site answer, and soon enough for a citizen on a phone?"""
