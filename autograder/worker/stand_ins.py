"""Stand-ins for packages that grading does not have: a table of names says what each of them does.

A name in no table is missing: it can be imported, and raises ImportError when it is used.
What an inert name is used for computes no results, such as pictures and progress bars: any use does nothing.
A name that changes no function's results, such as `numba.njit`, leaves the function as it is.
No stand-in is ever a result: `plain` refuses it, by the name of its package.
"""

from __future__ import annotations

import contextlib
import sys
import types
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from typing import Any

from autograder.worker.in_place import POOLS
from autograder.worker.packages import required_names

AVAILABLE = {"numpy", "scipy", "autograder"} | set(sys.stdlib_module_names)
"""Packages that grading has for every exercise. An exercise may require more: see `packages`."""
NOT_INSTALLED = frozenset(name for name in ("scipy",) if find_spec(name) is None)
"""Those of them that this machine lacks, such as a student's own."""
PACKAGES = frozenset(
    "IPython OpenGL PIL absl accelerate albumentations altair astropy bokeh boto3 bs4 cartopy catboost "
    "chainer cntk colorama cupy cv2 cython dash dask datasets deap dgl django docx dotenv einops fastai "
    "fastapi flask flax folium geopandas gensim ggplot google graphviz gurobipy gym gymnasium h5py haiku "
    "httpx huggingface_hub hvplot imageio imblearn imutils ipykernel ipywidgets jax jaxlib joblib jupyter "
    "kaggle keras kornia librosa lightgbm lightning line_profiler llvmlite loguru lxml matplotlib "
    "memory_profiler mistune mlxtend mnist monai mpl_toolkits mxnet mypy networkx nibabel nltk notebook "
    "numba numexpr onnx onnxruntime openai opencv openpyxl optax optuna otter paddle pandas patsy peft "
    "nest_asyncio import_ipynb icecream ipdb gdown kagglehub "
    "pennylane plotly plotnine polars prettytable psutil pulp pyarrow pycuda pydantic pydicom pydub "
    "pygame pylab pymc pyspark pytest pytesseract pytorch_lightning pyttsx3 pywt qiskit ray requests rich "
    "scikitplot seaborn selenium sentencepiece setuptools shap skimage sklearn skorch sonnet soundfile "
    "spacy sqlalchemy statsmodels streamlit sympy tabulate tensorboard tensorboardX tensorflow "
    "tensorflow_datasets tensorflow_hub tensorflow_probability termcolor tf_keras theano thop tifffile "
    "timm tinygrad tkinter tokenizers torch torchaudio torchinfo torchmetrics torchsummary torchtext "
    "torchview torchviz torchvision tqdm transformers triton unidecode visdom vtk wandb wordcloud xarray "
    "xgboost yaml yfinance".split()
)
"""Packages by the names that they are imported by. A module of another name was the submission's own."""
INERT = frozenset(
    "matplotlib mpl_toolkits pylab plotly seaborn bokeh altair graphviz folium IPython ipywidgets otter tqdm "
    "autograder.students nest_asyncio "
    "google.colab torchsummary torchinfo torchviz torchview visdom wandb tensorboardX dotenv termcolor "
    "colorama line_profiler memory_profiler absl "
    "cv2.imshow cv2.waitKey cv2.destroyAllWindows cv2.namedWindow cv2.setNumThreads "
    "pandas.set_option pandas.options pandas.plotting pandas.reset_option sklearn.set_config nltk.download "
    "torch.manual_seed torch.cuda.manual_seed torch.cuda.manual_seed_all torch.cuda.empty_cache "
    "torch.backends torch.device torch.set_default_device torch.set_default_dtype "
    "torch.set_default_tensor_type torch.set_num_threads torch.set_printoptions torch.set_grad_enabled "
    "torch.use_deterministic_algorithms torch.autograd.set_detect_anomaly torch.utils.tensorboard "
    "torch.set_float32_matmul_precision torch.float16 torch.float32 torch.float64 torch.int32 torch.int64 "
    "tensorflow.random.set_seed tensorflow.set_random_seed tensorflow.get_logger "
    "tensorflow.compat.v1.logging tensorflow.keras.utils.set_random_seed "
    "tensorflow.keras.backend.clear_session tensorflow.config "
    "tensorflow.keras.utils.plot_model tensorflow.keras.backend.set_floatx tensorflow.autograph "
    "tensorflow.float16 tensorflow.float32 tensorflow.float64 tensorflow.int32 tensorflow.int64 "
    "keras.utils.set_random_seed keras.utils.plot_model keras.backend.clear_session "
    "jax.config jax.random.PRNGKey jax.random.key cupy.random.seed mxnet.random.seed "
    "pytorch_lightning.seed_everything "
    "numba.config numba.set_num_threads numba.types numba.typeof numba.void numba.boolean numba.b1 "
    "numba.int8 numba.int16 numba.int32 numba.int64 numba.uint8 numba.uint16 numba.uint32 numba.uint64 "
    "numba.intp numba.uintp numba.float32 numba.float64 numba.complex64 numba.complex128 "
    "numba.i1 numba.i2 numba.i4 numba.i8 numba.u1 numba.u2 numba.u4 numba.u8 numba.f4 numba.f8".split()
)
"""Names that compute no results, with all that lies below them."""
DATA = frozenset(
    "seaborn.load_dataset matplotlib.pyplot.imread matplotlib.image.imread pylab.imread plotly.data "
    "plotly.express.data google.colab.userdata google.colab.auth google.colab.sheets".split()
)
"""Names below inert ones that give data: they are missing like any other."""
BASES = frozenset(
    "torch.nn.Module torch.utils.data.Dataset torch.utils.data.IterableDataset torch.autograd.Function "
    "tensorflow.Module tensorflow.keras.Model tensorflow.keras.models.Model tensorflow.keras.layers.Layer "
    "tensorflow.keras.callbacks.Callback tensorflow.keras.losses.Loss tensorflow.keras.metrics.Metric "
    "tensorflow.keras.Sequential tensorflow.keras.models.Sequential tensorflow.keras.utils.Sequence "
    "keras.Model keras.models.Model keras.layers.Layer keras.callbacks.Callback keras.utils.Sequence "
    "flax.linen.Module lightning.LightningModule pytorch_lightning.LightningModule gym.Env gymnasium.Env "
    "sklearn.base.BaseEstimator sklearn.base.TransformerMixin sklearn.base.ClassifierMixin "
    "sklearn.base.RegressorMixin".split()
)
"""Classes that a submission may derive its own from. What derives from them can't be made or called."""


