"""Compose the example class: homework submissions as a real class would send them.

Usage: python solutions/example_class.py FOLDER
"""

from __future__ import annotations

import ast
import functools
import gzip
import io
import json
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from autograder.exercises.load import exercise_folders
from autograder.exercises.overlays import Overlay, composed, mistakes, solution_source, variants

SOLUTIONS = Path(__file__).parent
STUB = SOLUTIONS.parent / "assignments" / "homework" / "homework"
FOLDERS = exercise_folders(SOLUTIONS)
Q1 = "laplacian_response misprinted_cell output_size zero_pad"

LOOP = """
def conv2d(x, kernel, stride=1, padding=0):
    x = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2)
    rows, row = [], 0
    while row + kernel.shape[-2] <= x.shape[-2]:  # and where does row grow?
        rows.append((x[..., row : row + kernel.shape[-2], : kernel.shape[-1]] * kernel).sum())
    return np.array(rows)
"""
PLOT = """
import matplotlib.pyplot as plt
import seaborn as sns

figure, (left, right) = plt.subplots(1, 2)
left.imshow(np.eye(5))
plt.show()
"""
TYPO = """
def conv2d(x, kernel, stride=1, padding=0)
    return x
"""

# A student a row, and what became of q1 to q4: "answer", a file of variants/ or mistakes/, "only" some of the
# names, "" for an untouched stub; after a "+" comes code of the student's own. HAND_INS says who sent more
# than one plain file.
CLASS = {
    "abbott.ipynb": ("answer", "answer", "answer", "answer"),
    "abdi.py": ("nested_loops_and_lists", "nested_loops_and_lists", "rows_as_lists", "nested_loops"),
    "akbari.ipynb": ("kernel_turned_around", "answer", "same_rounds_down", "flipped"),
    "almeida.py": ("im2col", "einsum", "keras_class_names", "im2col"),
    "andersson.py": ("padding_ignored", "counts_the_bias", "answer", "padding_ignored"),
    "bahrami.ipynb": ("channels_averaged", "no_relu_in_between", "same_rounds_down", "answer"),
    "becker.py": ("stride_in_rows_only", "answer", "same_rounds_down", "answer"),
    "bianchi.py": ("fft", "fft", "recursion", "fft"),
    "chen.ipynb": ("as_strided", "tensordot", "windows_are_counted", "sliding_window_einsum"),
    "costa.py": (f"only {Q1}", "", "", ""),
    "dubois.py": ("answer + PLOT", "answer", "conv_bias_forgotten", "answer"),
    "eriksen.ipynb": ("channels_averaged", "averages_the_channels", "answer", "batch_average"),
    "fontaine.py": ("answer", "transposes_the_weights", "pool_stride_defaults_to_one", "stride_ignored"),
    "garcia.ipynb": (f"only {Q1} conv2d", "only conv1x1 bottleneck", "", ""),
    "hosseini.py": ("other_parameter_order", "classes_behind_the_names", "layer_classes", "keyword_only"),
    "ito.py": ("float32", "float32", "numpy_integers", "float32_result"),
    "jansen.py": ("", "", "", ""),
    "karimi.ipynb": ("singular_values", "singular_values", "inverse_solved", "central_differences"),
    "kovacs.py": ("output_has_the_type_of_the_image", "answer", "flatten_without_channels", "integer_result"),
    "lindqvist.py": (f"only {Q1} + LOOP", "answer", "answer", "answer"),
    "marino.ipynb": ("", "", "", ""),
    "mohammadi.py": ("answer", "reductions_for_free", "inverse_valid_only", "padding_ignored"),
    "nakamura.zip": ("answer", "answer", "answer", "answer"),
    "novak.py": (
        "padding_by_kernel_shape",
        "forgets_the_pooling_branch",
        "dense_reads_the_image",
        "kernel_sized_slice",
    ),
    "okafor.ipynb": ("prints_on_the_way", "broadcast", "generator_inside", "prints_on_the_way"),
    "petrov.py": (f"only {Q1} + TYPO", "answer", "answer", "answer"),
    "rahimi.ipynb": ("size_rounded_up", "answer", "valid_rounds_up", "padding_ignored"),
    "rossi.py": (
        "image_scaled_in_place",
        "overwrites_the_callers_image",
        "layers_used_up",
        "windows_scaled_in_place",
    ),
    "sato.py": ("shift_and_add", "general_convolution", "tensorflow_formula", "dense_jacobian"),
    "schmidt.ipynb": ("only_the_first_image", "only_the_first_image", "answer", "first_image_only"),
    "silva.py": ("visible_answers_written_down", "answer", "inverse_list_for_the_defaults", "hard_coded"),
    "tanaka.ipynb": ("channels_averaged", "answer", "answer", "only coefficients"),
    "virtanen.py": ("scipy_correlate", "scipy_block_matrix", "class_behind_the_name", "scipy_correlate"),
}


@functools.cache
def overlays(folder: Path) -> dict[str, Overlay]:
    """Return the variants and mistakes of an exercise, by name."""
    return {overlay.name: overlay for overlay in [*variants(folder), *mistakes(folder)]}


