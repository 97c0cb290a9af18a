"""The roots that Amazon's certificate chains lead to.

Amazon Root CA 1 to 4 and Starfield Services Root G2, as Mozilla's store carries them; a test pins their
SHA-256 fingerprints. Alexa's file may end with a cross-signed certificate whose root is in no store any
more (alexa-skills-kit-sdk-for-nodejs, issue 745), so a path to any of these is enough.
"""

from __future__ import annotations

import warnings
from pathlib import Path

from cryptography import x509
from cryptography.utils import CryptographyDeprecationWarning

_FOLDER = Path(__file__).parent


def bundled_anchors() -> tuple[x509.Certificate, ...]:
    """The bundled roots."""
    with warnings.catch_warnings():
        # Starfield's root of 2009 has the serial number 0, which cryptography warns of; releases beyond
        # the one pinned may refuse it, and the test of the fingerprints will say so
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        return tuple(
            x509.load_pem_x509_certificate(path.read_bytes())
            for path in sorted(_FOLDER.glob("*.pem"))
        )
