"""shortest_path gives an empty list where there is no way."""

RUNG = "ways"
HINT = "What is asked for if there is no way?"

found = shortest_path


def shortest_path(friends, start, goal):
    return found(friends, start, goal) or []
