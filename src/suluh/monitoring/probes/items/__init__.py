"""Mandatory information: is what the law obliges a unit to show on its site, and where?"""
