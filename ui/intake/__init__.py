"""The call panel: taking calls, opening incidents from them, ending them."""
