"""The caller's upstream gradient is flattened in place, by setting its shape."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("stride",)
HINT_EN = "Print grad_out.shape, call conv2d_kernel_grad with a batch, and print grad_out.shape again."
HINT_FA = (
    "مقدار grad_out.shape را چاپ کنید، conv2d_kernel_grad را با یک دسته صدا بزنید و grad_out.shape را دوباره "
    "چاپ کنید."
)
SENTENCE_FA = "گرادیان بالادستِ فراخواننده با تغییر دادن shape آن درجا تخت شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    grad = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    if x.ndim == 4:
        grad_out.shape = (*grad_out.shape[:2], -1)
    return grad
