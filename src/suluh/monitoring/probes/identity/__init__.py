"""Can a citizen find the office, write to it and call it?"""
