"""What was sent, read and never run. Imports nothing but the single files below."""
