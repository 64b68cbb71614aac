// The part of theme_css.py that needs a CSS parser: reads {"css", "html"} as JSON from standard
// input and writes to standard output what the site takes of the theme's style sheet.
// PurgeCSS drops what no page uses; PostCSS, which comes with it, drops and changes the rest.

const { readFileSync } = require("node:fs");
const postcss = require("postcss");
const { PurgeCSS } = require("purgecss");

const TABS = 6; // the theme prepares for twenty

// The theme's frame, buttons and emoji; what needs its script (focus rings among it); what is
// drawn by pictures alone; and checklists and footnote arrows, which we have in another form.
const NOT_TAKEN = new RegExp(
  [
    String.raw`\.(md-(?!typeset\b)|md-typeset__|js\b|focus-visible|tabbed-control|tabbed-button)`,
    String.raw`\.(task-list|footnote-backref|headerlink|arithmatex|critic|inline\b|x*lg\b|middle\b)`,
    String.raw`\.(highlighttable|result|key-)|\[(data-|dir=rtl|align|role|hidden|type)`,
    String.raw`:focus-within|::-webkit-scrollbar|h5|h6|iframe|video|\bsvg\b`,
    // The colours of the twelve kinds of boxes are too pale: ours are in frame.css.
    String.raw`\.(note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote)\b`,
  ].join("|"),
);

const BOX = {
  details: "details:not([class^=scn])",
  summary: "details:not([class^=scn])>summary",
};

// The direction of writing is a matter of logical properties, not of two rules each.
const LOGICAL = {
  "border-bottom-left-radius": "border-end-start-radius",
  "border-bottom-right-radius": "border-end-end-radius",
  "border-top-left-radius": "border-start-start-radius",
  "border-top-right-radius": "border-start-end-radius",
  left: "inset-inline-start",
  right: "inset-inline-end",
};
for (const what of ["margin", "padding", "border"]) {
  LOGICAL[`${what}-left`] = `${what}-inline-start`;
  LOGICAL[`${what}-right`] = `${what}-inline-end`;
}
LOGICAL["border-left-width"] = "border-inline-start-width";
LOGICAL["border-right-width"] = "border-inline-end-width";

// The theme's colours by ours, which are in frame.css.
const COLOURS = {
  "accent-fg-color": "accent-strong",
  "accent-fg-color--transparent": "accent-soft",
  "admonition-bg-color": "paper",
  "admonition-fg-color": "ink",
  "code-bg-color": "wash",
  "code-fg-color": "ink",
  "code-hl-color": "accent",
  "code-hl-color--light": "accent-soft",
  "code-hl-comment-color": "muted",
  "code-hl-constant-color": "violet",
  "code-hl-function-color": "violet",
  "code-hl-generic-color": "muted",
  "code-hl-keyword-color": "accent",
  "code-hl-name-color": "ink",
  "code-hl-number-color": "red",
  "code-hl-operator-color": "muted",
  "code-hl-punctuation-color": "muted",
  "code-hl-special-color": "red",
  "code-hl-string-color": "green",
  "code-hl-variable-color": "amber",
  "default-bg-color": "paper",
  "default-fg-color": "ink",
  "default-fg-color--light": "muted",
  "default-fg-color--lighter": "edge",
  "default-fg-color--lightest": "line",
  "typeset-a-color": "accent",
  "typeset-del-color": "out",
  "typeset-ins-color": "in",
  "typeset-kbd-accent-color": "paper",
  "typeset-kbd-border-color": "edge",
  "typeset-kbd-color": "wash",
  "typeset-mark-color": "mark",
  "typeset-table-color": "line",
  "typeset-table-color--light": "wash",
};

function taken(selector) {
  // Without the theme's script every page is one without JavaScript.
  const one = selector.replace(".no-js ", "").replace("[dir=ltr] ", "");
  if (!/\.md-typeset|^\.highlight/.test(one) || NOT_TAKEN.test(one)) return null;
  const child = /nth-child\((\d+)\)/.exec(one);
  if (child && Number(child[1]) > TABS) return null;
  // What our templates open and close is no box of Markdown.
  return one.replace(/(?<=^(?:html )?\.md-typeset )(details|summary)/, (element) => BOX[element]);
}

function isTaken({ prop, value }) {
  if (/mask|data:/.test(prop + value)) return false; // pictures in CSS break the security policy
  if (/md-scroll/.test(value)) return false; // our header does not stay, so nothing hides below it
  if (/^(transition|touch-action|scrollbar|outline|color-adjust|-)/.test(prop)) return false;
  return !/^(list-style-type: revert-layer|box-shadow: var)/.test(`${prop}: ${value}`);
}

function colour(name) {
  if (!(name in COLOURS)) throw new Error(`--md-${name}: say in COLOURS which of ours it is.`);
  return COLOURS[name];
}

function value(text) {
  return (
    text
      // The theme sets the root to 125 %; ours stays what the reader has chosen.
      .replace(/(-?[\d.]+)rem\b/g, (_, size) => `${Number((size * 1.25).toFixed(4))}rem`)
      .replace(/var\(--md-([\w-]+)\)/g, (_, name) => `var(--scn-${colour(name)})`)
      .replace(/#448aff1a\b/g, "var(--scn-box-soft)")
      .replace(/#448aff\b/g, "var(--scn-box)")
      .replace(/^left$/, "start")
      .replace(/^right$/, "end")
  );
}

function change(root) {
  root.walkComments((comment) => comment.remove());
  root.walkRules((rule) => {
    const selectors = [...new Set(rule.selectors.map(taken).filter(Boolean))];
    if (selectors.length) rule.selectors = selectors;
    else rule.remove();
  });
  root.walkDecls((decl) => {
    if (!isTaken(decl)) decl.remove();
    else Object.assign(decl, { prop: LOGICAL[decl.prop] ?? decl.prop, value: value(decl.value) });
  });
  root.walkRules((rule) => rule.nodes.length || rule.remove());
  root.walkAtRules((rule) => (rule.name === "media" && rule.nodes.length) || rule.remove());
}

async function main() {
  const { css, html } = JSON.parse(readFileSync(0, "utf8"));
  const [used] = await new PurgeCSS().purge({
    content: [{ raw: html, extension: "html" }],
    css: [{ raw: css }],
    safelist: {
      standard: ["figure", "figcaption", "mark"], // pictures, and hits of the search
      deep: [/^highlight$/], // the kinds of tokens differ from language to language
    },
  });
  const root = postcss.parse(used.css);
  change(root);
  // One rule a line, so that a new version of the theme shows as a diff that can be read.
  root.walk((node) => {
    node.raws.before = node.type === "decl" ? "" : "\n";
    node.raws.between = node.type === "decl" ? ":" : "";
    node.raws.after = node.type === "atrule" ? "\n" : "";
  });
  // In a layer, so that every rule of frame.css counts for more.
  process.stdout.write(`@layer theme {\n${root.toString().trim()}\n}\n`);
}

main();
