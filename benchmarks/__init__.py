"""Every figure that the docs quote, each beside a floor measured in the same run."""
