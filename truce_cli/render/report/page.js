"use strict";
/* Everything on the page works without this script. It opens what a link leads to in browsers that do not,
   opens and closes all reasons at once, and saves the page's figures. */
(() => {
  const reveal = () => {
    let id = location.hash.slice(1);
    let target = document.getElementById(id);
    if (!target) {
      try { target = document.getElementById(decodeURIComponent(id)); } catch { return; }
    }
    if (!target) return;
    for (let at = target; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  const tools = document.createElement("p");
  tools.className = "tools";
  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", () => act(made));
    tools.append(made);
  };
  let open = false;
  button("Open all reasons", (made) => {
    open = !open;
    for (const one of document.querySelectorAll("main details")) one.open = open;
    made.textContent = open ? "Close all reasons" : "Open all reasons";
    made.setAttribute("aria-pressed", String(open));
  });
  const held = document.getElementById("figures");
  if (held) button("Save the figures (JSON)", () => {
    const blob = new Blob([held.textContent], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "figures.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  const banner = document.querySelector("header.banner");
  if (banner) banner.append(tools);
})();
