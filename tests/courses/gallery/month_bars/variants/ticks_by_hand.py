"""Places the bars by number, and names the ticks afterwards."""


def plot_rain(rain):
    places = range(len(rain))
    plt.bar(places, rain.values(), width=0.5)
    plt.xticks(places, rain.keys())
    plt.title("Rain in all: " + str(sum(rain.values())))
    return plt.gca()
