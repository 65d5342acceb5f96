// To and from the server: a stream of events that comes back by itself, and requests.

/** Calls `onEvent` with every event and `onState` with true or false as the stream is there or lost. */
export function listen(onEvent, onState) {
  const source = new EventSource("events");
  source.onmessage = (message) => {
    onState(true);
    onEvent(JSON.parse(message.data));
  };
  source.onerror = () => {
    onState(false);
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(onEvent, onState), 1500);
  };
  addEventListener("pagehide", () => source.close(), { once: true });
}

/** {ok, status, body}; status 0 where the server was not reached. */
export async function post(path, data, seconds = 30) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(data),
      signal: AbortSignal.timeout(seconds * 1000),
    });
    const body = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
    return { ok: answer.ok, status: answer.status, body };
  } catch {
    return { ok: false, status: 0, body: {} };
  }
}
