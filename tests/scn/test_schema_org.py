"""Sessions for search engines."""

import json

import pytest

from scn.schema_org import json_for_html, json_ld_from_session

HYBRID = """\
kind: hybrid-dissemination
status: confirmed
announced: 2027-01-15
title: {en: Session, bg: Сесия}
summary: {en: What it is about}
start: 2027-03-30T10:00
end: 2027-03-30T12:30
venue:
  {name: {en: Hall}, street: "1, Example Street", postal_code: "1000", city: {en: Sofia, bg: София}}
online: {platform: webex, join: on-registration}
organiser: {en: Association}
languages: {delivery: [bg, en]}
audience: [policymakers]
registration: {url: "https://example.eu/register", capacity: {onsite: 60, online: 300}, free: true}
changes: [{at: 2027-02-01, what: [time], from: {start: 2027-03-23T10:00, end: 2027-03-23T12:30}}]
"""


@pytest.fixture
def read_back(sessions_from, say):
    def read(text, path="bg/bg-2027-a.yml"):
        script = json_ld_from_session(
            sessions_from({path: text}).items[0],
            language="bg",
            words=say,
            address="https://example.org/bg/sessions/bg-2027-a/",
            id_address="https://example.org/sessions/bg-2027-a/",
        )
        head, tail = '<script type="application/ld+json">', "</script>"
        assert script.startswith(head)
        assert script.endswith(tail)
        return json.loads(script.removeprefix(head).removesuffix(tail))

    return read


def test_a_hybrid_session_with_everything(read_back):
    assert read_back(HYBRID) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": "https://example.org/sessions/bg-2027-a/#event",
        "name": "Сесия",
        "url": "https://example.org/bg/sessions/bg-2027-a/",
        "startDate": "2027-03-30T10:00:00+03:00",
        "endDate": "2027-03-30T12:30:00+03:00",
        "previousStartDate": "2027-03-23T10:00:00+02:00",
        "eventStatus": "https://schema.org/EventRescheduled",
        "description": "What it is about",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {
                "@type": "Place",
                "name": "Hall",
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "1, Example Street",
                    "postalCode": "1000",
                    "addressLocality": "София",
                    "addressCountry": "BG",
                },
            },
            {"@type": "VirtualLocation", "url": "https://example.eu/register"},
        ],
        "inLanguage": ["bg", "en"],
        "organizer": {"@type": "Organization", "name": "Association"},
        "audience": [{"@type": "Audience", "audienceType": "[audiences.policymakers]"}],
        "isAccessibleForFree": True,
        "maximumPhysicalAttendeeCapacity": 60,
        "maximumVirtualAttendeeCapacity": 300,
    }


def test_a_training_on_whole_days(read_back):
    text = """\
kind: online-training
status: tentative
announced: 2027-01-15
title: {en: Training}
all_day: {from: 2027-03-30, to: 2027-03-31}
"""
    assert read_back(text) == {
        "@context": "https://schema.org",
        "@type": "EducationEvent",
        "@id": "https://example.org/sessions/bg-2027-a/#event",
        "name": "Training",
        "url": "https://example.org/bg/sessions/bg-2027-a/",
        "startDate": "2027-03-30",
        "endDate": "2027-03-31",
        "eventStatus": "https://schema.org/EventScheduled",
    }


@pytest.mark.parametrize(
    ("status", "expected"),
    [("cancelled", "EventCancelled"), ("postponed", "EventPostponed")],
)
def test_status(read_back, status, expected):
    text = HYBRID.replace("status: confirmed", f"status: {status}").replace(
        "[time]", "[status, time]"
    )
    assert read_back(text)["eventStatus"] == f"https://schema.org/{expected}"


@pytest.mark.parametrize(
    ("online", "registration", "url"),
    [
        (
            "{join: https://example.eu/live}",
            "{url: https://example.eu/register}",
            "example.eu/live",
        ),
        ("{join: on-registration}", "{url: https://example.eu/register}", "example.eu/register"),
        ("{}", "{}", "example.org/bg/sessions/bg-2027-a/"),
    ],
)
def test_where_an_online_session_is(read_back, online, registration, url):
    text = HYBRID[: HYBRID.index("venue:")] + f"online: {online}\nregistration: {registration}\n"
    assert read_back(text)["location"] == {"@type": "VirtualLocation", "url": f"https://{url}"}


def test_a_session_without_a_date_has_none(sessions_from, say):
    text = (
        "{kind: online-training, status: confirmed, source: LI-4, undated: {programme: 2024-2025}}"
    )
    session = sessions_from({"bg/bg-2024-a.yml": text}).items[0]
    found = json_ld_from_session(session, language="en", words=say, address="a", id_address="b")
    assert found == ""


def test_no_text_ends_the_element():
    value = {"name": "</script><!-- & \u2028\u2029 <script>"}
    written = json_for_html(value)
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == value
