"""The pages in a real browser: what an instructor and a student do with them, and nothing else happens."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from made_class import RUNGS, class_of, write_class

from autograder.i18n import set_language
from autograder.results import Mark, Verdict
from autograder.text import safe_file_name

pytestmark = pytest.mark.e2e
HOSTILE = "<script>document.title='pwned'</script><img src=x onerror=alert(1)>{{7*7}} \u202eevil"
VIEWS = {"the class page": "index.html", "a submission": "submissions/student 00007.html",
         "feedback": "feedback/student 00007.html"}  # fmt: skip


@dataclass
class Opened:
    """A page in the browser, what its console said, and what it asked the network for."""

    page: Any
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture
def open_page(browser: Any) -> Iterator[Any]:
    """Open a file; whatever it does, it must leave the console empty and ask for no other file."""
    contexts, opened = [], list[Opened]()

    def opening(file: Path, address: str = "", scripts: bool = True, **options: Any) -> Any:
        context = browser.new_context(java_script_enabled=scripts, **options)
        contexts.append(context)
        one = Opened(context.new_page())
        opened.append(one)
        one.page.on("console", lambda message: one.console.append(f"{message.type}: {message.text}"))
        one.page.on("pageerror", lambda error: one.console.append(str(error)))
        one.page.on("request", lambda request: one.requests.append(request.url.partition("#")[0]))
        one.page.goto(f"{file.as_uri()}{address}")
        return one.page

    yield opening
    said = [line for one in opened for line in one.console]
    outside = [url for one in opened for url in one.requests if not url.startswith("file:")]
    for context in contexts:
        context.close()
    assert said == [] and outside == []


@pytest.fixture(scope="session")
def class_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a class of 40, of whom one has a hostile name, file, message and code."""
    folder = tmp_path_factory.mktemp("class")
    given, reports = class_of(40)
    failed = {"verdict": Verdict.FAILED, "message": HOSTILE, "label": HOSTILE, "line": 3}
    hostile = replace(
        reports[0],
        submission=HOSTILE,
        file=HOSTILE,
        problem=HOSTILE,
        results=tuple(replace(one, **failed) for one in reports[0].results),
        marks=(Mark(HOSTILE, 1, HOSTILE),),
    )
    write_class(folder, given, [hostile, *reports[1:]])
    return folder


def names(page: Any) -> list[str]:
    return page.locator("#class-table tbody tr th").all_inner_texts()  # type: ignore[no-any-return]


def totals(page: Any) -> list[float]:
    return [float(text) for text in page.locator("#class-table tbody tr td:nth-child(5)").all_inner_texts()]


def test_the_table_sorts_by_any_column(class_folder: Path, open_page: Any) -> None:
    """A click on a header sorts, another one turns the order around; the header says which way."""
    page = open_page(class_folder / "index.html")
    header = page.locator("#class-table thead th").nth(4)
    header.get_by_role("button").click()
    falling = totals(page)
    assert falling == sorted(falling, reverse=True) and header.get_attribute("aria-sort") == "descending"
    header.get_by_role("button").press("Enter")
    assert totals(page) == sorted(falling) and header.get_attribute("aria-sort") == "ascending"
    page.locator("#class-table thead th").first.get_by_role("button").click()
    assert names(page) == sorted(names(page)) and header.get_attribute("aria-sort") is None


def test_search_and_filters_narrow_the_table(class_folder: Path, open_page: Any) -> None:
    """They work together, and the number of submissions is said."""
    page = open_page(class_folder / "index.html")
    assert page.locator("#shown").inner_text() == "40 of 40 submissions" and len(names(page)) == 40
    page.get_by_label("Search").fill("student 0001")
    assert len(names(page)) == 11 and page.locator("#shown").inner_text() == "11 of 40 submissions"
    page.get_by_label("Section").select_option("A")
    assert len(names(page)) == 5
    page.get_by_label("Status").select_option("full")
    assert len(names(page)) < 5 and set(totals(page)) <= {40}
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.querySelectorAll('#class-table tbody tr').length === 40")
    page.get_by_label("Mistake").select_option("q1_convolution/no_padding")
    assert 0 < len(names(page)) < 40 and all("q1 padding" in text for text in rows(page)[1:])


def rows(page: Any) -> list[str]:
    return page.locator("#class-table tbody tr").all_inner_texts()  # type: ignore[no-any-return]


def test_an_address_opens_a_filtered_table(class_folder: Path, open_page: Any) -> None:
    """Links on the page and addresses that were sent lead to the same rows."""
    page = open_page(class_folder / "index.html", "#rung=q2_pooling%2Fpadding&section=B")
    sent = names(page)
    assert 0 < len(sent) < 20 and page.get_by_label("Lacks points at").input_value() == "q2_pooling/padding"
    page.get_by_label("Section").select_option("")
    both = names(page)
    assert set(sent) < set(both) and page.url.endswith("#rung=q2_pooling%2Fpadding")

    fresh = open_page(class_folder / "index.html")
    link = fresh.locator("#rungs tbody tr", has_text="q2_pooling").filter(has_text="padding")
    number = link.locator("td.points a").inner_text()
    link.locator("td.points a").click()
    assert int(number) == len(both) == len(names(fresh)) and names(fresh) == both


def test_addresses_of_those_who_are_shown_can_be_copied(class_folder: Path, open_page: Any) -> None:
    """Whom to invite: the e-mail addresses of the rows that are shown, and of no others."""
    page = open_page(class_folder / "index.html", "#rung=q1_convolution%2Fstride")
    page.get_by_role("button", name="E-mail addresses of these").click()
    addresses = page.get_by_role("textbox", name="E-mail addresses").input_value().split(", ")

    assert len(addresses) == len(names(page)) and all(one.endswith("@example.edu") for one in addresses)


