"""Does every entry of the menu open what it promises?"""