def part(folder: Path, what: str) -> str:
    """Return the source of one exercise as one student did it."""
    what, _, own = what.partition(" + ")
    if what.startswith("only "):
        source = only(solution_source(folder), set(what.split()))
    else:
        source = composed(folder, overlays(folder).get(what)) if what else ""
    return source + {"PLOT": PLOT, "LOOP": LOOP, "TYPO": TYPO}.get(own, "")


def defined(node: ast.AST) -> set[str]:
    return {getattr(node, "name", "")} | {
        target.id for target in getattr(node, "targets", []) if isinstance(target, ast.Name)
    }


def only(source: str, names: set[str]) -> str:
    """Return the imports, the helpers and the named parts of an answer:
    a homework that was stopped half way."""
    nodes = [
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.Import | ast.ImportFrom) or defined(node) & names
    ]
    nodes += [node for node in ast.parse(source).body if any(name.startswith("_") for name in defined(node))]
    return "\n\n\n".join(ast.get_source_segment(source, node) or "" for node in nodes) + "\n"


def filled_in(cells: list[str], parts: list[str]) -> list[str]:
    """Return a stub's code cells with each student's part in the place of the first cell that it makes
    superfluous."""
    for source in filter(None, parts):
        names = {
            line.split("(")[0].split()[-1] for line in source.splitlines() if line.startswith("def ")
        } | {"laplacian_response"}
        places = [index for index, cell in enumerate(cells) if any(f"def {name}(" in cell for name in names)]
        first = places[0] if places else len(cells) - 1
        cells = [
            f"\n{source}" if index == first else "" if index in places else cell
            for index, cell in enumerate(cells)
        ]
    return cells


def script(parts: list[str]) -> str:
    """Return the published script with the student's code in the place of its stubs."""
    head, *cells = STUB.with_suffix(".py").read_text(encoding="utf-8").split("\n# %%")
    return "\n\n".join([head, *(f"# %%{cell}".strip() for cell in filled_in(cells, parts) if cell)]) + "\n"


def notebook(parts: list[str]) -> str:
    """Return the published notebook with the student's code in the place of its stubs."""
    sheet = json.loads(STUB.with_suffix(".ipynb").read_text(encoding="utf-8"))
    code = [cell for cell in sheet["cells"] if cell["cell_type"] == "code"]
    for cell, source in zip(code, filled_in(["".join(cell["source"]) for cell in code], parts), strict=True):
        cell["source"] = source
    return json.dumps(sheet, ensure_ascii=False, indent=1)


def zipped(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return data.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return gzip.compress(data.getvalue(), mtime=0)


def handed_out(**changed: bytes) -> dict[str, bytes]:
    """Return the folder that students got, with some of its files changed: `py`, `ipynb`."""
    files = {path.name: path.read_bytes() for path in sorted(STUB.parent.iterdir()) if path.is_file()}
    files |= {f"{STUB.name}.{kind}": content for kind, content in changed.items()}
    return {f"homework/{name}": content for name, content in files.items()}


def in_two_files(source: bytes) -> dict[str, bytes]:
    """Return a script that imports a module of the student's own."""
    return {"homework.py": b"from my_answers import *\n", "my_answers.py": source}


def in_windows_encoding(source: bytes) -> bytes:
    return source.decode().replace("\n", "\r\n").encode("utf-16")


HAND_INS: dict[str, Callable[[bytes], dict[str, bytes]]] = {
    # The folder as it was handed out, with the notebook filled in and the script as it was.
    "bahrami.ipynb": lambda work: {"bahrami.zip": zipped(handed_out(ipynb=work))},
    # A second download, and what Jupyter leaves behind.
    "chen.ipynb": lambda work: {
        "chen/homework (1).ipynb": work,
        "chen/.ipynb_checkpoints/homework-checkpoint.ipynb": b"{}",
    },
    # Script and notebook are both filled in. The script is from the day before.
    "eriksen.ipynb": lambda work: {
        "eriksen/homework.ipynb": work,
        "eriksen/homework.py": script(["", "", "", ""]).replace("= ...", "= 1").encode(),
    },
    "hosseini.py": lambda work: {"hosseini.zip": zipped({"hw.zip": zipped({"homework.py": work})})},
    "ito.py": lambda work: {"ito.tar.gz": tarred({"homework/homework.py": work})},
    "jansen.py": lambda work: {"jansen.pdf": b"%PDF-1.7 a print of the statement"},
    "nakamura.zip": lambda work: {"nakamura.zip": zipped({"my homework/homework.py": work})},
    "rossi.py": lambda work: {"rossi.py": in_windows_encoding(work)},
    "sato.py": lambda work: {"sato.zip": zipped(in_two_files(work))},
    # Two lines that git wrote were never resolved.
    "marino.ipynb": lambda work: {"marino.ipynb": b"<<<<<<< HEAD\n" + work + b"=======\n>>>>>>> theirs\n"},
}
"""How some students hand in what they wrote: files by their places in the class's folder."""


def main(target: Path) -> None:
    for file, row in CLASS.items():
        parts = [part(folder, what) for folder, what in zip(FOLDERS, row, strict=True)]
        work = (notebook(parts) if file.endswith(".ipynb") else script(parts)).encode()
        sent = HAND_INS[file](work) if file in HAND_INS else {file: work}
        for name, content in sent.items():
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
