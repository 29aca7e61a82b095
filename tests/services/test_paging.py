"""An issue as pages: places lead both ways, findings know their page, pictures are the ones put, work can stop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from qingyang.compose import IssueFacts
from qingyang.errors import AppError
from qingyang.ingest.picture import read_picture
from qingyang.services.bulletin import Cancelled
from qingyang.services.figuring import Figuring
from qingyang.services.paging import Paged, Paging
from qingyang.services.project import Project
from qingyang.services.reviewing import Reviewing
from qingyang.text.issue import Issue

TEXT = "洪崖洞亮灯\n\n夜幕降临，洪崖洞亮起了灯，游客多了起来。\n\n图为洪崖洞夜景。\n"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(tmp_path / "desk.qy", create=True, person="test") as project:
        project.import_text(TEXT, "甲")
        project.import_text("渝中新闻\n\n" + "解放碑步行街今日开街，街上人来人往。" * 20, "乙")
        yield project


def paged(paging: Paging, issue: Issue) -> Paged:
    return paging.compose(paging.gather(issue), issue)


def test_every_paragraph_on_a_page_leads_to_its_row_and_back(project: Project) -> None:
    pages = paged(Paging(project), Issue())
    for article, paragraph in pages.pages:
        document, row = pages.row_of(article, paragraph)
        assert pages.paragraph_of(document, row) == (article, paragraph)
        lines = [
            line for line in pages.layout.lines() if (line.article, line.paragraph) == (article, paragraph)
        ]
        assert project.review(document).text(row).startswith(lines[0].text.strip()[:4])


def test_only_the_documents_chosen_are_printed_and_one_taken_off_the_desk_is_not(project: Project) -> None:
    first, second = (row.id for row in project.documents())
    paging = Paging(project)
    assert "洪崖洞" not in paged(paging, Issue(documents=(second,))).layout.text
    project.remove(second)
    with pytest.raises(AppError) as caught:
        paged(paging, Issue(documents=(second,)))
    assert caught.value.code == "nothing_to_print"
    assert paged(paging, Issue(documents=(second, first))).starts[0].document == first


def test_what_has_no_room_is_told_with_its_page_and_words(project: Project) -> None:
    row = project.documents()[1].id
    review = project.review(row)
    review.replace(len(review.draft.source.text), len(review.draft.source.text), "渝中区的街巷很热闹。" * 400)
    told = [each for each in paged(Paging(project), Issue(most=1)).told if each.what.id == "page.overset"]
    assert told and told[0].page == 0 and told[0].words


def test_an_edit_changes_the_page_it_is_on(project: Project) -> None:
    paging = Paging(project)
    before = paged(paging, Issue())
    review = project.review(project.documents()[0].id)
    at = review.draft.source.text.index("夜幕降临")
    review.replace(at, at, "昨日，")
    after = paged(paging, Issue())
    assert "昨日，夜幕" in after.layout.text and after.layout.pages[0] != before.layout.pages[0]
    assert paging.draw(before, 0, 1).data != paging.draw(after, 0, 1).data


def test_a_page_is_drawn_trimmed_at_the_size_asked_for(project: Project) -> None:
    paging = Paging(project)
    pages = paged(paging, Issue(IssueFacts(name="简报")))
    for scale in (1.0, 2.0):
        drawn = paging.draw(pages, 0, scale)
        assert abs(drawn.width - pages.layout.width * scale) <= 2
        assert abs(drawn.height - pages.layout.height * scale) <= 2
        assert len(drawn.data) == drawn.stride * drawn.height and min(drawn.data) < 64


def put(review: Reviewing, sha256: str) -> None:
    """Put a picture to the caption, in place of the one that is there."""
    there = [placed for placed in Figuring(review).all() if not placed.waits]
    if there:
        Figuring(review).show(there[0], sha256)
    else:
        Figuring(review).put(len(review) - 1, sha256)


def test_another_picture_of_the_same_name_and_size_is_the_one_drawn(project: Project, tmp_path: Path) -> None:
    paging, drawn = Paging(project), []
    review = project.review(project.documents()[0].id)
    for colour in ((200, 20, 20), (20, 20, 200)):
        path = tmp_path / str(colour[0]) / "夜景.png"
        path.parent.mkdir()
        Image.new("RGB", (900, 600), colour).save(path)
        read = read_picture(path)
        project.put_picture(*read)
        put(review, read.picture.sha256)
        pages = paged(paging, Issue())
        drawn.append(paging.draw(pages, 0, 1).data)
    assert drawn[0] != drawn[1]


def test_work_that_is_no_longer_wanted_stops_and_the_next_is_whole(project: Project) -> None:
    paging, issue = Paging(project), Issue()
    told: list[float] = []

    def stop(share: float) -> bool:
        told.append(share)
        return len(told) < 2

    with pytest.raises(Cancelled):
        paging.compose(paging.gather(issue), issue, stop)
    assert told == sorted(told) and 0 < told[-1] < 1
    again = paged(paging, issue)
    assert again.layout == paged(Paging(project), issue).layout


def test_a_role_of_the_newsrooms_own_does_not_cost_the_pictures(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "夜景.png"
    Image.new("RGB", (900, 600), (9, 90, 90)).save(path)
    read = read_picture(path)
    project.put_picture(*read)
    review = project.review(project.documents()[0].id)
    Figuring(review).put(len(review) - 1, read.picture.sha256)
    before = paged(Paging(project), Issue()).layout
    project.add_role("按语", "body")
    assert before.pages[0].pictures
    assert paged(Paging(project), Issue()).layout == before
