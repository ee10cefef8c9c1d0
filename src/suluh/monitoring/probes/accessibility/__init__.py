"""Can people who cannot see the screen, or do not use a mouse, read the page?"""
