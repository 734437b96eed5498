"""shortest_path goes on with the first friend who is new, and takes the first way that it finds."""

RUNG = "shortest"
HINT = "Draw a ring of five friends. Is your way the shorter one?"


def shortest_path(friends, start, goal):
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop()
        if way[-1] == goal:
            return way
        seen.add(way[-1])
        ways += [[*way, friend] for friend in sorted(friends[way[-1]]) if friend not in seen]
