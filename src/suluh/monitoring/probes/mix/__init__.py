"""Does the unit publish anything but accounts of its own activities?"""
