"""What stands in the way of the city's administrator. The words are in desktop.sync_sentences."""

from desktop.problems import EnvironmentProblem


class NoCityHere(EnvironmentProblem):
    """There is no city in the folder `path`."""


class CityExists(EnvironmentProblem):
    """There is a city in the folder `path` already; its keys are not overwritten."""


class CityKeysDamaged(EnvironmentProblem):
    """The file of keys at `path` cannot be read; take it from a backup."""


class CityDatabaseRefuses(EnvironmentProblem):
    """The database does not let us in or does not do what it was asked; `reason` is its word."""


class CityDatabaseUnknown(EnvironmentProblem):
    """The address names a kind of database that is not served; `kind` is what stands before `://`."""


class HeadHeldElsewhere(EnvironmentProblem):
    """Another collector has been writing the head of the hall `hall` for too long."""
