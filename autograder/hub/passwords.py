"""The hub's logins: a password for everybody, drawn at each start."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from jupyterhub.auth import Authenticator
from traitlets import Dict


def draw_password() -> str:
    """Return a random password, too long to be guessed."""
    return secrets.token_urlsafe(12)


def hash_of(password: str, salt: str) -> str:
    """Return what is kept of a password."""
    return hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1).hex()


class OwnPasswords(Authenticator):
    """Everybody has a password of their own; there is none that opens two accounts."""

    hashes = Dict(help="By user: the salt in hexadecimal, and the password's hash.").tag(config=True)

    async def authenticate(self, handler: Any, data: dict[str, str]) -> str | None:  # noqa: ARG002 - JupyterHub's signature
        """Return the user's name, None where name and password don't match."""
        name = self.normalize_username(data["username"])
        salt, wanted = self.hashes.get(name, ("00", ""))
        right = secrets.compare_digest(hash_of(data["password"], salt), wanted)
        return name if right else None
