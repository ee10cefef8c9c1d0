"""How much must a phone load before the page can be read?"""
