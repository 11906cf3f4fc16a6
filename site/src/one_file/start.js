// Starts the page out of its own bytes. What loads the program stands above; `startProgram` is its first function.
const held = (id) => document.getElementById(id).textContent;
const bytes = (id) => Uint8Array.from(atob(held(id)), (letter) => letter.charCodeAt(0));

// A worker needs an address of its own: one of bytes that are here already. Its program is compiled once, for all of them.
const work = URL.createObjectURL(new Blob([held("worker-script"), held("worker-loader")], { type: "text/javascript" }));
const compiled = WebAssembly.compile(bytes("worker-bytes"));
globalThis.kithWorker = () => {
  const worker = new Worker(work);
  compiled.then((program) => worker.postMessage({ program }), () => worker.dispatchEvent(new Event("error")));
  return worker;
};

// Documents open in a window of their own, which this page writes.
const documents = JSON.parse(held("documents"));
const styles = [...document.querySelectorAll("style")].map((style) => style.outerHTML).join("");

function show(name, part, shown) {
  const page = (shown ?? window.open("", "_blank"))?.document;
  if (!page) return;
  const theme = document.documentElement.dataset.theme;
  page.open();
  page.write(documents[name].replace("</head>", `${styles}</head>`).replace(/data-theme="[^"]*"/, `data-theme="${theme}"`));
  page.close();
  const reveal = (id) => page.getElementById(decodeURIComponent(id))?.scrollIntoView();
  if (part) reveal(part);
  page.addEventListener("click", (event) => {
    const address = event.target.closest?.("a[href]")?.getAttribute("href");
    if (address === undefined || address === null || /^[a-z]+:/.test(address)) return;
    event.preventDefault();
    const wanted = new URL(address, `http://here/${name}`);
    const other = decodeURIComponent(wanted.pathname.slice(1));
    if (other === name) reveal(wanted.hash.slice(1));
    else if (documents[other] !== undefined) show(other, wanted.hash.slice(1), page.defaultView);
    else {
      // The way back to the simulator.
      location.hash = wanted.hash;
      window.focus();
    }
  });
}

document.addEventListener("click", (event) => {
  const address = event.target.closest?.("a[href]")?.getAttribute("href");
  const [name, part] = (address ?? "").replace(/^\.\//, "").split("#");
  if (documents[name] === undefined) return;
  event.preventDefault();
  show(name, part);
});

// The figures of districts are asked for while the program runs, which clears the body for itself when it starts.
document.head.append(...document.querySelectorAll("script[id^=pack-]"));

await startProgram({ module_or_path: bytes("program-bytes") });
