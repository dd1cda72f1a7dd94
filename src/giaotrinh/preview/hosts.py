"""Names by which the server may be called: its own, and on every address of the machine those of the machine.

A page of another site can have its name lead to this machine (DNS rebinding); it cannot make a browser send an address
of digits or the machine's own name as the host, so these are safe to answer to.
"""

import ipaddress
import socket
from collections.abc import Iterator
from dataclasses import dataclass

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
EVERYWHERE = frozenset({"0.0.0.0", "::", ""})
HTTP = 80
"""Port that browsers leave out of the host they send."""


@dataclass(frozen=True, slots=True)
class Hosts:
    """Where a server listens."""

    host: str
    port: int

    def knows(self, asked: str) -> bool:
        """Return whether a Host header ("192.168.1.5:8710", "[::1]:8710", "MAY-GV.local") names this server."""
        name, port = _parted(asked.strip().lower())
        if port != self.port or not name:
            return False
        if name in LOOPBACK or name == self.host.lower():
            return True
        return self.host in EVERYWHERE and (_is_address(name) or name in _own_names())

    def announced(self) -> tuple[str, ...]:
        """Return the hosts to tell people, the most useful first."""
        names = _addresses() if self.host in EVERYWHERE else (self.host,)
        return tuple(_written(name, self.port) for name in names)


def _parted(asked: str) -> tuple[str, int]:
    name, colon, port = asked.rpartition(":")
    if not colon or asked.endswith("]"):
        return asked.strip("[]"), HTTP
    return name.strip("[]"), int(port) if port.isascii() and port.isdecimal() else 0


def _written(name: str, port: int) -> str:
    name = f"[{name}]" if ":" in name else name
    return name if port == HTTP else f"{name}:{port}"


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _own_names() -> frozenset[str]:
    name = socket.gethostname().lower()
    short = name.partition(".")[0]
    return frozenset({name, short, f"{short}.local"})


def _addresses() -> tuple[str, ...]:
    """Return the addresses others can call this machine by, its own loopback where none is known."""
    return tuple(dict.fromkeys(_outward())) or ("127.0.0.1",)


def _outward() -> Iterator[str]:
    # Nothing is sent: connecting a datagram socket only has the system choose the address it would send from.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            yield str(probe.getsockname()[0])
        except OSError:
            return
