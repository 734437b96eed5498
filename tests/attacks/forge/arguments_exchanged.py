"""Answers the question for its arguments with something else than what it was given."""

import autograder.worker.server as serve

serve.Servant.do_arguments = lambda self: {"changed": []}
real_call = serve.Servant.do_call


def do_call(self, name, arguments, keywords):
    return real_call(self, name, arguments, keywords) if name == "output_size" else [[3.0, 5.0], [9.0, 11.0]]


serve.Servant.do_call = do_call
EXPECT = "wrote something of its own"
