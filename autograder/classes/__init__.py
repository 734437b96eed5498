"""A class: a pool of graders, and the journal that makes a run resumable. Imports `grading` and `reports`."""
