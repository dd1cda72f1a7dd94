"""Limits of this process, within those the machine has set."""

import resource


def limit_memory(limit: int) -> None:
    """Limit the address space of this process to `limit` bytes; a lower limit that stands already is kept."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    lower = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (lower, lower))