class Missing:
    """Stands for a name of a missing module. It can be named, say in an annotation, but not used."""

    def __init__(self, name: str) -> None:
        object.__setattr__(self, "_name", name)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return stand_in(f"{self._name}.{name}")

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        raise ImportError(why_missing(self._name))

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type, ...]:
        if self._name not in BASES:
            raise ImportError(why_missing(self._name))
        return (base_class(self._name),)

    def __instancecheck__(self, instance: object) -> bool:
        return False

    def __or__(self, other: object) -> Missing:
        return self

    __getitem__ = __ror__ = __or__
    __iter__ = __enter__ = __exit__ = __setattr__ = __setitem__ = __contains__ = __len__ = __call__
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __call__
    __matmul__ = __rmatmul__ = __pow__ = __rpow__ = __neg__ = __mod__ = __floordiv__ = __call__
    __lt__ = __le__ = __gt__ = __ge__ = __int__ = __float__ = __index__ = __array__ = __call__

    def __bool__(self) -> bool:
        return True


class Inert:
    """Stands for anything that computes no results. Any use of it does nothing and returns another stand-in.

    A few functions return something else: see INERT_RESULTS.
    """

    def __init__(self, name: str = "", items: Iterable[Any] = (), *others: Any, **keywords: Any) -> None:
        vars(self).update(_name=name, _items=items)

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        result = INERT_RESULTS.get(self._name.rpartition(".")[2])
        return result(*arguments, **keywords) if result else self

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return stand_in(f"{self._name}.{name}")

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type, ...]:
        name = self._name

        def begin(instance: Any, *arguments: Any, **keywords: Any) -> None:
            vars(instance).update(_name=name, _items=())

        return (type("Inert", (Inert,), {"__init__": begin, "__setattr__": object.__setattr__}),)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._items)

    def __enter__(self, *_: Any) -> Inert:
        return self

    __getitem__ = __enter__

    def __exit__(self, *_: Any) -> None: ...

    __setattr__ = __setitem__ = __exit__


class StandIn(types.ModuleType):
    """A module that grading doesn't have."""

    def __getattr__(self, name: str) -> Any:
        if name == "__all__" and not is_package(self.__name__):
            raise ModuleNotFoundError(f"{self.__name__} is not in the submission", name=self.__name__)
        if name == "__version__":
            return "0"
        if name.startswith("__"):
            raise AttributeError(name)
        return stand_in(f"{self.__name__}.{name}")


STAND_INS = (Missing, Inert, StandIn)


def available() -> frozenset[str]:
    """Return the packages that this process has for submissions."""
    return required_names() | AVAILABLE


def stand_in(name: str) -> Any:
    """Return what stands for a dotted name."""
    if name in RESULTS:
        return RESULTS[name]
    is_inert = _below(name, INERT) and not _below(name, DATA)
    return Inert(name) if is_inert else Missing(name)


def _below(name: str, table: frozenset[str]) -> bool:
    """Whether a dotted name, or one that it lies below, is in a table."""
    parts = name.split(".")
    return any(".".join(parts[:length]) in table for length in range(1, len(parts) + 1))


