"""Does the site prove who it is, and for how long still?"""
