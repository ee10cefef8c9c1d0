from tests.monitoring.services.world import make_site, site

__all__ = ["make_site", "site"]
