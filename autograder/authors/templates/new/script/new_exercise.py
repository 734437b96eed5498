"""One sentence that says what this exercise is about.

Fill in every part that says 'write your answer/code here'.
"""

# %% [markdown]
# Students get the cells that are marked as given. Every other cell becomes one that they have to write.

# %% tags=["given"]
rows = 3

# %%
for number in range(1, rows + 1):
    print(number, number * number)
print("Done.")
