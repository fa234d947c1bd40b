"""Referring incidents to agencies and writing down what they answer."""
