"""The untrusted side: everything that lives in the process that runs student code.

Nothing in here imports the trusted side, and nothing in here is secret.
"""
