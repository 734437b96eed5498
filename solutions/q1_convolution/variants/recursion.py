"""Images are halved until a single window is left;
batches, filters and channels are taken apart one by one."""

import numpy as np


def output_size(n, kernel, stride=1, padding=0):
    n += 2 * padding
    return 1 if n - stride < kernel else 1 + output_size(n - stride, kernel, stride)


def zero_pad(x, padding):
    if padding == 0:
        return np.array(x)
    frame = np.zeros((*x.shape[:-2], x.shape[-2] + 2, x.shape[-1] + 2))
    frame[..., 1:-1, 1:-1] = x
    return zero_pad(frame, padding - 1)


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 4:
        return np.stack([np.stack([conv2d(image, k, stride, padding) for k in kernel]) for image in x])
    if x.ndim == 3:
        rest = conv2d(x[1:], kernel[1:], stride, padding) if len(x) > 1 else 0
        return conv2d(x[0], kernel[0], stride, padding) + rest
    return _slide(zero_pad(np.asarray(x, float), padding), kernel, stride)


def _slide(x, kernel, stride):
    (h, w), (kh, kw) = x.shape, kernel.shape
    oh, ow = output_size(h, kh, stride), output_size(w, kw, stride)
    if oh == ow == 1:
        return np.array([[np.vdot(x[:kh, :kw], kernel)]])
    if oh > 1:
        cut = oh // 2
        return np.vstack(
            [_slide(x[: (cut - 1) * stride + kh], kernel, stride), _slide(x[cut * stride :], kernel, stride)]
        )
    cut = ow // 2
    return np.hstack(
        [
            _slide(x[:, : (cut - 1) * stride + kw], kernel, stride),
            _slide(x[:, cut * stride :], kernel, stride),
        ]
    )
