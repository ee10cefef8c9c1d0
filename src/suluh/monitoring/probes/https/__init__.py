"""Can the site be read over a connection that nobody on the way can change?"""
