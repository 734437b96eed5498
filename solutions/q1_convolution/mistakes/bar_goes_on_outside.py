"""The bar is taken to go on outside the image, so the top and bottom rows are like all others."""

RUNG = "by hand"
HINT_EN = "Write down the 7x7 image with its padding first. What stands above the topmost 10?"
HINT_FA = "نخست تصویر ۷ در ۷ همراه با لایه‌گذاری را بنویسید. بالای بالاترین ۱۰ چه عددی ایستاده است؟"
SENTENCE_FA = "گمان شده است که نوار بیرون از تصویر هم ادامه دارد، پس سطرهای بالا و پایین مانند بقیه‌اند."

laplacian_response = [[0, 30, -60, 30, 0]] * 5
