// The reader's own country: chosen on the page of a country, shown first on the home page. It stays
// on the device. Without this script the list of all countries is there.

const KEY = "scn-country";

const recall = () => {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
};

const remember = (id) => {
  try {
    if (id) localStorage.setItem(KEY, id);
    else localStorage.removeItem(KEY);
  } catch {
    return;
  }
};

function onHome(line) {
  const chosen = recall();
  const items = [...document.querySelectorAll("#scn-countries > [data-country]")];
  const item = items.find((one) => one.dataset.country === chosen);
  line.hidden = !item;
  if (!item) return;
  const from = item.querySelector("a");
  const link = line.querySelector("a");
  link.href = from.href;
  link.textContent = from.textContent;
}

function onCountry(button) {
  const { country, remember: toRemember, forget: toForget } = button.dataset;
  const show = () => {
    button.textContent = recall() === country ? toForget : toRemember;
  };
  button.addEventListener("click", () => {
    remember(recall() === country ? "" : country);
    show();
  });
  show();
}

const line = document.getElementById("scn-my-country");
if (line) {
  onHome(line);
  line.querySelector("button").addEventListener("click", () => {
    remember("");
    onHome(line);
    document.querySelector("#scn-countries a").focus();
  });
}
const button = document.getElementById("scn-remember-country");
if (button) onCountry(button);
