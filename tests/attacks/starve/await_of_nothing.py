"""Awaits what never happens, at the top of a cell and in a loop of its own."""

import json


def build(wrong, planted):
    never = "import asyncio\nawait asyncio.get_running_loop().create_future()"
    forever = "async def turn():\n    while True: await asyncio.sleep(0)\nawait turn()"
    cells = [{"cell_type": "code", "source": source} for source in (wrong, never, forever)]
    return {"await.ipynb": json.dumps({"cells": cells}).encode()}