def test_each_submission_is_a_click_away_and_back(class_folder: Path, open_page: Any) -> None:
    """Links lead to a page, which leads back; a line of code can be linked to."""
    page = open_page(class_folder / "index.html")
    page.get_by_label("Search").fill("00007")
    page.locator("#class-table tbody th a").click()
    assert page.get_by_role("heading", level=1).inner_text() == "student 00007"
    page.goto(f"{page.url}#L1-3")
    assert page.locator(".line:target code").inner_text() == "x = 1"
    page.get_by_role("link", name="homework").click()
    assert page.title() == "homework · the class"


@pytest.mark.parametrize("folder", ["", "submissions", "feedback"])
def test_hostile_names_and_code_stay_text(class_folder: Path, open_page: Any, folder: str) -> None:
    """Markup of a student's is read as it was written; nothing of it runs."""
    file = "index.html" if not folder else f"{folder}/{safe_file_name(HOSTILE)}.html"
    page = open_page(class_folder / file)
    text = page.locator("body").inner_text()

    assert page.title() != "pwned" and "<script>document.title='pwned'</script>" in text
    assert "{{7*7}}" in text and page.locator("img").count() == 0 and "\u202e" not in text


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_page_is_readable_without_scripts(class_folder: Path, open_page: Any, view: str) -> None:
    """Everything is there; only what needs scripts is not."""
    page = open_page(class_folder / view, scripts=False)

    assert page.get_by_role("heading", level=1).is_visible() and page.locator("main h2").count() >= 2
    if view == "index.html":
        assert len(names(page)) == 40 and not page.locator("#filters").is_visible()
        assert page.locator("#rungs tbody tr").count() == 2 * len(RUNGS)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_page_is_light_or_dark_as_the_reader_likes(class_folder: Path, open_page: Any, view: str) -> None:
    """Ink and paper change places; charts follow."""
    colours = {}
    for scheme in ("light", "dark"):
        page = open_page(class_folder / view, color_scheme=scheme)
        style = "getComputedStyle(document.body)"
        colours[scheme] = [page.evaluate(f"{style}.{name}") for name in ("color", "backgroundColor")]
        if view == "index.html":
            bar = page.locator("figure svg path[fill='var(--bar)']").first
            colours[scheme].append(bar.evaluate("one => getComputedStyle(one).fill"))

    light, dark = (
        [sum(map(int, re.findall(r"\d+", one)[:3])) for one in colours[s]] for s in ("light", "dark")
    )
    assert light[0] < 200 and light[1] > 700 and dark[0] > 600 and dark[1] < 100
    assert len(light) == 2 or light[2] != dark[2]


def test_a_page_can_be_printed(class_folder: Path, open_page: Any) -> None:
    """On paper there are no controls, all rows that were chosen, and colours of a light page."""
    page = open_page(class_folder / "index.html", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")

    assert not page.locator("#filters").is_visible() and not page.locator("nav").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_persian_page_reads_from_right_to_left(tmp_path: Path, open_page: Any) -> None:
    """Its words are Persian; its code, arrays and numbers keep their direction."""
    set_language("fa")
    write_class(tmp_path, *class_of(5))
    page = open_page(tmp_path / "index.html")
    heading, nav = (page.locator(one).first.bounding_box() for one in ("h1", "nav a"))
    feedback = open_page(next((tmp_path / "feedback").iterdir()))

    assert page.evaluate("document.dir") == "rtl" and page.locator("h2").first.inner_text() == "در یک نگاه"
    assert heading["x"] + heading["width"] > 900 and nav["x"] + nav["width"] > 900
    assert feedback.locator(".code").first.evaluate("one => getComputedStyle(one).direction") == "ltr"
    for grids in feedback.locator(".grids").all():
        assert grids.evaluate("one => getComputedStyle(one).direction") == "ltr"


def test_ten_thousand_submissions_open_in_two_seconds(tmp_path: Path, open_page: Any) -> None:
    """The index is under 5 MB; it opens, is searched, sorted and filtered without a wait."""
    index = write_class(tmp_path, *class_of(10_000), pages=False)
    assert index.stat().st_size < 5_000_000
    page, openings = open_page(index), list[float]()
    for _ in range(3):  # the fastest counts: other tests run beside this one
        page.reload()
        openings.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
    start = time.monotonic()
    page.get_by_label("Search").fill("00042")
    assert len(names(page)) == 1
    page.get_by_label("Search").fill("")
    page.locator("#class-table thead th").nth(4).get_by_role("button").click()
    page.get_by_label("Lacks points at").select_option("q1_convolution/padding")
    assert len(names(page)) == 100 and page.get_by_role("button", name="Show more").is_visible()

    assert min(openings) < 2_000, openings
    assert time.monotonic() - start < 5


def test_forty_submissions_are_a_small_page(class_folder: Path) -> None:
    """The index of such a class is far under 1 MB."""
    assert (class_folder / "index.html").stat().st_size < 400_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_axe_finds_no_error(class_folder: Path, open_page: Any, view: str, scheme: str) -> None:
    """axe-core's rules for accessibility, contrast included, on all that a page can show."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: not tested")
    page = open_page(class_folder / view, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    results = axe.Axe().run(page)
    found = [
        (one["id"], [node["html"][:200] for node in one["nodes"][:3]])
        for one in results.response["violations"]
    ]

    assert found == []
