// The one plotly of the page, fetched from the dashboard itself the first time that a chart asks for it.

const PLOTLY = "parley-plotly";

function whenPlotly(address) {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  window[PLOTLY] ||= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done(window.Plotly);
    script.onerror = () => {
      script.remove();
      window[PLOTLY] = null;
      failed(new Error("The charts' library could not be fetched."));
    };
    document.head.append(script);
  });
  return window[PLOTLY];
}