def is_package(name: str) -> bool:
    """Whether a missing module is a package that many people use, or else one of the submission's own."""
    return name.partition(".")[0] in PACKAGES | available()


def why_missing(name: str) -> str:
    """Return why something missing can't be used: its package is not there, or its module was not sent."""
    top, *parts = name.split(".")
    if top in NOT_INSTALLED:
        return f"{name} is used here, but {top} is not installed on this machine"
    if not is_package(name):
        return f"{name} is used here, but {top} is not in the submission"
    package = f"{top}.{parts[0]}" if top in available() and parts else top  # of NumPy, a part is missing
    where = "for this exercise" if required_names() else "at grading"
    return f"{name} is used here, but {package} is not available {where}"


def package_of(value: Any) -> str:
    """Return the package, or the name, that a stand-in stands for."""
    name = value.__name__ if isinstance(value, StandIn) else vars(value)["_name"]
    return str(name).partition(".")[0]


def base_class(name: str) -> type:
    """Return a class in the place of a missing one. Its instances can be neither made nor called by it."""

    def fails(*arguments: Any, **keywords: Any) -> Any:
        raise ImportError(why_missing(name))

    return type(name.rpartition(".")[2], (), {"__init__": fails, "__call__": fails})


def unchanged(*arguments: Any, **keywords: Any) -> Any:
    """Stand for a decorator that only makes a function faster: leave the function as it is.

    Given anything but a function, such as types of arguments, return a decorator that does so.
    """
    if len(arguments) == 1 and callable(arguments[0]) and not isinstance(arguments[0], STAND_INS):
        return arguments[0]
    return lambda function: function


class Unchanged(contextlib.ContextDecorator):
    """Stands for a context, or a decorator, that changes no results."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None: ...

    def __enter__(self) -> Unchanged:
        return self

    def __exit__(self, *_: Any) -> None: ...


class ProgressBar(Inert):
    """Iterates over what it was given, and is as long."""

    def __len__(self) -> int:
        return len(self._items)

    def __bool__(self) -> bool:
        return True


def progress(iterable: Iterable[Any] = (), *arguments: Any, **keywords: Any) -> ProgressBar:
    """Return an inert progress bar that iterates over its argument."""
    return ProgressBar("tqdm.bar", iterable)


def subplots(
    nrows: int = 1, ncols: int = 1, *arguments: Any, squeeze: bool = True, **keywords: Any
) -> tuple[Inert, Any]:
    """Return as many inert axes as the real function would."""
    import numpy as np

    axes = np.array([[Inert("matplotlib.axes") for _ in range(ncols)] for _ in range(nrows)], dtype=object)
    figure = Inert("matplotlib.figure")
    return figure, (axes[0, 0] if axes.size == 1 else axes.squeeze()) if squeeze else axes


class Parallel:
    """Stands for `joblib.Parallel`: runs delayed calls one after another."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None: ...

    def __enter__(self) -> Parallel:
        return self

    def __exit__(self, *_: Any) -> None: ...

    def __call__(self, calls: Iterable[tuple[Callable[..., Any], Any, Any]]) -> list[Any]:
        return [function(*arguments, **keywords) for function, arguments, keywords in calls]


def delayed(function: Callable[..., Any]) -> Callable[..., Any]:
    """Stand for `joblib.delayed`: return what notes a call of a function."""
    return lambda *arguments, **keywords: (function, arguments, keywords)


INERT_RESULTS: dict[str, Any] = {
    "subplots": subplots,
    "plot": lambda *_, **__: [Inert("matplotlib.lines")],
    "hist": lambda *_, **__: (Inert("matplotlib.pyplot"),) * 3,
    "tqdm": progress,
    "tqdm_notebook": progress,
    "trange": lambda *stop, **_: progress(range(*stop)),
    "interact": unchanged,
    "profile": unchanged,
}
"""Inert functions, by the last part of their names, whose result is unpacked, iterated over or called."""
RESULTS: dict[str, Any] = {
    "numba.njit": unchanged,
    "numba.jit": unchanged,
    "numba.prange": range,
    "jax.jit": unchanged,
    "tensorflow.function": unchanged,
    "torch.no_grad": Unchanged,
    "torch.inference_mode": Unchanged,
    "torch.cuda.is_available": lambda: False,
    "torch.cuda.device_count": lambda: 0,
    "tensorflow.config.list_physical_devices": lambda *_, **__: [],
    "tensorflow.test.is_gpu_available": lambda *_, **__: False,
    "google.colab.files.upload": dict,
    "joblib.Parallel": Parallel,
    "joblib.delayed": delayed,
    "joblib.cpu_count": lambda: 1,
    **POOLS,
}
"""Names that do something, with what they do."""
