"""The chat page in a real browser, with a program behind it that says back what it hears."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.messages import Attachment, Choice, Kind, Outgoing, Reply
from tests.browser.conftest import Served, Window, opened

pytestmark = pytest.mark.asyncio(loop_scope="module")

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


async def test_two_people_chat_side_by_side(window: Window) -> None:
    await window.say("Anna", "hoi")
    await window.say("Piet", "goedemorgen")
    await expect(window.lines("Anna")).to_contain_text(["hoi", "Je zei: hoi"])
    await expect(window.lines("Piet")).to_contain_text(["goedemorgen", "Je zei: goedemorgen"])
    await expect(window.lines("Fatima")).to_have_count(0)


async def test_a_button_is_tapped_once_and_then_stands_as_chosen(window: Window, served: Served) -> None:
    await window.say("Anna", "hoi")
    await window.button("Anna", "Ja").click()
    await expect(window.lines("Anna").last).to_contain_text("Gekozen: yes")
    chosen = window.button("Anna", "Ja (gekozen)")
    await expect(chosen).to_be_disabled()
    await chosen.click(force=True)
    await window.button("Anna", "Nee").click()  # an old button can still be tapped: the program answers that
    await expect(window.lines("Anna").last).to_contain_text("Gekozen: no")
    assert [heard.choice for heard in served.program.heard] == ["", "yes", "no"]


async def test_the_first_tap_begins_the_conversation(window: Window, served: Served) -> None:
    await window.button("Riet", "Begin het gesprek").click()
    await expect(window.lines("Riet").last).to_contain_text("Je zei: /start")
    await expect(window.button("Riet", "Begin het gesprek")).to_have_count(0)
    assert served.program.heard[0].name == "Riet"


async def test_markup_is_text_and_links_can_be_followed(window: Window, served: Served) -> None:
    text = "<img src=x onerror=alert(1)> <b>vet</b> https://example.org/?a=1&b=2. javascript:alert(1) webcal://h/k.ics"
    await window.page.get_by_role("button", name="+ Iemand erbij").click()
    await window.page.get_by_label("Naam").fill("<i>Ria</i>")
    await window.page.get_by_label("Naam").press("Enter")
    await window.say("<i>Ria</i>", text)
    answer = window.lines("<i>Ria</i>").last
    await expect(answer).to_contain_text(f"Je zei: {text}")
    links = answer.get_by_role("link")
    assert [await link.get_attribute("href") for link in await links.all()] == [
        "https://example.org/?a=1&b=2",
        "webcal://h/k.ics",
    ]
    assert await window.phone("<i>Ria</i>").locator("img, b, i").count() == 0
    assert served.program.heard[0].name == "<i>Ria</i>"


async def test_a_file_can_be_kept_and_a_picture_is_seen(window: Window, served: Served) -> None:
    await window.say("Anna", "bestand")
    async with window.page.expect_download() as download:
        await window.phone("Anna").get_by_role("link", name="rooster.ics bewaren").click()
    kept = await download.value
    assert kept.suggested_filename == "rooster.ics"
    assert Path(await kept.path()).read_bytes() == b"BEGIN:VCALENDAR"
    picture = Attachment("qr.png", "image/png", DOT)
    await served.program.page.send(Outgoing("anna", Reply("De uitnodiging.", attachments=(picture,))))
    image = window.phone("Anna").get_by_role("img", name="Afbeelding qr.png")
    await expect(image).to_be_visible()
    assert await image.evaluate("image => image.naturalWidth") == 1


async def test_the_clock_is_moved_and_the_reminder_arrives(window: Window) -> None:
    clock = window.page.locator("#now")
    await expect(clock).to_have_text("maandag 3 maart, 10:00")
    await window.say("Fatima", "herinner")
    await expect(window.lines("Fatima").last).to_contain_text("Dat doe ik.")
    await window.page.get_by_role("button", name="+ 1 uur").click()
    await expect(clock).to_have_text("maandag 3 maart, 11:00")
    await window.page.get_by_role("button", name="Morgen 9:00").click()
    await expect(clock).to_have_text("dinsdag 4 maart, 09:00")
    await expect(window.lines("Fatima")).to_have_count(2)
    await window.page.get_by_role("button", name="Kies moment").click()
    await window.page.get_by_label("Ga naar dit moment").fill("2025-03-04T14:30")
    await window.page.get_by_role("button", name="Ga", exact=True).click()
    await expect(clock).to_have_text("dinsdag 4 maart, 14:30")
    await expect(window.lines("Fatima").last).to_contain_text("Herinnering!")
    await expect(window.log("Fatima").locator(".day")).to_have_text(["maandag 3 maart", "dinsdag 4 maart"])


async def test_what_carries_no_words_can_be_sent(window: Window, served: Served) -> None:
    for label in ("Spraakbericht", "Foto", "Sticker", "Locatie"):
        await window.button("Anna", "Iets anders sturen").click()
        await window.button("Anna", label).click()
    await expect(window.lines("Anna").last).to_contain_text("Zonder woorden: location")
    assert [heard.kind for heard in served.program.heard] == [Kind.VOICE, Kind.PHOTO, Kind.STICKER, Kind.LOCATION]


async def test_a_message_can_be_changed_afterwards_or_forwarded(window: Window, served: Served) -> None:
    await window.say("Anna", "dinsdag")
    await expect(window.lines("Anna")).to_have_count(2)
    await window.button("Anna", "Iets anders sturen").click()
    await window.button("Anna", "Laatste bericht veranderen").click()
    await expect(window.box("Anna")).to_have_value("dinsdag")
    await window.say("Anna", "woensdag")
    await expect(window.lines("Anna").first).to_contain_text("woensdag")
    await window.button("Anna", "Iets anders sturen").click()
    await window.button("Anna", "Doorgestuurd bericht").click()
    await window.say("Anna", "Wie kan er?")
    await expect(window.lines("Anna").last).to_contain_text("Je zei: Wie kan er?")
    first, second, third = served.program.heard
    assert (second.kind, second.message) == (Kind.EDITED, first.external_id)
    assert third.kind is Kind.FORWARDED


async def test_who_blocks_the_program_can_let_it_in_again(window: Window) -> None:
    await window.button("Piet", "Iets anders sturen").click()
    await window.button("Piet", "Zorgkring blokkeren").click()
    await expect(window.phone("Piet")).to_contain_text("Piet heeft Zorgkring geblokkeerd.")
    await expect(window.box("Piet")).to_be_hidden()
    await window.button("Piet", "Weer toelaten").click()
    await window.say("Piet", "hoi")
    await expect(window.lines("Piet").last).to_contain_text("Je zei: hoi")


async def test_people_are_shown_hidden_added_and_removed(window: Window) -> None:
    riet = window.page.get_by_role("button", name="Riet laten zien")
    await expect(riet).to_have_attribute("aria-pressed", "true")
    await riet.click()
    await expect(window.phone("Riet")).to_be_hidden()
    await window.page.get_by_role("button", name="Fatima weghalen").click()
    await expect(window.phone("Fatima")).to_have_count(0)
    for _ in range(2):
        await window.page.get_by_role("button", name="+ Iemand erbij").click()
        await window.page.get_by_label("Naam").fill("Joop")
        await window.page.get_by_label("Naam").press("Enter")
        await expect(window.phone("Joop").last.get_by_role("textbox")).to_be_focused()
    await expect(window.phone("Joop")).to_have_count(2)
    await window.page.reload()
    await expect(window.phone("Joop")).to_have_count(2)
    await expect(window.phone("Riet")).to_be_hidden()


async def test_a_hidden_phone_shows_how_much_is_new(window: Window, served: Served) -> None:
    await window.page.get_by_role("button", name="Riet laten zien").click()
    for text in ("Hoi", "Ben je er?"):
        await served.program.page.send(Outgoing("riet", Reply(text)))
    new = window.page.get_by_role("button", name="Riet, 2 nieuw laten zien")
    await expect(new).to_be_visible()
    await new.click()
    await expect(window.page.get_by_role("button", name="Riet laten zien")).to_be_visible()


async def test_two_windows_show_the_same(browser: Browser, window: Window, served: Served) -> None:
    async with opened(browser, served.url) as other:
        await window.say("Anna", "hoi")
        await expect(other.lines("Anna").last).to_contain_text("Je zei: hoi")
        await other.button("Anna", "Ja").click()
        await expect(window.button("Anna", "Ja (gekozen)")).to_be_visible()


async def test_an_edit_changes_the_message_where_it_stands(window: Window, served: Served) -> None:
    page = served.program.page
    message = await page.send(Outgoing("anna", Reply("Klopt dat?", (Choice("Ja", "yes"),))))
    await page.send(Outgoing("anna", Reply("Nog iets.")))
    await page.send(Outgoing("anna", Reply("Geregeld."), edits=message))
    await expect(window.lines("Anna")).to_contain_text(["Geregeld.", "Nog iets."])
    await expect(window.button("Anna", "Ja")).to_have_count(0)


async def test_everything_works_with_the_keyboard_alone(window: Window, served: Served) -> None:
    press = window.page.keyboard.press
    await press("Tab")
    await expect(window.page.get_by_role("link", name="Naar de gesprekken")).to_be_focused()
    await press("Enter")
    await press("Tab")
    await expect(window.page.get_by_role("button", name="Anna weghalen")).to_be_focused()
    await press("Tab")
    await expect(window.log("Anna")).to_be_focused()
    await press("Tab")
    await expect(window.button("Anna", "Begin het gesprek")).to_be_focused()
    await press("Tab")
    await press("Tab")
    await expect(window.box("Anna")).to_be_focused()
    await window.page.keyboard.type("eerste regel")
    await press("Shift+Enter")
    await window.page.keyboard.type("tweede")
    await press("Enter")
    await expect(window.lines("Anna").last).to_contain_text("Je zei: eerste regel\ntweede")
    await window.page.keyboard.type("nog een")
    await press("Enter")
    await expect(window.lines("Anna")).to_have_count(4)
    await press("Shift+Tab")  # the menu's button, then the newest buttons
    await press("Shift+Tab")
    newest = window.log("Anna").get_by_role("button")
    await expect(newest.nth(3)).to_be_focused()
    await press("ArrowUp")
    await press("ArrowUp")
    await expect(newest.nth(1)).to_be_focused()  # of the older message
    await press("Enter")
    await expect(window.lines("Anna").last).to_contain_text("Gekozen: no")
    await expect(newest.nth(1)).to_be_focused()  # the focus stays where the person is
    assert [heard.text or heard.choice for heard in served.program.heard] == ["eerste regel\ntweede", "nog een", "no"]


async def test_the_menu_opens_and_closes_with_the_keyboard(window: Window) -> None:
    more = window.button("Anna", "Iets anders sturen")
    await more.focus()
    await window.page.keyboard.press("Enter")
    await expect(window.button("Anna", "Spraakbericht")).to_be_focused()
    await window.page.keyboard.press("Escape")
    await expect(more).to_be_focused()
    await expect(window.button("Anna", "Spraakbericht")).to_be_hidden()


async def test_the_focus_can_be_seen(window: Window) -> None:
    await window.page.keyboard.press("Tab")
    outline = "getComputedStyle(document.activeElement).outlineWidth"
    assert await window.page.evaluate(outline) == "3px"


async def test_a_screen_reader_hears_what_comes_in_and_not_what_was(window: Window, served: Served) -> None:
    await window.say("Anna", "hoi")
    await expect(window.lines("Anna")).to_have_count(2)
    await expect(window.lines("Anna").last).to_contain_text("Zorgkring aan Anna:")
    await window.page.add_init_script(
        """new MutationObserver((changes) => {
          const phone = changes.flatMap((change) => [...change.addedNodes]).find((node) => node.matches?.(".phone"));
          window.quiet ??= phone?.querySelector(".log").getAttribute("aria-busy");
        }).observe(document, { subtree: true, childList: true })"""
    )
    await window.page.reload()
    await expect(window.lines("Anna")).to_have_count(2)
    assert await window.page.evaluate("window.quiet") == "true"
    await expect(window.log("Anna")).not_to_have_attribute("aria-busy", "true")


LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 5


@pytest.mark.parametrize(
    "viewport", [{"width": 640, "height": 400}, {"width": 375, "height": 667}, {"width": 320, "height": 256}]
)
async def test_magnified_or_on_a_phone_there_is_one_at_a_time(
    browser: Browser, served: Served, viewport: dict[str, int]
) -> None:
    """A window of 1280 pixels at 200 % has 640, a small phone 375, and WCAG asks for 320."""
    async with opened(browser, served.url, viewport=viewport) as window:
        await expect(window.phone("Anna")).to_be_visible()
        await expect(window.phone("Piet")).to_be_hidden()
        await window.page.get_by_role("button", name="Piet laten zien").click()
        await expect(window.phone("Anna")).to_be_hidden()
        await window.say("Piet", f"hoi {LONG} https://example.org/{LONG}")
        await expect(window.lines("Piet")).to_have_count(2)
        await window.button("Piet", "Iets anders sturen").click()
        wide = """() => [...document.querySelectorAll("html, body, main, .phone.active, .phone.active .log")]
            .filter(element => element.scrollWidth > element.clientWidth).map(element => element.className)"""
        assert await window.page.evaluate(wide) == []
        assert await window.button("Piet", "Ja").bounding_box()


async def test_a_long_conversation_scrolls_inside_its_phone(window: Window) -> None:
    for number in range(12):
        await window.say("Anna", f"bericht {number}")
        await window.button("Anna", "Ja").last.click()
        await expect(window.lines("Anna")).to_have_count(4 * number + 4)
    await window.box("Anna").focus()
    await expect(window.lines("Anna").last).to_be_in_viewport()
    await expect(window.phone("Anna").get_by_role("heading")).to_be_in_viewport()
    outside = "phone => [phone.scrollTop, phone.scrollHeight - phone.clientHeight]"
    assert await window.phone("Anna").evaluate(outside) == [0, 0]


async def test_large_letters_fit_too(window: Window) -> None:
    """Some people magnify the letters alone."""
    await window.page.evaluate("document.documentElement.style.fontSize = '200%'")
    await window.say("Anna", f"hoi {LONG}")
    await expect(window.lines("Anna")).to_have_count(2)
    wide = """() => [...document.querySelectorAll("html, main, .phone, .log")]
        .filter(element => element.scrollWidth > element.clientWidth).map(element => element.className)"""
    assert await window.page.evaluate(wide) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_letters_stand_out_from_their_ground(browser: Browser, served: Served, scheme: str) -> None:
    """WCAG AA: 4.5 to 1, by the colours that the browser computes."""
    async with opened(browser, served.url, color_scheme=scheme, reduced_motion="reduce") as window:
        await window.say("Anna", "hoi https://example.org")
        await window.button("Anna", "Ja").click()
        await window.say("Piet", "bestand")
        await expect(window.lines("Anna")).to_have_count(4)
        await expect(window.lines("Piet")).to_have_count(2)
        found = await window.page.evaluate(CONTRAST)
        assert len(found) > 40
        assert [one for one in found if one["ratio"] < 4.5] == []


CONTRAST = """() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
  };
  return [...document.querySelectorAll("body *")]
    .filter((e) => e.checkVisibility() && !e.closest(".unseen, .skip") && (e.matches("textarea") ||
      [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())))
    .map((e) => {
      const colour = e.matches("textarea") ? getComputedStyle(e, "::placeholder").color : getComputedStyle(e).color;
      const [a, b] = [light(parse(colour)), light(ground(e))].sort((x, y) => y - x);
      return { ratio: (a + 0.05) / (b + 0.05), what: e.className, tag: e.tagName };
    });
}"""


async def test_nothing_moves_for_who_wants_it_calm(browser: Browser, served: Served) -> None:
    for wish, expected in (("reduce", False), ("no-preference", True)):
        async with opened(browser, served.url, reduced_motion=wish) as window:
            await window.page.evaluate("addEventListener('animationstart', () => (window.moved = true))")
            before = await window.lines("Anna").count()
            await window.say("Anna", "hoi")
            await expect(window.lines("Anna")).to_have_count(before + 2)
            await window.page.evaluate(
                "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
            )
            if expected:
                await window.page.wait_for_function("window.moved === true")
            else:
                assert await window.page.evaluate("window.moved !== true")


async def test_a_restart_of_the_server_loses_nothing(window: Window, served: Served) -> None:
    await window.say("Anna", "voor de herstart")
    await expect(window.lines("Anna")).to_have_count(2)
    await window.box("Piet").fill("half getypt")
    await served.stop()
    await expect(window.page.get_by_role("status")).to_have_text("Even geen verbinding. Wat je typt blijft bewaard.")
    await window.say("Anna", "tijdens de herstart")
    await window.button("Anna", "Ja").click()
    await expect(window.phone("Anna")).to_contain_text("Nog niet verstuurd, ik probeer het opnieuw.")
    await served.restart()
    await expect(window.lines("Anna")).to_contain_text(
        [
            "voor de herstart",
            "Je zei: voor de herstart",
            "tijdens de herstart",
            "Je zei: tijdens de herstart",
            "Ja",
            "Gekozen",
        ]
    )
    await expect(window.page.get_by_role("status")).to_be_hidden()
    await expect(window.box("Piet")).to_have_value("half getypt")
    assert [heard.text or heard.choice for heard in served.program.heard] == [
        "voor de herstart",
        "tijdens de herstart",
        "yes",
    ]
    await window.page.reload()
    await expect(window.lines("Anna")).to_have_count(6)
    await expect(window.box("Piet")).to_have_value("half getypt")


async def test_a_page_closed_while_the_server_was_away_sends_what_waited(window: Window, served: Served) -> None:
    await served.stop()
    await window.say("Anna", "komt later")
    await expect(window.phone("Anna")).to_contain_text("Nog niet verstuurd")
    await window.page.goto("about:blank")
    await served.restart()
    await window.page.goto(window.url)
    await expect(window.lines("Anna").last).to_contain_text("Je zei: komt later")
    assert [heard.text for heard in served.program.heard] == ["komt later"]


async def test_a_program_that_fails_gets_the_message_again(window: Window, served: Served) -> None:
    served.program.broken = True
    await window.say("Anna", "hoi")
    await expect(window.phone("Anna")).to_contain_text("Nog niet verstuurd")
    served.program.broken = False
    await expect(window.lines("Anna").last).to_contain_text("Je zei: hoi")
    await expect(window.lines("Anna")).to_have_count(2)
    await expect(window.phone("Anna")).not_to_contain_text("Nog niet verstuurd")
