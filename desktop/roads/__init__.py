"""Roads: how long a way takes by them. numpy and scipy come with the first road, never with the start."""
