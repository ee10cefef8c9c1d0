"""Do the links on the site's pages lead somewhere?"""
