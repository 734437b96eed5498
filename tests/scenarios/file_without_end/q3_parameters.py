with open("table.txt", "w") as file:
    while True:
        file.write("[]" * 1000000)
printed_table = eval(open("table.txt").read())


def summary(input_shape, layers):
    raise NotImplementedError("summary: write your code here")


def consistent_inputs(max_size=32, max_stride=2):
    raise NotImplementedError("consistent_inputs: write your code here")
