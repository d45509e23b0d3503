"""The parameters of an estimate, from `data/parameters/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog.reader import DATA, CatalogError, parse, read_toml
from catalog.sources import load_sources, refuse_unknown_source
from domain.costing.parameters import Parameter
from domain.shared.sources import STRICT, Source

FOLDER = DATA / "parameters"


@dataclass(frozen=True, slots=True, kw_only=True)
class _ParameterFile:
    """One file of parameters."""

    __pydantic_config__ = STRICT

    parameter: tuple[Parameter, ...]


def load_parameters(
    folder: Path = FOLDER, *, sources: Mapping[str, Source] | None = None
) -> Mapping[str, Parameter]:
    """Every parameter by id, in the order of the files.

    Args:
        folder: where the files are.
        sources: the register of sources; read from its own folder when not given.

    Raises:
        CatalogError: a file is malformed, an id is used twice, a range is upside down, a default lies
            outside its range, or a source is unknown.
    """
    register = load_sources() if sources is None else sources
    parameters: dict[str, Parameter] = {}
    for path in sorted(folder.glob("*.toml")):
        for index, parameter in enumerate(parse(_ParameterFile, read_toml(path), path=path).parameter):
            key = f"parameter.{index}"
            if parameter.id in parameters:
                raise CatalogError(path, f"{key}.id", "duplicate", given=parameter.id)
            _check_range(parameter, path, key)
            refuse_unknown_source(parameter.origin, register, path=path, key=f"{key}.origin")
            parameters[parameter.id] = parameter
    return parameters


def _check_range(parameter: Parameter, path: Path, key: str) -> None:
    if parameter.low > parameter.high:
        raise CatalogError(path, f"{key}.low", "inverted_range", given=str(parameter.low))
    if not parameter.low <= parameter.default <= parameter.high:
        raise CatalogError(path, f"{key}.default", "default_outside_range", given=str(parameter.default))
