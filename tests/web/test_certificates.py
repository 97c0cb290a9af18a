"""The certificate store: fetched once, kept only when valid, dropped at expiry."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID
from flask.testing import FlaskClient

from skill.web import fetching
from skill.web.anchors import bundled_anchors
from skill.web.certificates import MOST_KEPT, CertificateStore
from skill.web.refusal import RequestRefusedError
from tests.web.authority import ADDRESS, NOW, Wanted, authority, issue, rsa_key, signature
from tests.web.conftest import CertificateHost, body_of

FINGERPRINTS = {
    "Amazon Root CA 1": "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e",
    "Amazon Root CA 2": "1ba5b2aa8c65401a82960118f80bec4f62304d83cec4713a19c39c011ea46db4",
    "Amazon Root CA 3": "18ce6cfe7bf14e60b2e347b8dfe868cb31d02ebb3ada271569f50343b46db3a4",
    "Amazon Root CA 4": "e35d28419ed02025cfa69038cd623962458da5c695fbdea3c22b0bfb25897092",
    "Starfield Services Root Certificate Authority - G2": (
        "568d6905a2c88708a4b3025190edcfedb1974a606a13c6e5290fcb2ae63edab5"
    ),
}
"""SHA-256, as Mozilla's store carries these roots (certifi 2026.10.18)."""


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """The time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at the present."""
    return Clock()


@pytest.fixture
def store(host: CertificateHost, clock: Clock) -> CertificateStore:
    """A store that trusts the test authority."""
    return CertificateStore([authority().root.certificate], host.fetch, clock)


def test_the_bundled_roots_are_amazons() -> None:
    """Five roots, each with its published fingerprint; no other is trusted."""
    found = {
        str(root.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value): root.fingerprint(
            hashes.SHA256()
        ).hex()
        for root in bundled_anchors()
    }

    assert found == FINGERPRINTS


def test_a_chain_is_fetched_once(store: CertificateStore, host: CertificateHost) -> None:
    """The second request at an address costs no fetch."""
    assert store.signer(ADDRESS) is store.signer(ADDRESS)
    assert host.asked == [ADDRESS]


def test_each_address_has_its_own_signer(store: CertificateStore, host: CertificateHost) -> None:
    """A good address does not vouch for another one, as certification tries."""
    other = ADDRESS.replace("12", "13")
    host.files[other] = b"no certificate"
    store.signer(ADDRESS)

    with pytest.raises(RequestRefusedError):
        store.signer(other)


def test_a_bad_file_is_not_kept(store: CertificateStore, host: CertificateHost) -> None:
    """After a bad answer the next request is served by a good one."""
    host.files[ADDRESS] = b"<html>busy</html>"
    with pytest.raises(RequestRefusedError):
        store.signer(ADDRESS)
    host.files[ADDRESS] = authority().file

    assert store.signer(ADDRESS).valid_until > NOW


def test_an_expired_signer_is_fetched_anew(
    store: CertificateStore, host: CertificateHost, clock: Clock
) -> None:
    """What was valid yesterday is not trusted for ever."""
    store.signer(ADDRESS)
    clock.now = NOW + timedelta(days=31)

    with pytest.raises(RequestRefusedError):
        store.signer(ADDRESS)
    assert host.asked == [ADDRESS, ADDRESS]


def test_the_store_is_bounded(store: CertificateStore, host: CertificateHost) -> None:
    """However many addresses are tried, only some signers are kept."""
    addresses = [ADDRESS.replace("12", str(number)) for number in range(MOST_KEPT + 1)]
    for address in [*addresses, addresses[0]]:
        store.signer(address)

    assert len(host.asked) == len(addresses) + 1


def test_a_stampede_fetches_once(host: CertificateHost, clock: Clock) -> None:
    """Twenty first requests at once ask the certificate host one time."""
    arrived = threading.Event()

    def slow(address: str) -> bytes:
        arrived.wait(0.2)
        return host.fetch(address)

    store = CertificateStore([authority().root.certificate], slow, clock)
    threads = [threading.Thread(target=store.signer, args=(ADDRESS,)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert host.asked == [ADDRESS]


def test_a_replaced_certificate_is_noticed(client: FlaskClient, host: CertificateHost) -> None:
    """When Amazon replaces the file at an address, the next signature is checked with the new one."""
    body = body_of()
    headers = {"SignatureCertChainUrl": ADDRESS, "Signature-256": signature(body)}
    replaced = issue(Wanted(key=rsa_key("next leaf")), authority().intermediate)
    host.default = replaced.pem + authority().intermediate.pem
    assert client.post("/", data=body, headers=headers).status_code == 400
    host.default = authority().file

    assert client.post("/", data=body, headers=headers).status_code == 200


def test_requests_go_on_while_the_certificate_host_is_down(
    client: FlaskClient, host: CertificateHost
) -> None:
    """A kept signer is enough."""
    body = body_of()
    headers = {"SignatureCertChainUrl": ADDRESS, "Signature-256": signature(body)}
    assert client.post("/", data=body, headers=headers).status_code == 200
    host.default = b""

    assert client.post("/", data=body, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/echo.api/x.pem", "http://127.0.0.1:0/x"],
    ids=["nobody listens", "no port"],
)
def test_a_host_that_does_not_answer_is_a_refusal(address: str) -> None:
    """No network error escapes the fetch."""
    with pytest.raises(RequestRefusedError, match="could not be fetched"):
        fetching.fetch_chain(address)
