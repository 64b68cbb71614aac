// Reads an XLIFF 2.0 file with the package xliff and prints its texts, codes as their data.
import { readFileSync } from "node:fs";
import { xliff2js } from "xliff";

const read = await xliff2js(readFileSync(process.argv[2], "utf8"));
const shown = (content) =>
  (Array.isArray(content) ? content : [content ?? ""])
    .map((one) => {
      if (typeof one === "string") return one;
      const [[kind, code]] = Object.entries(one);
      if (kind !== "Span") return `{${code.disp}}`;
      return `{${code.dispStart}}${shown(code.contents)}{${code.dispEnd}}`;
    })
    .join("");
const units = Object.entries(read.resources).map(([file, texts]) => [
  file,
  Object.entries(texts).map(([id, one]) => [id, shown(one.source), shown(one.target)]),
]);
process.stdout.write(
  JSON.stringify({ from: read.sourceLanguage, to: read.targetLanguage, units }),
);
