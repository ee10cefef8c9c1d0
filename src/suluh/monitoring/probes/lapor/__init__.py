"""Does the site lead citizens to the national complaint channel?"""
