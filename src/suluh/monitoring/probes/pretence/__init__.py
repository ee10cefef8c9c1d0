"""Does a site look fresher than what it publishes?"""
