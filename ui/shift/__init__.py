"""What changes with a shift: crews on duty, the page of handing over, incidents taken over."""
