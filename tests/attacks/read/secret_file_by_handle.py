"""Opens a secret file by its handle, past every path check, as a container once was left."""


def probe():
    handle, mount = (ctypes.c_uint32 * 34)(128), ctypes.c_int()
    kernel("name_to_handle_at", -100, PLANTED["secret"].encode(), handle, ctypes.byref(mount), 0)
    folder = os.open("/", os.O_RDONLY)
    return os.read(kernel("open_by_handle_at", folder, handle, 0), 100)
