// Buttons that copy the address of a calendar. Where copying is refused, the address is selected, so
// that one key does it. Without this script the buttons are not there and the address is text.

const calendars = document.getElementById("scn-calendars");
const status = document.getElementById("scn-copy-status");
const words = calendars.dataset;
const SHOWN_FOR = 4000;

function say(text) {
  // The same words twice in a row would be said once only.
  status.textContent = "";
  setTimeout(() => {
    status.textContent = text;
  }, 50);
}

function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

for (const item of calendars.querySelectorAll(".scn-calendars > li")) {
  const button = item.querySelector("button");
  const label = button.firstChild;
  const before = label.textContent;
  const name = item.querySelector(".scn-calendars__name").textContent;
  const address = item.querySelector(".scn-calendars__address");
  let timer = 0;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address.textContent);
      label.textContent = words.copied;
      say(words.copiedName.replace("{name}", () => name));
      clearTimeout(timer);
      timer = setTimeout(() => {
        label.textContent = before;
      }, SHOWN_FOR);
    } catch {
      select(address);
      say(words.failed);
      status.classList.remove("scn-hidden");
    }
  });
}
