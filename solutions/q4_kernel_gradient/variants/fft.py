"""The correlation is a product of Fourier transforms."""

import numpy as np


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    flat = x.ndim == 2
    if flat:
        x, grad_out = x[None, None], grad_out[None, None]
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    h, w = x.shape[2:]
    spread = np.zeros((*grad_out.shape[:2], h, w))
    spread[:, :, : stride * grad_out.shape[2] : stride, : stride * grad_out.shape[3] : stride] = grad_out
    product = np.einsum("nchw,nfhw->fchw", np.fft.fft2(x), np.conj(np.fft.fft2(spread)))
    grad = np.fft.ifft2(product).real[:, :, : kernel_shape[-2], : kernel_shape[-1]]
    return grad[0, 0] if flat else grad
