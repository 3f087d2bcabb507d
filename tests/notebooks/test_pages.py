"""The pages beside the labs: their words are all there and in order, their links lead somewhere, and nothing takes them for labs."""

import re
import shutil
import xml.etree.ElementTree as ET
import zipfile
from urllib.parse import unquote

import pytest
from nbformat.v4 import new_code_cell

from autograder.bundle import write_bundle
from autograder.course import LABS, PAGES, CourseError
from autograder.examination import LABS as GRADED
from autograder.notebook_files import read_notebook, write_notebook
from autograder.pages import build_pages
from tests.conftest import ROOT

LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
PART = re.compile(r"^#+ (?:(\d+)\. |(Experiment \d+): |(Question \d+)\. )", re.MULTILINE)
# What every lab says with the same word.
VOCABULARY = ["input", "weight", "pred", "true", "error", "delta", "weight_delta", "alpha", "iteration"]
# What the course says without the word itself, and what it says instead.
NOT_SAID = {
    "overfitting": "begun to fit the quirks",
    "parameter": "The model is these numbers",
    "training images": "first 1,000",
    "matrix": "matrices",
    "stopping, reversing, scaling": "stops",
    "contour": "lines on a hiking map",
    "error surface": "slices of one surface",
    "numerical derivative": "measure a slope without any calculus",
    "training": "def train(",
}


@pytest.fixture(scope="module")
def entries(course):
    """The glossary's entries: the text of each, by its term."""
    cells = read_notebook(course.page("glossary")).cells
    return {match[1]: cell.source for cell in cells if (match := re.match(r"## (.+)\n", cell.source))}


def links():
    """Every link of every page as (page, text, address); pictures aside."""
    for page in PAGES:
        for cell in read_notebook(ROOT / "notebooks" / f"{page}.ipynb").cells:
            for text, address in LINK.findall(cell.source):
                if not address.startswith("data:"):
                    yield pytest.param(page, text, address, id=f"{page}: {text} -> {address[-40:]}")


def cells_of(page, address, course):
    """The cells of the notebook that a page's link leads to."""
    path = course.page(page)
    target = path if address.startswith("#") else path.parent / unquote(address.split("#")[0])
    return read_notebook(target).cells


@pytest.mark.parametrize(("page", "text", "address"), list(links()))
def test_every_link_leads_to_a_notebook_and_a_cell_with_a_heading(page, text, address, course):
    cells = cells_of(page, address, course)  # raises where there is no such notebook
    if "#" not in address:
        return
    kind, name = address.split("#")[1].split("=")
    assert kind == "cell-id", (
        "JupyterLab finds a heading only in a notebook that is open already; a cell it always finds"
    )
    assert [cell.id for cell in cells].count(name) == 1
    target = next(cell for cell in cells if cell.id == name)
    if "lab" not in text:
        assert HEADING.search(target.source)[1].replace(",", "").replace(" ", "-") == name


def place_of(address, course):
    """Return the part of a lab that a link leads to, as links call it, and the text of that part from there on."""
    cells = cells_of("glossary", address, course)
    first = next(number for number, cell in enumerate(cells) if address.endswith(f"#cell-id={cell.id}"))
    before = [
        match for cell in cells[: first + 1] if cell.cell_type == "markdown" for match in PART.finditer(cell.source)
    ]
    number, *others = before[-1].groups()
    rest = [cells[first].source]
    for cell in cells[first + 1 :]:
        if cell.cell_type == "markdown" and PART.search(cell.source):
            break
        rest.append(cell.source)
    return f"section {number}" if number else next(filter(None, others)).lower(), "\n".join(rest)


def test_each_term_is_met_where_its_entry_says(entries, course):
    assert len(entries) > 50
    elsewhere = []
    for term, text in entries.items():
        (where,) = re.findall(r"\*\*First met in:\*\* (.+)", text)
        (said, address) = LINK.fullmatch(where).groups()
        lab, part = said.split(", ")[:2]
        assert f"/{lab.removeprefix('lab ')}_" in address, term
        place, words = place_of(address, course)
        assert part == place, term
        found = " ".join(words.replace("*", "").split()).casefold()
        if NOT_SAID.get(term, term).casefold() not in found:
            elsewhere.append((term, said))
    assert elsewhere == []


def test_the_terms_are_in_the_order_of_the_alphabet(entries):
    assert list(entries) == sorted(entries, key=str.casefold)


