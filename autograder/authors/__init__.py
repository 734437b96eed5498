"""For authors: new exercises, stubs, publishing, and the gate `verify`."""
