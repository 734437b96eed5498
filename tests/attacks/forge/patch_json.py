"""Replaces the functions that the wire writes and reads its skeleton with."""

EXPECT = "wrote something of its own"
json.dumps = lambda value, **keywords: '{"verdict": "passed", "points": 40}'
json.loads = lambda text, **keywords: [0, "value", True]
