"""The product's settings and the application of the job that waits."""

from suluh.project.settings import *  # noqa: F403
from suluh.project.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.project.gated_jobs"]
