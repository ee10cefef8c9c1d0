"""Gambling and other injected content, defacement: is this page still the unit's own?"""
