from collections.abc import Mapping
from typing import Any

from shapely.geometry.base import BaseGeometry as BaseGeometry

def shape(context: Mapping[str, Any]) -> BaseGeometry: ...
