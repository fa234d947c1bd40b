class BaseGeometry:
    is_valid: bool
    bounds: tuple[float, float, float, float]
    def distance(self, other: BaseGeometry) -> float: ...
