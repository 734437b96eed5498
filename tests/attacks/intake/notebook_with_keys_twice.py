"""Is a notebook that has its cells twice, wrong ones first and none last, and keys that are no names."""


def build(wrong, planted):
    return {
        "twice.ipynb": b'{"cells": [{"cell_type": "code", "source": "1"}], "cells": [], "__class__": 1, "": {"": [NaN, Infinity]}}'
    }
