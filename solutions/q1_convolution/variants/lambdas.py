"""Everything is a lambda, and the table is worked out from its symmetry."""

import numpy as np

_edge, _inner = [0, 20, -70], [0, 30, -60]
laplacian_response = np.array([row + row[-2::-1] for row in [_edge] + 3 * [_inner] + [_edge]])
misprinted_cell = (0.0, 3.0)

output_size = lambda n, kernel, stride=1, padding=0: int((n - kernel + 2 * padding) / stride) + 1  # noqa: E731
zero_pad = lambda x, padding: np.apply_along_axis(  # noqa: E731
    np.pad, -1, np.swapaxes(np.apply_along_axis(np.pad, -1, np.swapaxes(x, -1, -2), padding), -1, -2), padding
)
