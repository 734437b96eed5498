"""shortest_path leaves out the first person."""

RUNG = "ways"
ALSO = ("shortest",)
HINT = "Who is the first on your way?"

right = shortest_path


def shortest_path(friends, start, goal):
    way = right(friends, start, goal)
    return way and way[1:]
