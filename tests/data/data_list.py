"""What honest submissions do with pandas and matplotlib. All of it must work in a worker."""

import io

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

CSV = "name,group,score,day\nAnn,a,1.5,2026-01-01\nBob,b,,2026-03-29\nCid,a,3,2026-06-01\n"


def table():
    return pd.read_csv(io.StringIO(CSV))


def drawn():
    picture = io.BytesIO()
    plt.savefig(picture)
    plt.close("all")
    return len(picture.getvalue()) > 1000


def reading():
    return int(table().score.isna().sum()) == 1 and len(pd.read_json(io.StringIO('[{"a":1}]'))) == 1


def grouping():
    grouped = table().groupby("group").agg({"score": ["mean", "sum"]})
    return float(grouped[("score", "sum")]["a"]) == 4.5


def joining():
    rooms = pd.DataFrame({"group": ["a", "b"], "room": [1, 2]})
    joined = table().merge(rooms, on="group", how="left")
    joined.pivot_table(index="group", columns="room", values="score")
    return joined.room.tolist() == [1, 2, 1]


def named_time_zones():
    days = pd.to_datetime(table().day).dt.tz_localize("Europe/Berlin").dt.tz_convert("Asia/Tehran")
    pd.to_datetime(["2026-01-01 12:00"], utc=True).tz_convert("America/New_York")
    return days.dt.hour.tolist() == [2, 2, 1] and pd.Timestamp("2026-01-01", tz="Asia/Tokyo").hour == 0


def dates():
    pd.date_range("2026-01-01", periods=5, freq="ME")
    indexed = table().assign(day=pd.to_datetime(table().day)).set_index("day")
    return len(indexed.score.resample("ME").mean()) == 6


def texts():
    names = table().name
    table().info(buf=io.StringIO())
    shown = [table().describe(include="all").to_string(), table().to_csv(), table()._repr_html_()]
    return names.str.upper().str.extract("(A)")[0][0] == "A" and all(shown)


def reshaping():
    data = table()
    data.query("score > 1").eval("score * 2")
    data.score.interpolate().rolling(2).mean()
    pd.cut(data.score, 2), pd.get_dummies(data), pd.array([1, None], dtype="Int64")
    data.corr(numeric_only=True), data.apply(lambda row: row, axis=1), data.astype({"group": "category"})
    return len(data.melt(id_vars="name")) == 9


def several_axes():
    figure, axes = plt.subplots(2, 2)
    axes[0, 0].plot([1, 2, 3], label="x")
    axes[0, 0].legend()
    axes[0, 0].set_yscale("log")
    axes[0, 1].bar(["a", "b"], [1, 2])
    axes[1, 0].hist(np.arange(9))
    axes[1, 1].scatter([1, 2], [3, 4], c=[1, 2])
    figure.tight_layout()
    return drawn()


def images_and_formulas():
    plt.imshow(np.eye(4))
    plt.colorbar()
    plt.title(r"$\alpha^2 \sum x$ bold", fontweight="bold")
    return drawn()


def dates_on_an_axis():
    plt.plot(pd.date_range("2026-01-01", periods=5), range(5))
    plt.gcf().autofmt_xdate()
    return drawn()


def plots_of_tables():
    pd.DataFrame({"a": [1, 2], "b": [3, 4]}).plot()
    pd.Series([1, 2]).plot(kind="bar")
    pd.Series([1, 2]).hist()
    return drawn()


def fonts_and_styles():
    plt.style.use("ggplot")
    plt.style.use("default")
    plt.title("x", family="serif", style="italic")
    plt.xlabel("y", family="monospace")
    plt.plot([1, 2])
    plt.show()
    return drawn()


def other_plots():
    figure = plt.figure()
    figure.add_subplot(projection="3d").plot([1, 2], [1, 2], [1, 2])
    figure.add_subplot(projection="polar")
    drawn()
    plt.boxplot([1, 2, 3]), plt.pie([1, 2]), plt.contourf(np.eye(4)), plt.fill_between([1, 2], [1, 2])
    plt.errorbar([1], [1], yerr=[1]), plt.stem([1, 2]), plt.axhline(1), plt.violinplot([1, 2, 3])
    plt.savefig(io.BytesIO(), format="svg")
    return drawn()
