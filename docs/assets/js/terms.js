// Escape puts the meaning of a term away while focus and pointer stay where they are (WCAG 1.4.13).
// Showing it needs no script.

addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const term of document.querySelectorAll(".scn-term:is(:hover, :focus-within)")) {
    term.dataset.dismissed = "";
    const again = () => delete term.dataset.dismissed;
    term.addEventListener("pointerleave", again, { once: true });
    term.addEventListener("focusout", again, { once: true });
  }
});
