"""What honest submissions do with numpy, scipy and the standard library. All of it must work in a worker."""

# Written as students write:
# ruff: noqa

import numpy as np


def linalg():
    a = np.random.default_rng(0).normal(size=(6, 6))
    b = a @ a.T
    for f in (
        np.linalg.svd,
        np.linalg.qr,
        np.linalg.eig,
        np.linalg.eigh,
        np.linalg.cholesky,
        np.linalg.inv,
        np.linalg.pinv,
        np.linalg.det,
        np.linalg.matrix_rank,
        np.linalg.norm,
        np.linalg.slogdet,
    ):
        f(b)
    return [
        np.linalg.solve(b, a),
        np.linalg.lstsq(b, a, rcond=None)[0],
        np.linalg.matrix_power(b, 3),
        np.linalg.tensorsolve(b, np.ones(6)),
    ]


def fft():
    return (
        np.fft.irfft2(np.fft.rfft2(np.eye(8))),
        np.fft.fftn(np.ones((3, 4, 5))),
        np.fft.fftshift(np.arange(5)),
    )


def random():
    np.random.seed(1)
    np.random.randn(3)
    np.random.permutation(5)
    np.random.choice(5)
    g = np.random.default_rng()
    return (
        g.normal(size=3),
        g.integers(5),
        g.shuffle(np.arange(4)),
        np.random.RandomState(3).rand(2),
        np.random.Generator(np.random.MT19937(1)).gamma(2.0),
        np.random.SeedSequence().entropy > 0,
    )


def einsum():
    return np.einsum(
        "nchw,fckl->nfhk", np.ones((2, 3, 4, 4)), np.ones((5, 3, 2, 2)), optimize=True
    ), np.tensordot(np.ones((2, 3)), np.ones((3, 4)), 1)


def sorts():
    return (
        [np.sort(np.arange(999)[::-1], kind=k)[:3] for k in ("quicksort", "mergesort", "heapsort", "stable")],
        np.argsort([3, 1]),
        np.unique([1, 1, 2]),
        np.partition([3, 1, 2], 1),
        np.lexsort(([1, 2], [2, 1])),
        np.searchsorted([1, 2], 2),
        np.bincount([1, 2]),
        np.histogram([1, 2, 3]),
        np.percentile([1, 2], 50),
        np.median([1, 2]),
    )


def masked():
    return np.ma.masked_where([True, False], [1, 2]).filled(0), float(np.ma.median(np.ma.array([1, 2])))


def polynomial():
    return (
        np.polyfit([1, 2, 3], [1, 4, 9], 2),
        np.polynomial.Polynomial([1, 2]).roots(),
        np.polynomial.chebyshev.chebval(1, [1, 2]),
        np.poly1d([1, 2])(3),
        np.roots([1, -3, 2]),
        np.convolve([1, 2], [1, 2]),
        np.correlate([1, 2], [1, 2]),
    )


def matmul():
    a = np.random.default_rng(0).normal(size=(1500, 1500))
    return float((a @ a).sum()) != 0


def windows():
    from numpy.lib.stride_tricks import as_strided, sliding_window_view

    return (
        sliding_window_view(np.arange(16).reshape(4, 4), (2, 2)),
        as_strided(np.arange(4), (2, 2), (8, 8)),
        np.pad(np.ones((2, 2)), 1, mode="reflect"),
        np.broadcast_to([1], (3,)),
    )


def sleep():
    import time

    time.sleep(0.01)
    return time.strftime("%Y") > "2000", time.perf_counter() > 0, time.process_time() > 0


def dates():
    import datetime

    return (
        str(datetime.datetime.strptime("2024-02-03", "%Y-%m-%d")),
        str(datetime.datetime.now())[:2],
        str(np.datetime64("2024-01-01") + np.timedelta64(1, "D")),
        str(np.arange("2024-01", "2024-03", dtype="M8[D]")[0]),
        f"{datetime.date.today():%A}" != "",
    )


def large():
    a = np.ones(40_000_000)
    return float(a.sum()), float(np.concatenate([a, a]).mean())


def strings():
    return (
        np.char.upper(["a"]),
        np.char.add(["a"], ["b"]),
        np.array(["b", "a"]).tolist(),
        np.strings.find(["ab"], "b") if hasattr(np, "strings") else 0,
        "\N{GREEK SMALL LETTER ALPHA}",
        "é".encode("latin-1"),
        f"{1234.5:,.2f}",
    )


def testing():
    np.testing.assert_allclose([1.0], [1.0])
    np.testing.assert_array_equal([1], [1])
    try:
        np.testing.assert_allclose(np.ones((2, 2)), np.zeros((2, 2)))
    except AssertionError as error:
        return "Mismatch" in str(error)


def printing():
    print(
        np.ones((3, 3)),
        np.float32(1.5),
        np.array(["a"]),
        np.array([1 + 2j]),
        np.arange(2000),
        np.array([{}, None]),
        np.zeros(2, "i4,f8"),
    )
    np.set_printoptions(precision=2, suppress=True)
    return (
        repr(np.array([1e-10, 1.0])),
        np.array2string(np.eye(2), separator=","),
        str(np.ma.array([1], mask=[True])),
    )


def warning():
    import warnings

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        np.array([1.0]) / 0
        warnings.warn("x")
    warnings.simplefilter("default")
    np.array([0.0]) / 0
    np.log([-1.0])
    warnings.warn("shown")
    with np.errstate(all="raise"):
        try:
            np.array([1.0]) / 0
        except FloatingPointError:
            return len(caught) == 2


