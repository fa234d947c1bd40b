"""Question cards beside the call's form, the rhythm for chest compressions, questions in other languages."""
