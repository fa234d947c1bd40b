from shapely.geometry.base import BaseGeometry

def scale(
    geom: BaseGeometry, xfact: float = 1.0, yfact: float = 1.0, *, origin: tuple[float, float]
) -> BaseGeometry: ...
