// Shows a picture as a blob in one <img> that stays: the old picture is kept until the new one is decoded, so nothing flickers.

/** ipywidgets' sliders have no name and rounded values for screen readers, and JupyterLab takes some of their keys. */
function explainSliders(box) {
  if (!box) return;
  box.dataset.lmSuppressShortcuts = "true";
  for (const handle of box.querySelectorAll("[role=slider]")) {
    const slider = handle.closest(".widget-slider");
    handle.setAttribute("aria-label", slider?.querySelector(".widget-label")?.textContent ?? "");
    handle.setAttribute("aria-valuetext", slider?.querySelector(".widget-readout")?.textContent ?? "");
  }
}

function render({ model, el }) {
  const image = document.createElement("img");
  image.style.cssText = "max-width:100%;height:auto;border-radius:8px";
  const below = document.createElement("div");
  const spoken = document.createElement("div"); // for screen readers: the new state, once the hand rests
  spoken.setAttribute("aria-live", "polite");
  spoken.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
  el.style.cssText += "position:relative;min-width:0";
  el.append(image, below, spoken);

  let url = null;
  let timer = null;
  const paint = () => {
    const png = model.get("png");
    const before = url;
    url = png && png.byteLength ? URL.createObjectURL(new Blob([png], { type: "image/png" })) : null;
    image.hidden = url === null;
    if (url !== null) {
      image.src = url;
      image.alt = model.get("alt");
      image.style.width = model.get("width") ? `${model.get("width")}px` : "auto";
    }
    if (before !== null) setTimeout(() => URL.revokeObjectURL(before), 2000);
    if (below.innerHTML !== model.get("html")) below.innerHTML = model.get("html");
    clearTimeout(timer);
    timer = setTimeout(() => {
      spoken.textContent = model.get("alt");
      explainSliders(el.closest(".widget-vbox"));
    }, 500);
  };
  model.on("change", paint);
  paint();
  return () => {
    model.off("change", paint);
    clearTimeout(timer);
    if (url !== null) URL.revokeObjectURL(url);
  };
}

export default { render };
