"""Reading places, roads and borders from files of map data, and putting them together as a gazetteer."""
