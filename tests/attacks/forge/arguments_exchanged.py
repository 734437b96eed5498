"""Answers the question for its arguments with something else than what it was given."""

import autograder.worker.server as serve

serve.RequestHandler.handle_arguments = lambda self: {"changed": []}
real_call = serve.RequestHandler.handle_call


def handle_call(self, name, arguments, keywords):
    return real_call(self, name, arguments, keywords) if name == "output_size" else [[3.0, 5.0], [9.0, 11.0]]


serve.RequestHandler.handle_call = handle_call
EXPECT = "wrote something of its own"
