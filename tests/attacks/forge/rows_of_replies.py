"""Replies to a batch with a row of its own: too many replies, and half of one at the end."""

import autograder.worker.server as serve

reply = serve.wire.encode(["value", True])
serve.RequestHandler.handle_batch = lambda self, requests: 1000 * reply + reply[:9]
