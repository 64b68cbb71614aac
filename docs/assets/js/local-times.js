// The reader's own time beside the time of the place, where the clocks differ; and what has ended by
// the reader's clock goes from the sessions to come to the past ones. Words come from attributes.

const words = document.getElementById("scn-local-times").dataset;
const language = document.documentElement.lang;
const locale = { en: "en-IE", pt: "pt-PT" }[language] ?? language;
const isKnown = Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/;
const HOURS = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
// Browsers lack some languages, Irish and Maltese among them: digits are the same in all.
const DAY = isKnown
  ? { weekday: "long", day: "numeric", month: "long", year: "numeric" }
  : { day: "2-digit", month: "2-digit", year: "numeric" };

const two = (number) => String(number).padStart(2, "0");
const dayOf = (date) =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
const clockOf = (date) => `${dayOf(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;

function offsetOf(date) {
  const minutes = -date.getTimezoneOffset();
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const sign = minutes < 0 ? "\u2212" : "+";
  return minutes ? `UTC${sign}${hours}${rest ? `:${two(rest)}` : ""}` : "UTC";
}

function written(start, end, options) {
  const format = new Intl.DateTimeFormat(isKnown ? locale : "en-GB", options);
  return end ? format.formatRange(start, end) : format.format(start);
}

// The day stands beside it already, unless the session is on another day for the reader.
function ownTime(element) {
  const text = element.dateTime;
  if (!WITH_OFFSET.test(text)) return "";
  const start = new Date(text);
  if (Number.isNaN(start.getTime()) || clockOf(start) === text.slice(0, 16)) return "";
  const until = element.dataset.end ?? element.closest("[data-end]")?.dataset.end ?? "";
  const end = WITH_OFFSET.test(until) ? new Date(until) : null;
  const isSameDay = dayOf(start) === text.slice(0, 10) && (!end || dayOf(end) === dayOf(start));
  const time = written(start, end, isSameDay ? HOURS : { ...DAY, ...HOURS });
  return words.own.replace("{time}", () => `${time} (${offsetOf(start)})`);
}

function addOwnTimes() {
  for (const element of document.querySelectorAll("time[datetime]")) {
    const text = ownTime(element);
    if (text) {
      const own = document.createElement("span");
      own.className = "scn-own-time";
      own.textContent = text;
      element.after(" ", own);
    }
  }
}

// A day is over when the reader's calendar shows the next one.
const isOver = (end, now) =>
  WITH_OFFSET.test(end) ? Date.parse(end) <= now.getTime() : end !== "" && end < dayOf(now);

const startOf = (item) => item.querySelector("time").dateTime;

function listOfYear(past, year) {
  const years = [...past.querySelectorAll(":scope > [data-year]")];
  const found = years.find((one) => one.dataset.year === year);
  if (found) return found.querySelector("ul");
  const group = document.createElement("div");
  group.dataset.year = year;
  const heading = document.createElement("h3");
  heading.id = `past-${year}`;
  heading.textContent = year;
  const list = document.createElement("ul");
  list.className = "scn-session-list";
  group.append(heading, list);
  const next = years.find((one) => Number(one.dataset.year) < Number(year));
  past.insertBefore(group, next ?? past.querySelector(":scope > p"));
  return list;
}

function moveWhatIsOver(now) {
  const toCome = document.getElementById("scn-to-come");
  const past = document.getElementById("scn-past");
  if (!toCome || !past) return;
  for (const item of toCome.querySelectorAll("li[data-end]")) {
    if (!isOver(item.dataset.end, now)) continue;
    const start = startOf(item);
    const list = past.classList.contains("scn-years")
      ? listOfYear(past, start.slice(0, 4))
      : past.querySelector("ul");
    const older = [...list.children].find(
      (other) => Date.parse(startOf(other)) < Date.parse(start),
    );
    list.insertBefore(item, older ?? null);
    past.hidden = false;
  }
  toCome.querySelector(".scn-all-over").hidden = toCome.querySelector("li[data-end]") !== null;
}

moveWhatIsOver(new Date());
addOwnTimes();
