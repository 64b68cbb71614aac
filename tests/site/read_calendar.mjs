// Reads calendars with ical.js and its own time zone rules, and prints their events as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const iso = (time) =>
  time.isDate
    ? time.toString()
    : time.convertToZone(ICAL.Timezone.utcTimezone).toString().replace("Z", "+00:00");

const read = (path) => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone);
  }
  const events = {};
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    events[event.uid] = [
      iso(event.startDate),
      iso(event.endDate),
      component.getFirstPropertyValue("status"),
      event.summary,
      event.location,
      event.description,
    ];
  }
  return events;
};

process.stdout.write(
  JSON.stringify(Object.fromEntries(process.argv.slice(2).map((path) => [path, read(path)]))),
);
