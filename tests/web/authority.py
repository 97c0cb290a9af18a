"""A certificate authority for tests: real keys, real chains, real signatures."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

ADDRESS = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"
NOW = datetime.now(timezone.utc).replace(microsecond=0)
DAY = timedelta(days=1)

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def rsa_key(name: str, size: int = 2048) -> rsa.RSAPrivateKey:  # noqa: ARG001  # the cache's key
    """One RSA key a name, made once a run."""
    return rsa.generate_private_key(public_exponent=65537, key_size=size)


@dataclass(frozen=True)
class Issued:
    """A certificate and its private key."""

    certificate: x509.Certificate
    key: Key

    @property
    def pem(self) -> bytes:
        """The certificate as a file holds it."""
        return self.certificate.public_bytes(Encoding.PEM)


@dataclass(frozen=True)
class Wanted:
    """What a certificate should say; the defaults make Alexa's signing certificate."""

    name: str = "echo-api.amazon.com"
    alternative_names: Sequence[str] = ("echo-api.amazon.com",)
    begins: datetime = NOW - DAY
    ends: datetime = NOW + 30 * DAY
    authority: bool = False
    key: Key = field(default_factory=lambda: rsa_key("leaf"))


def issue(wanted: Wanted, issuer: Issued | None = None) -> Issued:
    """Make a certificate; without an issuer it signs itself."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, wanted.name)])
    signer = issuer or Issued(certificate=None, key=wanted.key)  # type: ignore[arg-type]  # self-signed
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(wanted.key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(wanted.begins)
        .not_valid_after(wanted.ends)
        .add_extension(x509.BasicConstraints(ca=wanted.authority, path_length=None), critical=True)
        .add_extension(
            x509.SubjectKeyIdentifier.from_public_key(wanted.key.public_key()), critical=False
        )
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.key.public_key()),
            critical=False,
        )
    )
    if wanted.authority:
        builder = builder.add_extension(_usage(signs_certificates=True), critical=True)
    else:
        builder = builder.add_extension(_usage(signs_certificates=False), critical=True)
        builder = builder.add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False
        )
        if wanted.alternative_names:
            names = [x509.DNSName(name) for name in wanted.alternative_names]
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return Issued(builder.sign(signer.key, hashes.SHA256()), wanted.key)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=not signs_certificates,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


@dataclass(frozen=True)
class Authority:
    """A root, an intermediate and Alexa's signing certificate under them."""

    root: Issued
    intermediate: Issued
    leaf: Issued

    @property
    def file(self) -> bytes:
        """The chain as Alexa publishes it: the signing certificate first."""
        return self.leaf.pem + self.intermediate.pem

    def under(self, wanted: Wanted) -> bytes:
        """The chain file of another certificate under this authority."""
        return issue(wanted, self.intermediate).pem + self.intermediate.pem


@cache
def authority(name: str = "test") -> Authority:
    """The authority of this name, made once a run."""
    root = issue(Wanted(f"{name} root", (), authority=True, key=rsa_key(f"{name} root")))
    middle = Wanted(f"{name} intermediate", (), authority=True, key=rsa_key(f"{name} middle"))
    intermediate = issue(middle, root)
    return Authority(root, intermediate, issue(Wanted(), intermediate))


def signature(
    body: bytes, key: Key | None = None, algorithm: hashes.HashAlgorithm | None = None
) -> str:
    """The value of the Signature-256 header for a body."""
    signer = key or authority().leaf.key
    assert isinstance(signer, rsa.RSAPrivateKey)
    signed = signer.sign(body, PKCS1v15(), algorithm or hashes.SHA256())
    return base64.b64encode(signed).decode()


def signed_headers(body: bytes, address: str = ADDRESS) -> dict[str, str]:
    """The headers that Alexa sends with a body."""
    return {
        "SignatureCertChainUrl": address,
        "Signature-256": signature(body),
        "Content-Type": "application/json; charset=utf-8",
    }