def dtypes():
    return (
        np.float16(1.5) + 1,
        np.longdouble(1) / 3,
        np.finfo(np.float32).eps,
        np.iinfo(int).max,
        np.array([1], ">i4") + 1,
        np.dtype([("a", int)]).names,
        np.result_type(1, 2.0).name,
        np.can_cast(int, float),
        np.packbits([1, 0]),
        np.float128(1) if hasattr(np, "float128") else 0,
    )


def calculus():
    return (
        np.gradient(np.arange(5.0)),
        np.cumsum([1, 2]),
        np.diff([1, 4]),
        np.interp(1.5, [1, 2], [3, 4]),
        np.meshgrid([1, 2], [3]),
        np.vectorize(lambda x: x + 1)([1, 2]),
        np.apply_along_axis(sum, 0, np.eye(2)),
        np.trapezoid([1, 2]) if hasattr(np, "trapezoid") else 0,
        np.kron(np.eye(2), np.eye(2)),
        np.cov(np.eye(2)),
        np.clip([5], 0, 1),
        np.where([True], 1, 2),
        np.nditer([1]).value + 0,
        np.indices((2, 2)),
        np.ix_([1], [2])[0],
        np.select([[True]], [[1]]),
        np.piecewise([1.0], [[True]], [2]),
        np.fromfunction(lambda i, j: i, (2, 2)),
        np.fromiter(range(3), int),
        np.block([[np.eye(2)]]),
        np.isin([1], [1]),
        np.union1d([1], [2]),
        np.nanmean([1, np.nan]),
        np.i0(1.0),
        np.hanning(4),
    )


def library():
    import copy
    import csv
    import dataclasses
    import decimal
    import fractions
    import functools
    import hashlib
    import inspect
    import io
    import itertools
    import json
    import logging
    import math
    import pathlib
    import pickle
    import pprint
    import random
    import re
    import statistics
    import tempfile
    import textwrap
    import threading
    import timeit
    import traceback
    import uuid

    @dataclasses.dataclass
    class Point:
        x: int = 1

    logging.getLogger("x").warning("hello")
    logging.basicConfig()
    logging.warning("again")
    made = [
        json.loads(json.dumps({"a": [1, 2.5, None]})),
        re.sub(r"(?i)a+", "b", "AAA"),
        str(decimal.Decimal(1) / 3),
        str(fractions.Fraction(1, 3)),
        random.random() < 1,
        random.sample(range(9), 2) != 0,
        statistics.stdev([1, 2]),
        copy.deepcopy([1]),
        functools.lru_cache(None)(lambda: 1)(),
        list(itertools.product("ab", repeat=2))[0],
        hashlib.sha256(b"x").hexdigest()[:4],
        str(uuid.uuid4())[8] == "-",
        timeit.timeit("1", number=3) >= 0,
        pprint.pformat({}),
        textwrap.dedent(" a"),
        io.StringIO("a\n").read(),
        list(csv.reader(["a,b"])),
        pickle.loads(pickle.dumps(Point(2) if False else (1, 2))),
        str(pathlib.Path("a") / "b"),
        math.comb(5, 2),
        inspect.signature(library).parameters == {},
        tempfile.gettempprefix(),
    ]
    lock = threading.Lock()
    with lock:
        made.append(threading.current_thread().name)
    try:
        1 / 0
    except ZeroDivisionError:
        made.append("Zero" in traceback.format_exc())
    return made


def timing():
    import gc
    import os
    import platform
    import sys
    import time

    return (
        sys.version_info[0],
        gc.collect() >= 0,
        platform.python_implementation(),
        os.getpid() == os.getuid() == 0,
        os.path.join("a", "b"),
        len(os.urandom(4)),
        time.localtime().tm_year > 2000,
        platform.system() != "",
        sys.getsizeof([]) > 0,
        sys.getrecursionlimit() > 0,
    )


def asking():
    try:
        input("? ")
    except EOFError:
        return True


def scipy_():
    try:
        import scipy.fft
        import scipy.linalg
        import scipy.ndimage
        import scipy.optimize
        import scipy.signal
        import scipy.sparse
        import scipy.special
        import scipy.stats
    except ImportError:
        return "absent"
    from scipy import signal

    return (
        signal.correlate2d(np.eye(4), np.eye(2), "valid"),
        signal.fftconvolve(np.eye(4), np.eye(2)),
        signal.correlate(np.ones(5), np.ones(2), method="auto"),
        scipy.ndimage.correlate(np.eye(4), np.eye(2)),
        scipy.ndimage.zoom(np.eye(4), 2),
        scipy.linalg.expm(np.eye(3)),
        scipy.linalg.toeplitz([1, 2]),
        scipy.special.expit(0.0),
        scipy.fft.dct([1.0, 2.0]),
        scipy.stats.norm.cdf(0),
        scipy.optimize.minimize(lambda x: x[0] ** 2, [1.0]).x,
        scipy.sparse.csr_matrix(np.eye(2)).toarray(),
        scipy.optimize.linprog([1.0], bounds=[(0, 1)]).status,
        scipy.sparse.linalg.spsolve(scipy.sparse.csc_matrix(np.eye(2)), np.ones(2)),
        scipy.stats.pearsonr([1, 2, 3], [1, 2, 4])[0],
        scipy.signal.get_window("hann", 4),
    )


def typing_error():
    import math

    try:
        math.nothing
    except AttributeError:
        return not hasattr(np.linalg, "nothing")
