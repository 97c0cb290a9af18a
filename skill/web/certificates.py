"""Certificate chains: fetched once, validated, and kept until they expire.

Path validation is the cryptography library's: never our own.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509 import DNSName, verification

from skill.web.refusal import RequestRefusedError

SIGNER = "echo-api.amazon.com"
"""The name that a signing certificate bears (Amazon, "Host a custom skill as a web service")."""
MOST_KEPT = 16
"""Alexa uses one address at a time; more are attempts."""
MOST_IN_CHAIN = 10

Fetch = Callable[[str], bytes]
Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Signer:
    """A validated signing certificate, as far as it is needed again."""

    key: RSAPublicKey
    """Checks the signatures."""
    valid_from: datetime
    """When it begins to be valid."""
    valid_until: datetime
    """When the first certificate of its chain ends."""


class CertificateStore:
    """Gives the signer behind a certificate address; keeps only what was validated."""

    def __init__(self, anchors: Iterable[x509.Certificate], fetch: Fetch, clock: Clock) -> None:
        self._anchors = verification.Store(list(anchors))
        self._fetch = fetch
        self._clock = clock
        self._kept: OrderedDict[str, Signer] = OrderedDict()
        self._lock = Lock()
        self._fetching: dict[str, Lock] = {}

    def signer(self, address: str, *, afresh: Signer | None = None) -> Signer:
        """The signer at an allowed address, fetched where none is kept or the kept one is ``afresh``.

        Errors: RequestRefusedError where the file can't be had or its chain is not Alexa's.
        """
        with self._lock:
            waiting = self._fetching.setdefault(address, Lock())
        with waiting:  # one fetch under a stampede of first requests
            try:
                kept = self._valid(address)
                if kept is not None and kept is not afresh:
                    return kept
                return self._keep(address, self._validated(self._fetch(address)))
            finally:
                with self._lock:
                    self._fetching.pop(address, None)

    def _valid(self, address: str) -> Signer | None:
        with self._lock:
            kept = self._kept.get(address)
            if kept is not None and not kept.valid_from <= self._clock() <= kept.valid_until:
                del self._kept[address]
                return None
            return kept

    def _keep(self, address: str, signer: Signer) -> Signer:
        with self._lock:
            self._kept[address] = signer
            self._kept.move_to_end(address)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return signer

    def _validated(self, file: bytes) -> Signer:
        """The signer of a PEM file, first in it; certificates beyond an anchor are surplus."""
        try:
            certificates = x509.load_pem_x509_certificates(file)
        except ValueError as error:
            raise RequestRefusedError("the certificate file is not PEM") from error
        if len(certificates) > MOST_IN_CHAIN:
            raise RequestRefusedError("the certificate file holds too many certificates")
        leaf, others = certificates[0], certificates[1:]
        verifier = (
            verification.PolicyBuilder()
            .store(self._anchors)
            .time(self._clock())
            .build_server_verifier(DNSName(SIGNER))
        )
        try:
            chain = verifier.verify(leaf, others)
        except (verification.VerificationError, ValueError) as error:
            raise RequestRefusedError("the certificate chain is not Alexa's") from error
        key = leaf.public_key()
        if not isinstance(key, RSAPublicKey):
            raise RequestRefusedError("the signing certificate holds no RSA key")
        return Signer(
            key,
            max(certificate.not_valid_before_utc for certificate in chain),
            min(certificate.not_valid_after_utc for certificate in chain),
        )
