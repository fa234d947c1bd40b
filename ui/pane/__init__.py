"""The selected incident: place, facts, callers, units, referrals, and its timeline."""
