// Reads an Atom feed and a JSON Feed with feedsmith and prints what a reader would list.
import { readFileSync } from "node:fs";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";

const [atomFile, jsonFile] = process.argv.slice(2);
const atom = parseAtomFeed(readFileSync(atomFile, "utf8"));
const json = parseJsonFeed(JSON.parse(readFileSync(jsonFile, "utf8")));
const text = (value) => (typeof value === "object" && value !== null ? value.value : value);

process.stdout.write(
  JSON.stringify({
    atom: {
      title: text(atom.title),
      entries: atom.entries.map((one) => [
        one.id,
        text(one.title),
        one.links.find((link) => !link.rel || link.rel === "alternate").href,
        new Date(one.updated).toISOString(),
      ]),
    },
    json: {
      title: json.title,
      entries: json.items.map((one) => [
        one.id,
        one.title,
        one.url,
        new Date(one.date_modified ?? one.date_published).toISOString(),
      ]),
    },
  }),
);
