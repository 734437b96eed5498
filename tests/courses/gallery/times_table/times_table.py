"""A table of products: a script that prints.

Fill in every part that says 'write your answer/code here'.
"""

# %% tags=["given"]
SIZE = 4

# %%
for row in range(1, SIZE + 1):
    print(" ".join(f"{row * column:>2}" for column in range(1, SIZE + 1)))
print(f"{SIZE * SIZE} products")
