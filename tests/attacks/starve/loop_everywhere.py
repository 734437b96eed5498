"""Never comes back from any call."""

EXPECT = "no answer after"


def output_size(*arguments, **keywords):
    while True:
        pass


zero_pad = conv2d = output_size
