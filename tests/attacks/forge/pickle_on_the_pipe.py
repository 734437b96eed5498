"""Sends a pickle that would write a file where it is un-pickled."""

import pickle

EXPECT = "wrote something of its own"


class Bomb:
    def __reduce__(self):
        return os.system, (f"touch /tmp/{PLANTED['mark']}-pickled",)


def conv2d(*arguments, **keywords):
    os.write(SOCKET, framed(pickle.dumps(Bomb())))


def output_size(*arguments, **keywords):
    os.write(
        SOCKET,
        framed([request_id(), "value", {"b": len(pickle.dumps(Bomb()))}], pickle.dumps(Bomb()))
        + pickle.dumps(Bomb()),
    )


zero_pad = conv2d
