// Says which part of a list is shown. Choosing one needs no script: the style sheet does it.

function mark() {
  for (const link of document.querySelectorAll(".scn-filter a")) {
    if (link.hash === (location.hash || "#all")) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

addEventListener("hashchange", mark);
mark();
