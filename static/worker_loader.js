// Starts a worker with a program that the page has compiled already. What is said to it meanwhile waits.
const early = [];

async function start({ program, script }) {
  // In the page that is one file, what begins it stands above.
  const begin = script ? (await import(script)).default : startProgram;
  await begin({ module_or_path: program });
  // From here on the program listens itself.
  for (const data of early.splice(0)) dispatchEvent(new MessageEvent("message", { data }));
}

onmessage = ({ data }) => {
  if (!data.program) early.push(data);
  // An error is one of the worker, so that the page hears of it. Leaving a page breaks off what it loads, which is no error: by
  // then the worker has gone with it.
  else start(data).catch((error) => { setTimeout(() => { throw error; }, 300); });
};
