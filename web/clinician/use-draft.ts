// A text box whose words outlive the page's own redrawing: see drafts.ts.
import { createContext, useContext, useState } from 'react';
import { createDrafts, type Drafts } from './drafts.ts';

export const DraftsContext = createContext<Drafts>(createDrafts(sessionStorage));

export function useDraft(key: string): [text: string, change: (text: string) => void] {
  const drafts = useContext(DraftsContext);
  const [held, setHeld] = useState({ key, text: drafts.get(key) });
  // Another case in the same box has words of its own.
  const text = held.key === key ? held.text : drafts.get(key);
  return [
    text,
    (next) => {
      drafts.set(key, next);
      setHeld({ key, text: next });
    },
  ];
}
