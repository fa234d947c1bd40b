"""Exercises: files of calls and unit movements, played into a training centre as operators would work."""
