// What a page gains where scripts run; without them everything can still be read and used.
// The script stands in the head and is no module, so that a chosen appearance is there before the
// page is painted. Words come from its own attributes. What is remembered stays on the device.

(() => {
  const root = document.documentElement;
  const words = document.currentScript.dataset;
  const SCHEME = "scn-scheme";
  const SHOWN_FOR = 4000;
  const SAID_FOR = 8000;

  // Storage is refused in some settings; then nothing is remembered.
  const recall = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const remember = (key, value) => {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch {
      return;
    }
  };

  function paint(scheme) {
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
  }

  paint(recall(SCHEME));
  root.dataset.scripts = "";

  function appearance() {
    const choices = document.querySelectorAll("input[name='scn-scheme']");
    const chosen = root.dataset.scheme ?? "";
    for (const choice of choices) {
      choice.checked = choice.value === chosen;
      choice.addEventListener("change", () => {
        paint(choice.value);
        remember(SCHEME, choice.value);
      });
    }
    addEventListener("storage", ({ key, newValue }) => {
      if (key !== SCHEME && key !== null) return;
      paint(newValue);
      for (const choice of choices) choice.checked = choice.value === (newValue ?? "");
    });
  }

  // The section that is being read: the last heading in the upper third of the window.
  function contents() {
    const links = new Map(
      [...document.querySelectorAll(".scn-toc a")].map((link) => [link.hash.slice(1), link]),
    );
    const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    if (headings.length === 0) return;
    let current = null;
    let isAsked = false;
    const mark = () => {
      isAsked = false;
      const isAtEnd = innerHeight + scrollY >= root.scrollHeight - 2;
      const above = headings.filter((one) => one.getBoundingClientRect().top < innerHeight / 3);
      const reading = isAtEnd && scrollY > 0 ? headings.at(-1) : above.at(-1);
      const link = reading ? links.get(reading.id) : null;
      if (link === current) return;
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "true");
      current = link;
    };
    const ask = () => {
      if (!isAsked) requestAnimationFrame(mark);
      isAsked = true;
    };
    addEventListener("scroll", ask, { passive: true });
    addEventListener("resize", ask, { passive: true });
    mark();
  }

  let quiet = 0;

  // For eyes and screen readers, for some seconds; the next message takes the place of this one.
  function say(text) {
    const said = document.getElementById("scn-said");
    // The same words twice in a row would be said once only.
    said.textContent = "";
    clearTimeout(quiet);
    setTimeout(() => {
      said.textContent = text;
    }, 50);
    quiet = setTimeout(() => {
      said.textContent = "";
    }, SAID_FOR);
  }

  function select(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  // Where copying is refused, the text is selected, so that one key does it.
  function copies(button, element, said) {
    const label = button.firstChild;
    const before = label.textContent;
    let timer = 0;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(element.textContent);
        label.textContent = words.copied;
        say(said);
        clearTimeout(timer);
        timer = setTimeout(() => {
          label.textContent = before;
        }, SHOWN_FOR);
      } catch {
        select(element);
        say(words.copyFailed);
      }
    });
  }

  function copying() {
    for (const button of document.querySelectorAll("button[data-copies]")) {
      copies(button, document.getElementById(button.dataset.copies), button.dataset.said);
    }
    for (const code of document.querySelectorAll(".highlight > pre > code")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "scn-copy";
      button.lang = root.lang;
      button.textContent = words.copy;
      copies(button, code, words.copied);
      code.parentElement.before(button);
    }
  }

  function actions() {
    document.getElementById("scn-print")?.addEventListener("click", () => print());
    document.getElementById("scn-share")?.addEventListener("click", async () => {
      const url = location.href;
      if (navigator.share) {
        // Whoever closes the list of the system has shared nothing, and nothing is wrong.
        await navigator.share({ title: document.title, url }).catch(() => {});
        return;
      }
      try {
        await navigator.clipboard.writeText(url);
        say(words.addressCopied);
      } catch {
        prompt(words.share, url);
      }
    });
  }

  // Escape puts the meaning of a term away while focus and pointer stay where they are
  // (WCAG 1.4.13). Showing it needs no script.
  function terms() {
    addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return;
      for (const term of document.querySelectorAll(".scn-term:is(:hover, :focus-within)")) {
        term.dataset.dismissed = "";
        const again = () => delete term.dataset.dismissed;
        term.addEventListener("pointerleave", again, { once: true });
        term.addEventListener("focusout", again, { once: true });
      }
    });
  }

  // Browsers leave a stop half outside a table that scrolls; its ring must be seen.
  function tables() {
    addEventListener("focusin", ({ target }) => {
      if (!target.parentElement?.closest(".scn-table")) return;
      target.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }

  addEventListener("DOMContentLoaded", () => {
    appearance();
    contents();
    copying();
    actions();
    terms();
    tables();
  });
})();