def test_the_list_at_the_top_names_every_term_in_order(entries, course):
    top = read_notebook(course.page("glossary")).cells[0].source
    assert [text for text, address in LINK.findall(top) if address.startswith("#")] == list(entries)


@pytest.mark.parametrize("name", sorted({probed.name for lab in GRADED.values() for probed in lab}))
def test_every_function_to_write_is_in_the_glossary(name, entries):
    assert any(re.search(rf"`{name}(\([^`]*\))?`", text) for text in entries.values())


@pytest.mark.parametrize("word", VOCABULARY)
def test_every_word_of_the_course_has_an_entry(word, entries):
    assert word in entries


@pytest.mark.parametrize("lab", LABS)
def test_the_map_names_every_function_of_a_lab_and_links_to_it(lab, course):
    table = read_notebook(course.page("course_map")).cells[-1].source
    (row,) = [line for line in table.split("\n") if f"(./{lab}/{lab}.ipynb)" in line]
    assert re.findall(r"`(\w+)`", row) == [probed.name for probed in GRADED[lab]]


def test_the_maps_picture_says_all_its_words_to_those_who_dont_see_it(course):
    picture = ET.parse(course.page_source("course_map").with_name("course_map.svg"))
    (alt,) = re.findall(
        r"!\[([^\]]+)\]\(course_map\.svg\)",
        "\n".join(c.source for c in read_notebook(course.page_source("course_map")).cells),
    )
    said = set(re.findall(r"\w+", alt.casefold()))
    shown = [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert len(shown) > 20
    assert [word for text in shown for word in re.findall(r"\w+", text.casefold()) if word not in said] == []


# ---- made by build, handed out, and no labs


def test_the_students_copies_are_what_build_makes(own_course, course):
    for page in PAGES:
        own_course.page(page).unlink()
    build_pages(own_course)
    for page in PAGES:
        assert own_course.page(page).read_bytes() == course.page(page).read_bytes(), (
            f"run `make build`: {page} is not up to date"
        )


def test_the_students_copies_need_no_other_file_and_cant_be_changed_by_mistake(course):
    for page in PAGES:
        cells = read_notebook(course.page(page)).cells
        assert ".svg)" not in "".join(cell.source for cell in cells)
        assert {(cell.cell_type, cell.metadata.editable, cell.metadata.deletable) for cell in cells} == {
            ("markdown", False, False)
        }


def damage_cell(own):
    notebook = read_notebook(own.page_source("glossary"))
    notebook.cells.append(new_code_cell("1"))
    write_notebook(notebook, own.page_source("glossary"))


DAMAGE = {
    "a code cell": (damage_cell, "expected Markdown in every cell, found code in cell"),
    "no page": (lambda own: own.page_source("glossary").unlink(), r"solutions/glossary\.ipynb: expected"),
    "no picture": (
        lambda own: (own.root / "solutions" / "course_map.svg").unlink(),
        "expected the picture solutions/course_map.svg, found none",
    ),
}


@pytest.mark.parametrize(("damage", "words"), DAMAGE.values(), ids=DAMAGE)
def test_a_page_that_isnt_as_it_should_be_is_refused_in_one_line(damage, words, own_course):
    damage(own_course)
    with pytest.raises(CourseError, match=words) as raised:
        build_pages(own_course)
    assert "\n" not in str(raised.value)


def test_the_bundle_holds_the_pages_and_asks_for_them(own_course, course, tmp_path):
    write_bundle(own_course, tmp_path / "labs.zip")
    with zipfile.ZipFile(tmp_path / "labs.zip") as bundle:
        for page in PAGES:
            assert bundle.read(f"gradient-descent-labs/notebooks/{page}.ipynb") == course.page(page).read_bytes()
    own_course.page("glossary").unlink()
    with pytest.raises(CourseError, match=r"expected notebooks/glossary\.ipynb, found none"):
        write_bundle(own_course, tmp_path / "labs.zip")


@pytest.mark.notebook
def test_nbgrader_and_its_formgrader_see_five_labs_and_no_page(own_course):
    shutil.copytree(
        own_course.root / "notebooks", own_course.root / "class" / "submitted" / "ada"
    )  # handed in with the labs
    api = own_course.nbgrader()
    assert api.get_source_assignments() == set(LABS)
    assert {assignment["name"] for assignment in api.get_assignments()} == set(LABS)  # the Formgrader's list
    assert api.get_submitted_students("*") == {"ada"}
    assert api.gradebook.assignments == []
