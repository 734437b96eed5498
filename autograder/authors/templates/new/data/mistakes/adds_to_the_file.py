"""save_new_function adds to what is in the file."""

RUNG = "writing"
HINT = "What is the difference between `w` and `a`?"


def save_new_function(name, target):
    with open(target, "a") as file:
        for person, score in new_function(name).items():
            print(person, score, file=file)
