"""save_new_function writes everybody into one line."""

RUNG = "writing"
HINT = "Where does a line end?"


def save_new_function(name, target):
    with open(target, "w") as file:
        for person, score in new_function(name).items():
            file.write(f"{person} {score} ")
