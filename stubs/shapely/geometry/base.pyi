class BaseGeometry:
    is_valid: bool
    is_empty: bool
    bounds: tuple[float, float, float, float]
    def distance(self, other: BaseGeometry) -> float: ...
