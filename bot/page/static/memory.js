// What the browser keeps: drafts and unsent messages for good, the conversation as long as this tab.

function store(storage) {
  return {
    get(key, otherwise) {
      try {
        return JSON.parse(storage.getItem(`zorgkring.${key}`)) ?? otherwise;
      } catch {
        return otherwise;
      }
    },
    set(key, value) {
      try {
        storage.setItem(`zorgkring.${key}`, JSON.stringify(value));
      } catch {
        // Full or forbidden: the page works without, it only forgets sooner.
      }
    },
  };
}

export const kept = store(localStorage);
export const seen = store(sessionStorage);
