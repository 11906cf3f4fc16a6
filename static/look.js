// The look that was chosen in the simulator, for the documents beside it. Without it they follow the device.
try {
  const look = localStorage.getItem("kith.theme");
  if (look) document.documentElement.dataset.theme = look;
} catch { /* A browser that keeps nothing follows the device. */ }
