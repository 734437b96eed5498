"""What students sent: read, and never run. Imports only the single files below it and the worker."""
