"""What the SDK's objects can hold of a request that they don't wholly know.

Alexa adds properties, enum values and request types at any time, and certification sends unknown ones
on purpose. DefaultSerializer raises SerializationException for an unknown enum value or discriminator
in any place (alexa-requirements, 6.2), which would be heard as an error. The parts that it can't take
are left out; none of them carries what was asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from typing import Any

from dateutil.parser import parse as parse_date

_UNKNOWN = object()
_NATIVE: Mapping[str, type] = {
    "int": int, "float": float, "str": str, "bool": bool, "date": date, "datetime": datetime,
}  # fmt: skip
_LIST = re.compile(r"list\[(.*)\]")
_MAPPING = re.compile(r"dict\([^,]*, (.*)\)")


def known_parts(payload: object, type_name: str) -> Any:
    """The part of a JSON value that the SDK can make an object of type ``type_name`` from.

    In: the JSON value; the type as the SDK's models name it (``list[a.b.C]``, ``dict(str, object)``,
    ``a.b.C``). Out: a copy without unknown values, None where nothing is left.
    """
    known = _known(payload, type_name)
    return None if known is _UNKNOWN else known


def _known(payload: Any, type_name: str) -> Any:
    if payload is None or type_name == "object":
        return payload
    if inner := _LIST.fullmatch(type_name):
        return _each(payload, inner[1]) if isinstance(payload, list) else _UNKNOWN
    if inner := _MAPPING.fullmatch(type_name):
        return _values(payload, inner[1]) if isinstance(payload, Mapping) else _UNKNOWN
    if type_name in _NATIVE:
        return _native(payload, type_name)
    module, _, name = type_name.rpartition(".")
    model = getattr(import_module(module), name)
    if issubclass(model, Enum):
        return payload if payload in [member.value for member in model] else _UNKNOWN
    return _model(payload, model) if isinstance(payload, Mapping) else _UNKNOWN


def _each(payload: list[Any], type_name: str) -> list[Any]:
    return [known for item in payload if (known := _known(item, type_name)) is not _UNKNOWN]


def _values(payload: Mapping[str, Any], type_name: str) -> dict[str, Any]:
    known = {key: _known(value, type_name) for key, value in payload.items()}
    return {key: value for key, value in known.items() if value is not _UNKNOWN}


def _native(payload: Any, type_name: str) -> Any:
    if type_name in ("date", "datetime"):
        return payload if _is_date(payload) else _UNKNOWN
    if type_name in ("int", "float"):
        return payload if isinstance(payload, (int, float)) else _UNKNOWN
    return payload if isinstance(payload, _NATIVE[type_name]) else _UNKNOWN


def _is_date(payload: Any) -> bool:
    try:
        parse_date(payload)
    except (ValueError, TypeError, OverflowError):
        return False
    return True


def _model(payload: Mapping[str, Any], model: Any) -> Any:
    if hasattr(model, "get_real_child_model"):
        real = _real_model(payload, model)
        if real is None:
            return _UNKNOWN
        model = real
    types = model.deserialized_types
    known = {}
    for attribute, key in getattr(model, "attribute_map", {}).items():
        if key in payload and attribute in types:
            value = _known(payload[key], types[attribute])
            if value is not _UNKNOWN:
                known[key] = value
    return known


def _real_model(payload: Mapping[str, Any], model: Any) -> Any:
    """The class that a discriminator such as ``type`` names; None where it names none."""
    try:
        name = model.get_real_child_model(payload)
    except (KeyError, TypeError):
        return None
    if not name:
        return None
    module, _, class_name = name.rpartition(".")
    return getattr(import_module(module), class_name)
