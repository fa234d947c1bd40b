"""The sounds of the desk: tried one by one, and the device on which they are heard."""
